import type { JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import { Poster } from '#web/components/poster.tsx';
import { usualView } from '#web/list-view.ts';
import { filmsAddress, type Site } from '#web/site.ts';
import { noTaste, viewed, without, type TasteUrl } from '#web/taste-url.ts';
import { titleAndYear, titleOf } from '#web/titles.ts';

/** The films of a taste, as the catalogue knows them. */
export interface TasteCards {
  readonly liked: readonly FilmCard[];
  readonly not: readonly FilmCard[];
  readonly seen: readonly FilmCard[];
  readonly leftAside: readonly FilmCard[];
  /** Films of the address that the catalogue does not have, or that are no films. */
  readonly unknown: number;
}

interface BasketProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly cards: TasteCards;
}

/** The reader's films as chips, each with its way out; and what was left aside, said. */
export function Basket({ site, taste, cards }: BasketProps): JSX.Element {
  const { basket } = site.words;
  return (
    <section id="basket" class="basket" aria-labelledby="basket-title">
      <h2 id="basket-title">{basket.title}</h2>
      {cards.liked.length === 0 ? (
        <p>{basket.empty}</p>
      ) : (
        <Chips site={site} taste={taste} cards={cards.liked} label={basket.liked} kind="liked" />
      )}
      {cards.not.length === 0 ? null : (
        <Chips site={site} taste={taste} cards={cards.not} label={basket.not} kind="not" />
      )}
      {cards.seen.length === 0 ? null : (
        <Chips site={site} taste={taste} cards={cards.seen} label={basket.seen} kind="seen" />
      )}
      {taste.leftAside.length === 0 ? null : (
        <p class="notice">
          {basket.leftAside(
            cards.leftAside.map((card) => titleOf(card, site.language)),
            taste.leftAside.length - cards.leftAside.length,
          )}
        </p>
      )}
      {cards.unknown === 0 ? null : <p class="notice">{basket.unknown(cards.unknown)}</p>}
      {cards.liked.length + cards.not.length + cards.seen.length < 2 ? null : (
        <p class="clear">
          <a href={filmsAddress(site, viewed(noTaste, taste.view ?? usualView))} data-swap>
            {basket.clear}
          </a>
        </p>
      )}
    </section>
  );
}

interface ChipsProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly cards: readonly FilmCard[];
  readonly label: string;
  readonly kind: 'liked' | 'not' | 'seen';
}

function Chips({ site, taste, cards, label, kind }: ChipsProps): JSX.Element {
  return (
    <div class="chips">
      <h3 id={`chips-${kind}`}>{label}</h3>
      <ul aria-labelledby={`chips-${kind}`}>
        {cards.map((card) => {
          const id = asFilmId(card.id);
          return (
            <li key={card.id} class={`chip ${kind}`}>
              {kind === 'liked' ? <Poster site={site} card={card} eager silent sizes="2.5rem" /> : null}
              <span>{titleAndYear(card, site.language)}</span>
              <a
                class="remove"
                data-swap
                href={filmsAddress(site, id === null ? taste : without(taste, id))}
                aria-label={site.words.basket.remove(titleOf(card, site.language))}
              >
                <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
                  <path d="M4 4l12 12M16 4 4 16" />
                </svg>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
