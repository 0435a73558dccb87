import type { JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import type { Person } from '#web/group/person.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

interface GroupPeopleProps {
  readonly site: Site;
  readonly people: readonly Person[];
  /** Handles of the people of this device. */
  readonly own: ReadonlySet<string>;
  /** The films, for those who take part; null shows how many each has, and no more. */
  readonly cards: ReadonlyMap<string, FilmCard> | null;
}

/** Who is in the group, with their films for those who take part. */
export function GroupPeople({ site, people, own, cards }: GroupPeopleProps): JSX.Element {
  const { group, films } = site.words.group;
  const without = people.filter(({ liked }) => liked.length === 0);
  return (
    <section id="group-people" class="people" aria-labelledby="people-title">
      <h2 id="people-title">{group.people}</h2>
      {people.length === 0 ? <p>{group.nobody}</p> : null}
      <ul>
        {people.map(({ handle, name, liked }) => {
          const titles = liked.flatMap((film) => {
            const card = cards?.get(film);
            return card === undefined ? [] : site.words.quoted(titleOf(card, site.language));
          });
          return (
            <li key={handle}>
              <b>{name}</b>
              {own.has(handle) ? <span class="you"> ({group.you})</span> : null}
              <span class="count">, {films(liked.length)}</span>
              {titles.length === 0 || own.has(handle) ? null : <span class="titles">{titles.join(', ')}</span>}
            </li>
          );
        })}
      </ul>
      {cards === null || without.length === 0 || people.length < 2 ? null : (
        <p>{group.noFilm(without.map(({ name }) => name))}</p>
      )}
    </section>
  );
}
