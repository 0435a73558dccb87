import type { JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import { FilmBox } from '#web/components/group-join.tsx';
import { PostButton } from '#web/components/post-button.tsx';
import { RemovableFilms, RemoveForm } from '#web/components/removable-films.tsx';
import type { Person } from '#web/group/person.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

interface GroupMineProps {
  readonly site: Site;
  readonly address: string;
  /** The people of this device, one or more. */
  readonly people: readonly Person[];
  readonly cards: ReadonlyMap<string, FilmCard>;
  /** The one for whom a film was added last. */
  readonly current: string;
}

/** What the people of a device do with their own places: add a film, take one out, leave. */
export function GroupMine({ site, address, people, cards, current }: GroupMineProps): JSX.Element {
  const { mine } = site.words.group;
  const chosen =
    people.find(({ handle }) => handle === current) ?? people.find(({ liked }) => liked.length === 0) ?? people[0];
  return (
    <section class="panel mine" aria-labelledby="mine-title">
      <h2 id="mine-title">{mine.title(site.words.list(people.map(({ name }) => name)))}</h2>
      <form
        class="taste-form"
        method="post"
        action={address}
        data-titles={pathIn(site.language, '/api/titles')}
        data-list-label={site.words.box.listLabel}
        data-send="at-once"
      >
        <input type="hidden" name="do" value="add" />
        {people.length === 1 ? (
          <input type="hidden" name="who" value={chosen?.handle} />
        ) : (
          <fieldset class="whose">
            <legend>{mine.whose}</legend>
            {people.map(({ handle, name }) => (
              <span key={handle}>
                <input
                  type="radio"
                  id={`who-${handle}`}
                  name="who"
                  value={handle}
                  checked={handle === chosen?.handle}
                />
                <label for={`who-${handle}`}>{name}</label>
              </span>
            ))}
          </fieldset>
        )}
        <label for="q">{mine.add}</label>
        <FilmBox site={site} text="" submit={mine.submit} />
      </form>
      {people.map((person) => (
        <Place key={person.handle} {...{ site, address, person, cards }} alone={people.length === 1} />
      ))}
    </section>
  );
}

type PlaceProps = Pick<GroupMineProps, 'site' | 'address' | 'cards'> & {
  readonly person: Person;
  readonly alone: boolean;
};

function Place({ site, address, person, cards, alone }: PlaceProps): JSX.Element {
  const { mine } = site.words.group;
  const { handle, name, liked, refused } = person;
  const kept = site.visitor?.taste.liked.filter((film) => !liked.includes(film)).length ?? 0;
  return (
    <div class="place">
      {alone ? null : <h3>{mine.title(name)}</h3>}
      {liked.length === 0 ? <p>{mine.none}</p> : null}
      <RemovableFilms
        site={site}
        films={liked}
        cards={cards}
        kind="liked"
        way={(film, title) => (
          <RemoveForm action={address} fields={{ do: 'remove', who: handle, film }} label={mine.remove(title, name)} />
        )}
      />
      {refused.length === 0 ? null : (
        <>
          <p class="refused-title">{mine.refused}</p>
          <RemovableFilms
            site={site}
            films={refused}
            cards={cards}
            kind="not"
            way={(film, title) => (
              <RemoveForm
                action={address}
                fields={{ do: 'allow', who: handle, film }}
                label={mine.allow(title, name)}
              />
            )}
          />
        </>
      )}
      <div class="place-end">
        {kept === 0 || !alone ? null : (
          <PostButton action={address} fields={{ do: 'bring', who: handle }} class="quiet button">
            {mine.bring(kept)}
          </PostButton>
        )}
        <PostButton action={address} fields={{ do: 'leave', who: handle }} class="small">
          {mine.leave(name)}
        </PostButton>
      </div>
    </div>
  );
}
