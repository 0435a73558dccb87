import type { ComponentChildren, JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import type { Evening } from '#state/evenings.ts';
import { PostButton } from '#web/components/post-button.tsx';
import type { Person } from '#web/group/person.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

interface EveningsProps {
  readonly site: Site;
  /** Those of the people whose turn it may be. */
  readonly people: readonly Person[];
  readonly evenings: readonly { readonly film: FilmId; readonly at: string | null }[];
  readonly cards: ReadonlyMap<string, FilmCard>;
  readonly after?: (film: FilmId, title: string) => ComponentChildren;
}

/** The films that the group chose before, and whom they brought least: what the next choice makes up for. */
export function GroupEvenings({ site, people, evenings, cards, after }: EveningsProps): JSX.Element | null {
  const { evenings: words } = site.words.group;
  if (evenings.length === 0) return null;
  const owed = owedOf(people);
  return (
    <section id="evenings" class="evenings notice" aria-labelledby="evenings-title">
      <h2 id="evenings-title">{words.title}</h2>
      <ul>
        {evenings.map(({ film, at }) => {
          const card = cards.get(film);
          const title = card === undefined ? film : titleOf(card, site.language);
          return (
            <li key={film}>
              {words.one(title, at)} {after?.(film, title)}
            </li>
          );
        })}
      </ul>
      <p>{owed === null ? words.even : words.owed(owed.name)}</p>
    </section>
  );
}

/** The evenings of a group that is kept; each can be taken back. */
export const KeptEvenings = ({
  evenings,
  address,
  ...others
}: Omit<EveningsProps, 'after' | 'evenings'> & {
  readonly evenings: readonly Evening[];
  readonly address: string;
}): JSX.Element | null => (
  <GroupEvenings
    {...others}
    evenings={evenings}
    after={(film, title) => (
      <PostButton action={address} fields={{ do: 'take-back', film }} class="small">
        {others.site.words.group.evenings.takeBack(title)}
      </PostButton>
    )}
  />
);

/** Who received least; null when everybody received as much, to the hundredth. */
function owedOf(people: readonly Person[]): Person | null {
  const least = people.reduce<Person | null>(
    (low, one) => (low === null || one.received < low.received ? one : low),
    null,
  );
  const most = Math.max(...people.map(({ received }) => received));
  return least === null || most - least.received < 0.01 ? null : least;
}
