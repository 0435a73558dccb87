import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { allNames } from '#catalogue/queries/film-names.ts';
import { openEngine, type Engine } from '#engine.ts';
import type { CatalogueFacts } from '#features/facts/film-facts.ts';
import { nationalities } from '#features/facts/nationality.ts';
import { openMarket } from '#market/book.ts';
import { localTaste } from '#market/local-taste.ts';
import { chooseList, groundOf, usualDiversity } from '#recommend/choose.ts';
import { genreClassNames, genreClassOf, type LocalTaste } from '#recommend/local-taste.ts';
import { foldWords } from '#search/fold.ts';

export interface StartListRow {
  readonly list: string;
  readonly k: number;
  /** French, American, of other Europe, others; those that nothing tells are in none. */
  readonly nationality: readonly number[];
  /** What the list was to hold; null for the list of world fame, which has no aim. */
  readonly wanted: readonly number[] | null;
  readonly since2010: number;
  readonly meanAge: number;
  /** Shares of the classes of genres, in the order of `genreClassNames`. */
  readonly genres: readonly number[];
}

export interface StartListReport {
  readonly rows: readonly StartListRow[];
  /** French films among the greatest successes of the box office of 2019 to 2025 that the catalogue has, and how many are in the first 40 and 100. */
  readonly successes: {
    readonly known: number;
    readonly found: readonly { list: string; in40: number; in100: number }[];
  };
  /** The share of the first 40 that stays with another half-life of recent films. */
  readonly steadiness: readonly { readonly years: number; readonly kept: number }[];
  /** A family film, a comedy, an evening of 90 minutes: whether every film of the list of ten meets the condition. */
  readonly conditions: readonly { readonly name: string; readonly films: number; readonly french: number }[];
}

const nobody = { liked: [], disliked: [], seen: [] };
const lengths = [10, 20, 40];

/**
 * The list for who has named no film, beside the best known films of the world: shares against those wanted, ages, genres, and how many of the French successes of
 * the box office each shows (these are looked at, never learnt from).
 * @param reference the folder of the reference data, for the box office; without it successes are not counted
 */
export async function runStartListBench(dataFolder: string, reference: string): Promise<StartListReport> {
  await using engine = await openEngine(dataFolder);
  const facts = await engine.facts();
  const tastes = [
    ['Guéret', '23096'],
    ['Aubusson', '23008'],
    ['a commune of the Creuse without a cinema', '23004'],
  ].flatMap(([name, commune]): [string, LocalTaste][] => {
    const taste = localTaste(openMarket(dataFolder, { commune: commune ?? '' }));
    return taste === null ? [] : [[name ?? '', taste]];
  });
  const listOf = (taste: LocalTaste | null, wishes = {}): number[] =>
    chooseList(groundOf(engine, facts, taste), nobody, { top: 100, diversity: usualDiversity, ...wishes }).films.map(
      ({ film }) => film,
    );
  const lists: [string, LocalTaste | null, number[]][] = [
    ...tastes.map(([name, taste]): [string, LocalTaste | null, number[]] => [name, taste, listOf(taste)]),
    ['world fame', null, listOf(null)],
  ];
  const successes = await frenchSuccesses(engine, facts, reference);
  const [, home] = tastes[0] ?? ['', null];
  const first = lists[0]?.[2].slice(0, 40) ?? [];
  const among = (films: readonly number[], some: ReadonlySet<number>): number =>
    films.filter((film) => some.has(film)).length;
  return {
    rows: lists.flatMap(([name, taste, films]) =>
      lengths.map((k) => measure(name, taste, films.slice(0, k), facts, new Date().getFullYear())),
    ),
    successes: {
      known: successes.size,
      found: lists.map(([list, , films]) => ({
        list,
        in40: among(films.slice(0, 40), successes),
        in100: among(films, successes),
      })),
    },
    steadiness:
      home === null
        ? []
        : [3, 8].map((years) => ({
            years,
            kept:
              among(listOf({ ...home, halfLife: { ...home.halfLife, recent: years } }).slice(0, 40), new Set(first)) /
              40,
          })),
    conditions: [
      ['family', { filters: { audience: 'family' } }],
      ['comedy', { filters: { genres: ['Comedy'] } }],
      ['90 minutes at most', { filters: { length: [40, 90] } }],
      ['of the 1960s', { filters: { years: [1960, 1969] } }],
    ].map(([name, wishes]) => {
      const films = listOf(home, typeof wishes === 'string' ? {} : wishes).slice(0, 10);
      return {
        name: String(name),
        films: films.length,
        french: films.filter((film) => facts.nationality[film] === 1).length,
      };
    }),
  };
}

