import type { JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import { mostMembers } from '#state/group-members.ts';
import { RemovableFilms, RemoveLink } from '#web/components/removable-films.tsx';
import { groupAddress, memberText, nobody, withMember, withoutFilm, type GroupUrl } from '#web/group/group-url.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import type { Pending } from '#web/typed-titles.ts';

interface PeopleFormProps {
  readonly site: Site;
  readonly group: GroupUrl;
  readonly cards: ReadonlyMap<string, FilmCard>;
  /** What was typed and not found, by place. */
  readonly pending: ReadonlyMap<number, readonly Pending[]>;
}

const SHOWN_AT_FIRST = 2;

/** The people of an address with their films, to change; room for those who come after. */
export function PeopleForm({ site, group, cards, pending }: PeopleFormProps): JSX.Element {
  const { here } = site.words.group;
  const shown = Math.max(SHOWN_AT_FIRST, group.members.length);
  const places = [...Array(mostMembers).keys()];
  const fields = (place: number): JSX.Element => (
    <PersonFields key={place} {...{ site, group, cards, place }} pending={pending.get(place) ?? []} />
  );
  return (
    <form class="people-form" action={pathIn(site.language, '/groupe')} method="get">
      {places.slice(0, shown).map(fields)}
      {shown === mostMembers ? null : (
        <details class="more-people">
          <summary>{here.more}</summary>
          {places.slice(shown).map(fields)}
        </details>
      )}
      {group.chosen.map((film) => (
        <input key={film} type="hidden" name="chosen" value={film} />
      ))}
      <p class="hint" id="films-hint">
        {here.filmsHint}
      </p>
      <button type="submit">{here.submit}</button>
    </form>
  );
}

interface PersonFieldsProps extends Omit<PeopleFormProps, 'pending'> {
  readonly place: number;
  readonly pending: readonly Pending[];
}

function PersonFields({ site, group, cards, place, pending }: PersonFieldsProps): JSX.Element {
  const { here, person, mine } = site.words.group;
  const member = group.members[place];
  const { name, liked, refused } = member ?? nobody;
  const called = name || person(place + 1);
  const lost = pending.filter(({ kind }) => kind === 'none').map(({ text }) => text);
  const without = (film: FilmId): string =>
    groupAddress(site, member === undefined ? group : withMember(group, place, withoutFilm(member, film)));
  return (
    <fieldset>
      <legend>{called}</legend>
      {member === undefined ? null : <input type="hidden" name="m" value={memberText(member)} />}
      <div class="pair">
        <p>
          <label for={`n${place}`}>{here.name}</label>
          <input id={`n${place}`} name={`n${place}`} value={name} maxLength={60} autocomplete="off" />
        </p>
        <p>
          <label for={`q${place}`}>{liked.length === 0 ? here.films : mine.add}</label>
          <input
            id={`q${place}`}
            name={`q${place}`}
            value={lost.join(' ; ')}
            maxLength={400}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-describedby="films-hint"
            enterkeyhint="go"
          />
        </p>
      </div>
      <RemovableFilms
        site={site}
        films={liked}
        cards={cards}
        kind="liked"
        way={(film, title) => <RemoveLink href={without(film)} label={mine.remove(title, called)} />}
      />
      {refused.length === 0 ? null : (
        <>
          <p class="refused-title">{mine.refused}</p>
          <RemovableFilms
            site={site}
            films={refused}
            cards={cards}
            kind="not"
            way={(film, title) => <RemoveLink href={without(film)} label={mine.allow(title, called)} />}
          />
        </>
      )}
      {group.members.length < 2 || member === undefined ? null : (
        <p class="clear">
          <a href={groupAddress(site, { ...group, members: group.members.toSpliced(place, 1) })}>
            {here.remove(called)}
          </a>
        </p>
      )}
    </fieldset>
  );
}
