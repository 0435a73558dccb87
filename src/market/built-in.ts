import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTable } from '#market/read-table.ts';
import type { Cinema, Commune, Figure, MarketSource } from '#market/types.ts';

/** What the book says without any official file. */
export interface Contents {
  readonly sources: readonly MarketSource[];
  readonly figures: readonly Figure[];
  readonly communes: readonly Commune[];
  readonly cinemas: readonly Cinema[];
}

const folder = fileURLToPath(new URL('tables/', import.meta.url));
const apart = new Set(['sources', 'communes', 'cinemas', 'departments', 'regions']);

/** Departments all of whose cinemas the tables have; of others, those near the Creuse alone. */
export const completeDepartments: ReadonlySet<string> = new Set(['23']);

let read: Contents | null = null;

/**
 * Our own tables, read once: the facts that the study states, each with its source. Every table that is not of places or sources is one of figures.
 * @throws the faults of `readTable`
 */
export function builtIn(): Contents {
  read ??= {
    sources: readSources(),
    figures: tables().flatMap((name) => readFigures(`${folder}${name}.tsv`)),
    communes: readCommunes(),
    cinemas: readCinemas(),
  };
  return read;
}

const tables = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => name.slice(0, -4))
    .filter((name) => !apart.has(name))
    .sort();

/** One table of figures; its note is in both languages or in none. */
export function readFigures(path: string): Figure[] {
  const columns = ['topic', 'place', 'year', 'value', 'unit', 'source', 'reliability', 'note-fr', 'note-en'] as const;
  return readTable(path, columns).map((row) => {
    const [fr, en] = [row.text('note-fr'), row.text('note-en')];
    if ((fr === '') !== (en === '')) throw row.wrong(fr === '' ? 'note-fr' : 'note-en', 'a note is in both languages');
    return {
      id: `${row.needed('topic')}.${row.needed('place')}`,
      place: row.needed('place'),
      year: row.number('year', { low: 1900, high: 2100, whole: true }),
      value: row.number('value'),
      unit: row.text('unit'),
      source: row.needed('source'),
      reliability: row.oneOf('reliability', ['A', 'B', 'C', 'D']),
      ...(fr === '' ? {} : { note: { fr, en } }),
    };
  });
}

function readSources(): MarketSource[] {
  const columns = ['id', 'publisher', 'title', 'url', 'date', 'licence', 'kind'] as const;
  return readTable(`${folder}sources.tsv`, columns).map((row) => ({
    id: row.needed('id'),
    publisher: row.needed('publisher'),
    title: row.needed('title'),
    url: row.needed('url'),
    date: row.needed('date'),
    licence: row.text('licence') === '' ? null : row.text('licence'),
    kind: row.oneOf('kind', ['officiel', 'presse', 'estimation']),
  }));
}

function readCommunes(): Commune[] {
  const columns = ['code', 'name', 'department', 'population', 'longitude', 'latitude', 'year', 'source'] as const;
  return readTable(`${folder}communes.tsv`, columns).map((row) => ({
    code: row.needed('code'),
    name: row.needed('name'),
    department: row.needed('department'),
    population: row.number('population', { low: 1, whole: true }),
    longitude: row.number('longitude', { low: -180, high: 180 }),
    latitude: row.number('latitude', { low: -90, high: 90 }),
    year: row.number('year', { low: 1900, high: 2100, whole: true }),
    source: row.needed('source'),
  }));
}

const cinemaColumns = [
  'id',
  'name',
  'commune',
  'commune-name',
  'department',
  'longitude',
  'latitude',
  'travelling',
  'screens',
  'seats',
  'screenings',
  'entries',
  'entries-before',
  'art-et-essai',
  'labels',
  'films',
  'films-in-first-week',
  'french-share',
  'american-share',
  'art-et-essai-share',
  'year',
  'source',
] as const;

function readCinemas(): Cinema[] {
  const count = { low: 0, whole: true };
  const share = { low: 0, high: 1 };
  return readTable(`${folder}cinemas.tsv`, cinemaColumns).map((row) => ({
    id: row.needed('id'),
    name: row.needed('name'),
    commune: row.needed('commune'),
    communeName: row.needed('commune-name'),
    department: row.needed('department'),
    longitude: row.number('longitude', { low: -180, high: 180 }),
    latitude: row.number('latitude', { low: -90, high: 90 }),
    travelling: row.oneOf('travelling', ['yes', 'no']) === 'yes',
    screens: row.number('screens', count),
    seats: row.number('seats', count),
    screenings: row.number('screenings', count),
    entries: row.number('entries', count),
    entriesBefore: row.number('entries-before', count),
    artEtEssai: row.oneOf('art-et-essai', ['yes', 'no']) === 'yes',
    labels: row.text('labels'),
    films: row.number('films', count),
    filmsInFirstWeek: row.number('films-in-first-week', count),
    frenchShare: row.numberOrNull('french-share', share),
    americanShare: row.numberOrNull('american-share', share),
    artEtEssaiShare: row.numberOrNull('art-et-essai-share', share),
    year: row.number('year', { low: 1900, high: 2100, whole: true }),
    source: row.needed('source'),
  }));
}