function measure(
  list: string,
  taste: LocalTaste | null,
  films: readonly number[],
  facts: CatalogueFacts,
  year: number,
): StartListRow {
  const share = (test: (film: number) => boolean): number => films.filter(test).length / films.length;
  const yearOf = (film: number): number => facts.year[film] ?? 0;
  return {
    list,
    k: films.length,
    nationality: nationalities.map((_, at) => share((film) => facts.nationality[film] === at + 1)),
    wanted: taste === null ? null : nationalities.map((name) => taste.nationality[name]),
    since2010: share((film) => yearOf(film) >= 2010),
    meanAge: films.reduce((sum, film) => sum + year - yearOf(film), 0) / films.length,
    genres: genreClassNames.map((name) => share((film) => genreClassOf(facts.genres[film] ?? []) === name)),
  };
}

/** The films of the box office's tables that are French by the catalogue, by title and year. */
async function frenchSuccesses(engine: Engine, facts: CatalogueFacts, reference: string): Promise<Set<number>> {
  const file = join(reference, 'market', 'figures', 'box_office_france_top.csv');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return new Set();
  }
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  const byName = new Map<string, number[]>();
  for (const { film, name } of await engine.catalogue.run(allNames, {})) {
    const key = foldWords(name).join(' ');
    byName.set(key, [...(byName.get(key) ?? []), film]);
  }
  const found = new Set<number>();
  for (const { title = '', year = '' } of rows) {
    const key = foldWords(title.replace(/ \(.*\)$/, '')).join(' ');
    const near = (byName.get(key) ?? []).filter(
      (film) => Math.abs((facts.year[film] ?? 0) - Number(year)) <= 1 && facts.nationality[film] === 1,
    );
    const [best] = near.toSorted((a, b) => (engine.fame[b] ?? 0) - (engine.fame[a] ?? 0));
    if (best !== undefined) found.add(best);
  }
  return found;
}

const percent = (value: number): string => `${Math.round(value * 100)}`;

/** The tables of docs/results.md. */
export function startListTables({ rows, successes, steadiness, conditions }: StartListReport): string {
  const shares = rows.map(
    ({ list, k, nationality, wanted, since2010, meanAge, genres }) =>
      `| ${list} | ${k} | ${nationality.map((value, at) => `${percent(value)}${wanted === null ? '' : ` (${percent(wanted[at] ?? 0)})`}`).join(' | ')} | ${percent(since2010)} | ${meanAge.toFixed(1)} | ${genres.map(percent).join(' | ')} |`,
  );
  return [
    `| list | first | French | American | other Europe | other | since 2010 | mean age | ${genreClassNames.join(' | ')} |`,
    `|---|---|${'---|'.repeat(6 + genreClassNames.length)}`,
    ...shares,
    '',
    `| list | French successes of the box office (of ${successes.known}) in the first 40 | in the first 100 |`,
    '|---|---|---|',
    ...successes.found.map(({ list, in40, in100 }) => `| ${list} | ${in40} | ${in100} |`),
    '',
    ...steadiness.map(
      ({ years, kept }) => `With a half-life of ${years} years instead of 5, ${percent(kept)} % of the first 40 stay.`,
    ),
    '',
    `First ten under a condition: ${conditions.map(({ name, films, french }) => `${name}, ${films} films of which ${french} French`).join('; ')}.`,
  ].join('\n');
}
