import type { ComponentChildren, JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import { FilmLine } from '#web/components/film-line.tsx';
import { Poster } from '#web/components/poster.tsx';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';
import type { Pending } from '#web/typed-titles.ts';

interface GroupChoicesProps {
  readonly site: Site;
  /** For whom the title was typed. */
  readonly name: string;
  readonly pending: readonly Pending[];
  /** The way to choose one of the films that a text may mean. */
  readonly pick: (card: FilmCard, text: string) => ComponentChildren;
}

/** Typed titles that are not one film alone: the films that each may mean, told apart. */
export function GroupChoices({ site, name, pending, pick }: GroupChoicesProps): JSX.Element {
  const { choice, group } = site.words;
  return (
    <section class="pending" aria-label={group.here.which(name)}>
      {pending.map(({ text, kind, cards }) => (
        <div key={text}>
          <h2>
            {group.here.which(name)}. {kind === 'several' ? choice.lead(text, cards.length) : choice.none(text)}
          </h2>
          {kind === 'none' ? <p>{cards.length === 0 ? choice.help : choice.nearest}</p> : null}
          <ul class="choices">
            {cards.map((card) => (
              <li key={card.id} class="film">
                <article>
                  <Poster site={site} card={card} eager silent />
                  <div class="about">
                    <h3 class="film-title">{titleOf(card, site.language)}</h3>
                    <FilmLine site={site} card={card} />
                  </div>
                  <div class="actions">{pick(card, text)}</div>
                </article>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** The texts still to decide once one is: what the box would hold. */
export const othersOf = (pending: readonly Pending[], text: string): string =>
  pending
    .filter((one) => one.text !== text)
    .map((one) => one.text)
    .join(' ; ');
