import { around } from '#market/around.ts';
import type { Cinema } from '#market/types.ts';
import type { Study } from '#web/study/study.tsx';

/** What a fixed cinema draws from the communes it is the nearest to. */
export interface ZoneOf {
  readonly cinema: Cinema;
  readonly people: number;
  readonly index: number;
}

export const zonesOf = (study: Study): readonly ZoneOf[] =>
  around(study.book).fixed.flatMap((cinema) => {
    const people = study.value('catchment', `people/${cinema.id}`);
    const index = study.value('catchment', `index/${cinema.id}`);
    return people === null || index === null ? [] : [{ cinema, people: people.value, index: index.value }];
  });

/** The zone that would bring the most entries if it drew as the mean of the zones does; null when there is none under it. */
export function zoneToWin(study: Study): ZoneOf | null {
  const zones = zonesOf(study);
  if (zones.length < 2) return null;
  const people = zones.reduce((sum, one) => sum + one.people, 0);
  const mean = zones.reduce((sum, one) => sum + one.people * one.index, 0) / people;
  const [first] = zones.toSorted((a, b) => b.people * (mean - b.index) - a.people * (mean - a.index));
  return first === undefined || first.index >= mean ? null : first;
}
