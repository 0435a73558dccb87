import { collectSeries, rounded } from '#market/import/draft.ts';
import { departments } from '#market/places.ts';
import type { Series } from '#market/store.ts';
import type { Cinema } from '#market/types.ts';

/** A cinema, and the suffix of its kind of commune: `-rural`. */
export interface Zoned {
  readonly zone: string;
  readonly cinema: Cinema;
}

/** Sums of cinemas and means weighted by entries: of France, of its kinds of commune, of each region; entries of each department. */
export function summariesOf(read: readonly Zoned[], year: number, source: string): Series[] {
  const series = collectSeries();
  const add = (topic: string, place: string, unit: string, value: number, at = year, digits = 4): void =>
    series.add({ id: `${topic}.${place}`, place, unit, source, reliability: 'B' }, at, rounded(value, digits));
  const groups: [string, string, readonly Zoned[]][] = [
    ['', 'FR', read],
    ...byKey(read, ({ zone }) => zone).map(([zone, some]): [string, string, readonly Zoned[]] => [zone, 'FR', some]),
    ...byKey(read, ({ cinema }) => departments.get(cinema.department)?.region ?? 'FR').map(
      ([region, some]): [string, string, readonly Zoned[]] => ['', region, some],
    ),
  ];
  for (const [suffix, place, some] of groups) {
    const cinemas = some.map(({ cinema }) => cinema);
    const entries = sum(cinemas.map((one) => one.entries));
    const weighted = (share: (one: Cinema) => number | null): number =>
      sum(cinemas.map((one) => one.entries * (share(one) ?? 0))) / entries;
    if (entries === 0) continue;
    add(
      `french-share${suffix}`,
      place,
      'share',
      weighted((one) => one.frenchShare),
    );
    add(
      `american-share${suffix}`,
      place,
      'share',
      weighted((one) => one.americanShare),
    );
    add(
      `art-et-essai-share${suffix}`,
      place,
      'share',
      weighted((one) => one.artEtEssaiShare),
    );
    const screenings = sum(cinemas.map((one) => one.screenings));
    if (screenings > 0) add(`viewers-per-screening${suffix}`, place, 'viewers', entries / screenings, year, 2);
    add(
      `first-week-films${suffix}`,
      place,
      'films',
      sum(cinemas.map((one) => one.filmsInFirstWeek)) / cinemas.length,
      year,
      2,
    );
    add(`cinemas-open${suffix}`, place, 'cinemas', cinemas.length);
  }
  for (const [department, some] of byKey(read, ({ cinema }) => cinema.department)) {
    add('entries', department, 'entries', sum(some.map(({ cinema }) => cinema.entries)));
    add('entries', department, 'entries', sum(some.map(({ cinema }) => cinema.entriesBefore)), year - 1);
  }
  return series.list();
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const byKey = (read: readonly Zoned[], key: (one: Zoned) => string): [string, Zoned[]][] => [...Map.groupBy(read, key)];
