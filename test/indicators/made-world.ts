import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCatalogue } from '#catalogue/build.ts';
import { openCatalogue, type Catalogue } from '#catalogue/catalogue.ts';
import { noFilters, type Filters } from '#indicators/filters.ts';
import type { Indicator } from '#indicators/indicator.ts';
import type { Told } from '#indicators/told.ts';
import { speechOf, type SpokenLanguage } from '#words/speech.ts';

/** A title to make up: the cast in billing order, by the numbers of the people; a negative number has no place. */
export interface MadeTitle {
  readonly type?: 'movie' | 'tvMovie' | 'tvSeries' | 'short';
  readonly year: number;
  readonly minutes?: number | null;
  readonly genres?: string;
  readonly votes?: number;
  readonly rating?: number;
  readonly cast?: readonly number[];
  readonly unplaced?: readonly number[];
  readonly directors?: readonly number[];
  /** Other lines of the cast: category and person. */
  readonly others?: readonly (readonly [category: string, person: number])[];
}

export interface MadePerson {
  readonly birth?: number | null;
  readonly death?: number | null;
  /** 'actress' or 'actor' wherever they act; none: an actor whose trade is not told. */
  readonly trade?: 'actress' | 'actor';
  /** Their trade is also told outside their credits. */
  readonly toldTrade?: boolean;
}

export const today = '2026-06-01';

/** A catalogue of made-up titles and people: the title at place i is tt00000i, the person at place i nm00000i. */
export async function madeCatalogue(titles: readonly MadeTitle[], people: readonly MadePerson[]): Promise<Catalogue> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-made-'));
  const imdb = join(folder, 'imdb');
  mkdirSync(imdb);
  const write = (name: string, header: string, rows: readonly (readonly unknown[])[]): void =>
    writeFileSync(
      join(imdb, `${name}.tsv`),
      [header.split(' ').join('\t'), ...rows.map((row) => row.map((cell) => cell ?? '\\N').join('\t')), ''].join('\n'),
    );
  const category = (person: number): string => people[person]?.trade ?? 'actor';
  write(
    'title.basics',
    'tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres',
    titles.map((title, i) => [
      titleId(i),
      title.type ?? 'movie',
      `Title ${i}`,
      `Title ${i}`,
      0,
      title.year,
      null,
      title.minutes === undefined ? 100 : title.minutes,
      title.genres ?? 'Drama',
    ]),
  );
  write(
    'title.ratings',
    'tconst averageRating numVotes',
    titles.flatMap((title, i) => (title.votes === 0 ? [] : [[titleId(i), title.rating ?? 6, title.votes ?? 5000]])),
  );
  write(
    'title.principals',
    'tconst ordering nconst category job characters',
    titles.flatMap((title, i) => [
      ...(title.cast ?? []).map((who, place) => [titleId(i), place + 1, personId(who), category(who), null, null]),
      ...(title.unplaced ?? []).map((who) => [titleId(i), null, personId(who), category(who), null, null]),
      ...(title.directors ?? []).map((who, place) => [titleId(i), 20 + place, personId(who), 'director', null, null]),
      ...(title.others ?? []).map(([as, who], place) => [titleId(i), 40 + place, personId(who), as, null, null]),
    ]),
  );
  write(
    'name.basics',
    'nconst primaryName birthYear deathYear primaryProfession knownForTitles',
    people.map(({ birth, death, trade, toldTrade }, i) => [
      personId(i),
      `Person ${i}`,
      birth,
      death,
      toldTrade === true ? trade : null,
      null,
    ]),
  );
  return built(folder, { imdb });
}

const tiny = join(import.meta.dirname, '../tiny');

/** A catalogue of the hand-written world. */
export const tinyCatalogue = (): Promise<Catalogue> =>
  built(mkdtempSync(join(tmpdir(), 'lanterne-made-')), { imdb: join(tiny, 'imdb'), tmdb: join(tiny, 'tmdb') });

async function built(folder: string, from: { imdb: string; tmdb?: string }): Promise<Catalogue> {
  await buildCatalogue(folder, { ...from, now: () => new Date(`${today}T12:00:00Z`) });
  const catalogue = await openCatalogue(folder);
  return {
    ...catalogue,
    [Symbol.asyncDispose]: async () => {
      await catalogue[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const titleId = (i: number): string => `tt${String(i + 1).padStart(7, '0')}`;
export const personId = (i: number): string => `nm${String(i + 1).padStart(7, '0')}`;

/** An indicator's answer on a catalogue. */
export async function ask(
  indicator: Indicator,
  catalogue: Catalogue,
  filters: Partial<Filters> = {},
  language: SpokenLanguage = 'en',
): Promise<Told> {
  const answer = await indicator.answer({ catalogue, today }, { ...noFilters, ...filters });
  return answer(speechOf(language));
}

/** The films behind a key, as identifiers of rows. */
export const behind = async (
  indicator: Indicator,
  catalogue: Catalogue,
  key: string,
  filters: Partial<Filters> = {},
): Promise<readonly number[] | null> =>
  (await indicator.films?.({ catalogue, today }, { ...noFilters, ...filters }, key)) ?? null;

/** Of a chart, what is read and where it is along years: not keys, sizes nor counts. */
const words = (name: string, value: unknown): unknown =>
  name === 'key' || (typeof value === 'number' && name !== 'x') ? '' : value;

/** Every year and decade that an answer names is of the years asked for; cautions, method and sources may name others. */
export function saysYearsWithin({ title, finding, charts, tables }: Told, from: number, to: number): void {
  const said = [title, ...finding, JSON.stringify(charts, words)];
  const cells = tables.flatMap(({ columns, rows }) =>
    rows.flatMap((row) => row.filter((cell, place) => columns[place]?.kind === 'year' && cell !== null)),
  );
  for (const text of [...said, ...cells.map(String)])
    for (const [, digits = ''] of text.matchAll(/(?<![\d.,])((?:18|19|20)\d\d)(?![\d.,]*\d)/g)) {
      const year = Number(digits);
      if (year < from || year > to) throw new Error(`${digits} is not from ${from} to ${to}: ${text.slice(0, 300)}`);
    }
}

/** What must hold of every answer, whatever the data. */
export function soundTold({
  finding,
  cautions,
  charts,
  tables,
  coverage,
  count,
  method,
  citations,
  title,
}: Told): void {
  const sentences = [title, ...finding, ...cautions, method];
  for (const sentence of sentences)
    if (/NaN|undefined|Infinity|null|\[object/.test(sentence)) throw new Error(`A sentence says “${sentence}”.`);
  if (finding.length === 0 || finding.some((sentence) => !/[.!?]$/.test(sentence.trim())))
    throw new Error(`A finding is no sentence: ${finding.join(' | ')}`);
  for (const { known, of } of coverage) if (known < 0 || known > of) throw new Error(`${known} of ${of} are known.`);
  if (!Number.isFinite(count.value)) throw new Error('N is not a number.');
  if (citations.length === 0) throw new Error('No source is cited.');
  for (const { name, rows, keys } of tables) {
    if (keys !== undefined && keys.length !== rows.length)
      throw new Error(`${name} has ${keys.length} keys for ${rows.length} rows.`);
    for (const row of rows)
      if (row.some((cell) => typeof cell === 'number' && !Number.isFinite(cell)))
        throw new Error(`${name} has a hole: ${JSON.stringify(row)}`);
  }
  // JSON writes NaN as null, and no number of a chart here may be missing.
  if (/:null|[[,]null/.test(JSON.stringify(charts))) throw new Error('A chart has a hole.');
}
