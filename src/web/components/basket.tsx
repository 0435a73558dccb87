import type { JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import { Chips } from '#web/components/chips.tsx';
import { usualView } from '#web/list-view.ts';
import { changeAddress, type Place } from '#web/place.ts';
import type { Site } from '#web/site.ts';
import { noTaste, tasteLists, viewed, type TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

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
  readonly place: Place;
  readonly taste: TasteUrl;
  readonly cards: TasteCards;
}

/** The reader's films as chips, each with its way out and its way to the other list; and what was left aside, said. */
export function Basket({ site, place, taste, cards }: BasketProps): JSX.Element {
  const { basket } = site.words;
  return (
    <section id="basket" class="basket" aria-labelledby="basket-title">
      <h2 id="basket-title">{basket.title}</h2>
      {cards.liked.length === 0 ? <p>{basket.empty}</p> : null}
      {tasteLists.map((list) =>
        cards[list].length === 0 ? null : (
          <Chips key={list} site={site} place={place} taste={taste} cards={cards[list]} list={list} />
        ),
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
      {taste.liked.length + taste.not.length + taste.seen.length < 2 ? null : (
        <p class="clear">
          <a href={changeAddress(site, place, [taste, viewed(noTaste, taste.view ?? usualView)])} data-swap>
            {basket.clear}
          </a>
        </p>
      )}
    </section>
  );
}
