import type { JSX } from 'preact';
import type { FilmForAll } from '#together.ts';
import { FitBar } from '#web/components/fit-bar.tsx';
import { common } from '#web/components/reasons.tsx';
import { fitOf, type Person } from '#web/group/person.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

interface GroupGainsProps {
  readonly site: Site;
  readonly film: FilmForAll;
  /** In the order of the film's members. */
  readonly people: readonly Person[];
  /** How many traits shared with a liked film are said of each; 0: only the liked film is named. */
  readonly phrases: number;
}

/** What a film brings to each: a bar, the same in words, and the film of theirs that calls it. */
export function GroupGains({ site, film, people, phrases }: GroupGainsProps): JSX.Element {
  const { results } = site.words.group;
  return (
    <ul class="gains" aria-label={results.gains(titleOf(film.card, site.language))}>
      {people.map(({ handle, name }, place) => {
        const gain = film.members[place];
        if (gain === undefined) return null;
        const fit = fitOf(gain);
        const [reason] = gain.reasons;
        return (
          <li key={handle}>
            <b>{name}</b> <FitBar fit={fit} /> <span>{results.fit[fit]}</span>
            {reason === undefined || fit === 0 ? null : (
              <small>
                {' '}
                {results.from(titleOf(reason.card, site.language))}
                {phrases === 0 ? null : common(site, [film.card, reason.card], reason.traits, phrases)}
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}
