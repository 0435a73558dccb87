import type { JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import type { Chosen } from '#web/group/choose.ts';
import { groupAddress, withFilm, withMember, type GroupUrl } from '#web/group/group-url.ts';
import type { Person } from '#web/group/person.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

interface ActsHereProps {
  readonly site: Site;
  readonly group: GroupUrl;
  /** In the order of the address. */
  readonly people: readonly Person[];
  readonly found: Chosen | null;
  readonly card: FilmCard;
}

/** What can be said of a film on one device: links to the address in which it is said. */
export function ActsHere({ site, group, people, found, card }: ActsHereProps): JSX.Element | null {
  const { act } = site.words.group;
  const film = asFilmId(card.id);
  if (film === null || found === null) return null;
  const title = titleOf(card, site.language);
  const { together } = found;
  const pick = [...together.choices.flatMap((choice) => choice.film ?? []), ...together.films].find(
    (one) => one.card.id === card.id,
  );
  const gains = new Map(found.people.map(({ handle }, place) => [handle, pick?.members[place]?.receivedAfter]));
  const chosen = {
    ...group,
    members: group.members.map((member, place) => ({
      ...member,
      received: gains.get(people[place]?.handle ?? '') ?? member.received,
    })),
    chosen: [...group.chosen, film],
  };
  return (
    <>
      <a href={`${groupAddress(site, chosen)}#evenings`}>
        {act.choose}
        <span class="heard-only">{act.chooseFor(title)}</span>
      </a>
      <details class="who-not">
        <summary>
          {act.not}
          <span class="heard-only">{act.chooseFor(title)}</span>
        </summary>
        <p>{act.who}</p>
        <ul>
          {group.members.map((member, place) => (
            <li key={people[place]?.handle}>
              <a
                href={`${groupAddress(site, withMember(group, place, withFilm(member, 'refused', film)))}#group-results`}
              >
                <span class="heard-only">{act.not}, </span>
                {people[place]?.name}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
