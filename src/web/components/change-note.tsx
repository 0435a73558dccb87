import type { JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import type { ChangeTold } from '#web/change-told.ts';
import { placeAddress, type Place } from '#web/place.ts';
import type { Site } from '#web/site.ts';
import { tasteLists } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

const MOST_NAMED = 3;

interface ChangeNoteProps {
  readonly site: Site;
  readonly place: Place;
  readonly told: ChangeTold | null;
}

/** What the last action did, in a sentence, and the way back. It is always there, so that what is read in it can change in place. */
export function ChangeNote({ site, place, told }: ChangeNoteProps): JSX.Element {
  return (
    <p id="change" class="change" role="status">
      {told === null ? null : (
        <>
          <span>{sentence(site, told)}</span>{' '}
          <a href={placeAddress(site, place, told.before, 'q')} data-swap>
            {site.words.taste.undo}
          </a>
        </>
      )}
    </p>
  );
}

function sentence({ language, words: { taste } }: Site, { added, moved, removed, emptied }: ChangeTold): string {
  const named = (cards: readonly FilmCard[]): [titles: string[], films: number] => [
    cards.slice(0, MOST_NAMED).map((card) => titleOf(card, language)),
    cards.length,
  ];
  if (emptied && removed.length > 1) return taste.emptied(removed.length);
  return [
    ...tasteLists.flatMap((list) => (added[list].length === 0 ? [] : [taste.added[list](...named(added[list]))])),
    ...tasteLists.flatMap((list) => (moved[list].length === 0 ? [] : [taste.moved[list](...named(moved[list]))])),
    ...(removed.length === 0 ? [] : [taste.removed(...named(removed))]),
  ].join(' ');
}
