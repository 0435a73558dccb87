import type { JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import { FilmLine } from '#web/components/film-line.tsx';
import { Poster } from '#web/components/poster.tsx';
import { changeAddress, placeAddress, results } from '#web/place.ts';
import type { Site } from '#web/site.ts';
import { put, type TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';
import { verdictQuery, type Verdict } from '#web/typed-titles.ts';

interface ChoiceListProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly cards: readonly FilmCard[];
  /** Typed titles still to decide after this one. */
  readonly remaining: string;
  readonly verdict: Verdict;
}

/** Films to choose from, told apart; each is a link that adds it. */
export function ChoiceList({ site, taste, cards, remaining, verdict }: ChoiceListProps): JSX.Element {
  const addressOf = (next: TasteUrl): string =>
    remaining === ''
      ? changeAddress(site, results, [taste, next])
      : placeAddress(site, { ...results, more: { q: remaining, ...verdictQuery(verdict) } }, next, 'q');
  return (
    <ul class="choices">
      {cards.map((card) => {
        const id = asFilmId(card.id);
        const next = id === null ? taste : put(taste, verdict, id);
        const title = titleOf(card, site.language);
        return (
          <li key={card.id} class="film">
            <article>
              <Poster site={site} card={card} eager />
              <div class="about">
                <h3 class="film-title">
                  <a href={addressOf(next)}>
                    <span class="heard-only">{site.words.choice.pick(title)}</span>
                    <span aria-hidden="true">{title}</span>
                  </a>
                </h3>
                <FilmLine site={site} card={card} />
              </div>
            </article>
          </li>
        );
      })}
    </ul>
  );
}
