import {
  findHeader,
  looksLike,
  underHeader,
  type NamedRow,
  type OfficialTable,
} from '#market/import/official-table.ts';
import { cnc, draft, type Draft } from '#market/import/draft.ts';
import { summariesOf } from '#market/import/formats/cinema-summaries.ts';
import { cinemaIds } from '#market/import/cinema-ids.ts';
import { departments } from '#market/places.ts';
import type { Cinema } from '#market/types.ts';

const needed = [
  'N° auto',
  'nom',
  'code INSEE',
  'commune',
  'DEP',
  'unité urbaine',
  'population unité urbaine',
  'écrans',
  'fauteuils',
  'séances',
  'AE',
  'label Art et Essai',
  'genre',
  'zone de la commune',
  'nombre de films programmés',
  'nombre de films en semaine 1',
  'PdM en entrées des films français',
  'PdM en entrées des films américains',
  'PdM en entrées des films européens',
  'PdM en entrées des autres films',
  'PdM en entrées des films Art et Essai',
  'latitude',
  'longitude',
] as const;

const zones: Readonly<Record<string, string>> = { C: '-centre', B: '-suburb', I: '-isolated', R: '-rural' };
const count = { low: 0, whole: true };
const atLeastOne = { low: 1, whole: true };
const percent = { low: 0, high: 100 };
/** No urban unit of a village has as many people: the file writes the sum of them all. */
const nonsense = 12_000_000;

/**
 * CNC's file of cinemas, a row each: semicolons, the year in the names of two columns (`entrées 2022`, `entrées 2021`).
 * Source: data.culture.gouv.fr, “Établissements cinématographiques”.
 * @returns null when the table is another
 * @throws FILE_ROW
 */
export function readCinemas(table: OfficialTable): Draft | null {
  const header = findHeader(table, looksLike(needed));
  if (header === null) return null;
  const named = underHeader(table, header, needed);
  const years = named.columns.flatMap((column) => /^entrées (\d{4})$/.exec(column)?.[1] ?? []).sort();
  const [before, year] = years;
  if (before === undefined || year === undefined || years.length !== 2 || Number(year) - Number(before) !== 1)
    throw underHeader(table, header, ['entrées of a year', 'entrées of the year before']);
  const source = `cnc-cinemas-${year}`;
  const ids = cinemaIds(named.rows.map((row) => [row.text('nom'), row.text('commune'), row.text('N° auto')]));
  const read = named.rows.map((row, place) => ({
    zone: zoneOf(row),
    cinema: cinemaOf(row, ids[place] ?? '', Number(year), source),
  }));
  const url = 'https://data.culture.gouv.fr/explore/dataset/etablissements-cinematographiques/';
  const ignored = [
    {
      reason: '“Zone rurale” is no urban unit: its population is not read',
      count: named.rows.filter((row) => isNonsense(row)).length,
    },
    {
      reason: `no entries in ${before}: counted as none`,
      count: named.rows.filter((row) => row.text(`entrées ${before}`) === '').length,
    },
  ].filter((one) => one.count > 0);
  return draft(
    'cinemas',
    year,
    read.length,
    {
      sources: [cnc(source, `Établissements cinématographiques, état au 31 décembre ${year}`, url, `${year}-12-31`)],
      cinemas: read.map(({ cinema }) => cinema),
      series: summariesOf(read, Number(year), source),
    },
    { ignored },
  );
}

function cinemaOf(row: NamedRow, id: string, year: number, source: string): Cinema {
  const department = row.text('DEP').padStart(2, '0');
  const commune = row.text('code INSEE').padStart(5, '0');
  if (!departments.has(department)) throw row.wrong('DEP', `there is no department “${row.text('DEP')}”`);
  if (!/^(\d{2}|2[AB])\d{3}$/.test(commune)) throw row.wrong('code INSEE', `“${commune}” is no code of a commune`);
  if (row.text('nom') === '') throw row.wrong('nom', 'it is empty');
  const share = (column: string): number | null => {
    const value = row.numberOrNull(column, percent);
    return value === null ? null : value / 100;
  };
  requireWhole(row);
  return {
    id,
    name: asName(row.text('nom')),
    commune,
    communeName: row.text('commune'),
    department,
    longitude: row.number('longitude', { low: -180, high: 180 }),
    latitude: row.number('latitude', { low: -90, high: 90 }),
    travelling: row.text('genre') === 'ITINERANT',
    screens: row.number('écrans', atLeastOne),
    seats: row.number('fauteuils', atLeastOne),
    screenings: row.number('séances', count),
    entries: row.number(`entrées ${year}`, count),
    entriesBefore: row.numberOrNull(`entrées ${year - 1}`, count) ?? 0,
    artEtEssai: row.text('AE') === 'OUI',
    labels: row.text('label Art et Essai'),
    films: row.number('nombre de films programmés', count),
    filmsInFirstWeek: row.number('nombre de films en semaine 1', count),
    frenchShare: share('PdM en entrées des films français'),
    americanShare: share('PdM en entrées des films américains'),
    artEtEssaiShare: share('PdM en entrées des films Art et Essai'),
    year,
    source,
  };
}

/** The four origins are parts of one whole; a cinema whose films are of none that is known has zeros. */
function requireWhole(row: NamedRow): void {
  const columns = needed.filter((column) => column.startsWith('PdM') && !column.endsWith('Art et Essai'));
  const sum = columns.reduce((total, column) => total + row.number(column, percent), 0);
  if (sum > 0 && Math.abs(sum - 100) > 1)
    throw row.wrong('PdM en entrées des films français', `the four origins add up to ${sum.toFixed(1)} %, not 100`);
}

function zoneOf(row: NamedRow): string {
  const zone = zones[row.text('zone de la commune')];
  if (zone === undefined)
    throw row.wrong('zone de la commune', `“${row.text('zone de la commune')}” is none of C, B, I, R`);
  return zone;
}

const isNonsense = (row: NamedRow): boolean =>
  row.text('unité urbaine') === 'Zone rurale' && (row.numberOrNull('population unité urbaine') ?? 0) > nonsense;

/** Names written in capitals are written as names. */
const asName = (name: string): string =>
  name === name.toUpperCase()
    ? name.toLowerCase().replaceAll(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
