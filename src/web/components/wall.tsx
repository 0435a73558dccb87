import type { JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import { Poster } from '#web/components/poster.tsx';
import { ImportDoor } from '#web/components/side-doors.tsx';
import { changeAddress, placeAddress, results, type Place } from '#web/place.ts';
import type { Site } from '#web/site.ts';
import { put, tasteLists, without, type TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';
import type { Wall, WallGroup } from '#web/wall.ts';
import type { Words } from '#web/words.fr.ts';

const FIRST_ROW = 6;

interface WallProps {
  readonly site: Site;
  readonly place: Place;
  readonly taste: TasteUrl;
  readonly wall: Wall;
}

/** Well-known films to touch, for those who have no title in mind: groups as links, each film put among the liked ones and taken out where it stands. */
export function WallOfFilms({ site, place, taste, wall }: WallProps): JSX.Element {
  const { home, taste: words } = site.words;
  const [themes, times] = [wall.groups.filter(isTheme), wall.groups.filter((group) => !isTheme(group))];
  return (
    <section id="wall" class="wall" aria-labelledby="wall-title">
      <h2 id="wall-title">{home.wall}</h2>
      <p>{home.wallLead}</p>
      <Groups
        site={site}
        taste={taste}
        wall={wall}
        id="wall-kinds"
        label={words.wall.groups}
        heard
        groups={[null, ...themes]}
      />
      {times.length === 0 ? null : (
        <Groups site={site} taste={taste} wall={wall} id="wall-times" label={words.wall.decades} groups={times} />
      )}
      <ul class="wall-films" aria-label={wall.shown === null ? words.wall.famous : nameOf(wall.shown, site.words)}>
        {wall.films.map((card, at) => (
          <WallFilm key={card.id} site={site} place={place} taste={taste} card={card} eager={at < FIRST_ROW} />
        ))}
      </ul>
      {taste.liked.length === 0 ? null : (
        <p class="onward">
          <span>{words.wall.count(taste.liked.length)}</span>
          <a class="button" href={placeAddress(site, results, taste)}>
            {words.wall.onward}
          </a>
        </p>
      )}
      <ImportDoor site={site} taste={taste} />
    </section>
  );
}

interface GroupsProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly wall: Wall;
  readonly id: string;
  readonly label: string;
  readonly heard?: boolean;
  /** null: the best known films. */
  readonly groups: readonly (WallGroup | null)[];
}

function Groups({ site, taste, wall, id, label, heard = false, groups }: GroupsProps): JSX.Element {
  return (
    <nav class="wall-groups" aria-labelledby={id}>
      <h3 id={id} class={heard ? 'heard-only' : undefined}>
        {label}
      </h3>
      <ul>
        {groups.map((group) => (
          <li key={group?.key ?? ''}>
            <a
              id={`mur-${group?.key ?? 'tous'}`}
              href={placeAddress(site, { path: '/', more: { mur: group?.key ?? '' } }, taste, 'wall')}
              aria-current={wall.shown?.key === group?.key ? 'true' : undefined}
              data-swap
            >
              {group === null ? site.words.taste.wall.famous : nameOf(group, site.words)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface WallFilmProps {
  readonly site: Site;
  readonly place: Place;
  readonly taste: TasteUrl;
  readonly card: FilmCard;
  readonly eager: boolean;
}

function WallFilm({ site, place, taste, card, eager }: WallFilmProps): JSX.Element | null {
  const { wall } = site.words.taste;
  const id = asFilmId(card.id);
  if (id === null) return null;
  const list = tasteLists.find((one) => taste[one].includes(id)) ?? null;
  const next = list === 'liked' ? without(taste, id) : put(taste, 'liked', id);
  return (
    <li class={list ?? undefined}>
      <a id={id} href={changeAddress(site, place, [taste, next], id)} data-swap>
        <span class="heard-only">{list === 'liked' ? wall.take : wall.like} </span>
        <Poster site={site} card={card} eager={eager} silent sizes="(min-width: 60rem) 12rem, 30vw" />
        <span class="wall-title">{titleOf(card, site.language)}</span>
        {list === null ? null : <span class="mark-of">{wall[list]}</span>}
      </a>
    </li>
  );
}

const isTheme = ({ kind }: WallGroup): boolean => 'theme' in kind;

function nameOf({ kind }: WallGroup, words: Words): string {
  if ('theme' in kind) return words.taste.wall.themes[kind.theme];
  return 'decade' in kind ? words.taste.wall.decade(kind.decade) : words.taste.wall.before(kind.before);
}
