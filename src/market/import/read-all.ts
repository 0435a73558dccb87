import { dirname } from 'node:path';
import { fault } from '#errors.ts';
import type { Draft } from '#market/import/draft.ts';
import type { Found } from '#market/import/find-files.ts';
import { readAgeStructure } from '#market/import/formats/age-structure.ts';
import { ageTotals, readAgeTable } from '#market/import/formats/age-table.ts';
import { readCinemas } from '#market/import/formats/cinemas.ts';
import { readDepartmentSeries } from '#market/import/formats/department-series.ts';
import { readGroups } from '#market/import/formats/groups.ts';
import { isHouseholds, readHouseholds } from '#market/import/formats/households.ts';
import { readNational } from '#market/import/formats/national.ts';
import { readOutlines } from '#market/import/formats/outlines.ts';
import { readPopulations } from '#market/import/formats/populations.ts';
import { isPoverty, readPoverty } from '#market/import/formats/poverty.ts';
import type { OfficialTable } from '#market/import/official-table.ts';
import { readOfficial } from '#market/import/read-official.ts';
import { sha256Of } from '#market/store.ts';

/** What one file of the folder gave. */
export interface ReadFile extends Found {
  readonly sha256: string;
  readonly drafts: readonly Draft[];
}

export interface LeftAside {
  readonly file: string;
  readonly reason: string;
}

/** Tables that say themselves of what they are. */
const formats = [readCinemas, readDepartmentSeries, readPopulations, readGroups, readAgeStructure, readNational];

/** A file whose table does not name its department. */
interface Nameless extends Found {
  readonly sha256: string;
  readonly tables: readonly OfficialTable[];
}

const unknownFile = 'its header is none of those that are known';

/**
 * Reads every file, each recognised by its header. Tables that do not say of which department they are take the one given, or the one whose
 * population of a year is their total; those beside them take the same.
 * @param populationsOf the departments with this population in that year, as far as the book knows
 * @throws the faults of the formats: one wrong file refuses them all
 */
export async function readAll(
  files: readonly Found[],
  {
    department,
    populationsOf,
    onFile = () => {},
  }: {
    readonly department: string | null;
    readonly populationsOf: (year: number, people: number) => readonly string[];
    readonly onFile?: (name: string) => void;
  },
): Promise<{ read: ReadFile[]; left: LeftAside[] }> {
  const read: ReadFile[] = [];
  const left: LeftAside[] = [];
  const nameless: Nameless[] = [];
  for (const found of files) {
    onFile(found.name);
    const official = await readOfficial(found.path);
    if (official.form === 'other') {
      left.push({ file: found.name, reason: official.reason });
      continue;
    }
    const sha256 = sha256Of(official.bytes);
    const drafts =
      official.form === 'json'
        ? [readOutlines(found.path, official.text)].filter((one) => one !== null)
        : official.tables.flatMap((table) => first(formats, table) ?? []);
    const waits =
      official.form === 'tables' &&
      official.tables.some((table) => ageTotals(table) !== null || isHouseholds(table) || isPoverty(table));
    if (official.form === 'tables' && official.latinAt !== null && (drafts.length > 0 || waits))
      throw fault('FILE_NOT_UTF8', { file: found.path, line: official.latinAt });
    if (drafts.length > 0) read.push({ ...found, sha256, drafts });
    else if (waits) nameless.push({ ...found, sha256, tables: official.tables });
    else
      left.push({
        file: found.name,
        reason: official.form === 'json' ? 'it holds no outlines of communes' : unknownFile,
      });
  }
  const known = (year: number, people: number): readonly string[] => [
    ...new Set([...populationsOf(year, people), ...departmentsOf(read, year, people)]),
  ];
  const folders = departmentsOfFolders(nameless, known);
  for (const { tables, ...found } of nameless) {
    const code = department ?? folders.get(dirname(found.path));
    if (code === undefined) {
      left.push({ file: found.name, reason: 'it does not say of which department it is: give --department' });
      continue;
    }
    const drafts = tables.flatMap(
      (table) => readAgeTable(table, code) ?? readHouseholds(table, code) ?? readPoverty(table, code) ?? [],
    );
    read.push({ ...found, drafts });
  }
  return { read, left };
}

function first(readers: typeof formats, table: OfficialTable): Draft | null {
  for (const reader of readers) {
    const drafted = reader(table);
    if (drafted !== null) return drafted;
  }
  return null;
}

/** The departments whose communes, in what was just read, add up to this. */
const departmentsOf = (read: readonly ReadFile[], year: number, people: number): string[] =>
  read
    .flatMap(({ drafts }) => drafts)
    .filter(({ kind }) => kind === 'populations')
    .flatMap(({ part }) => part.series)
    .filter(({ id, years, values }) => id.startsWith('population.') && years[0] === year && values[0] === people)
    .map(({ place }) => place);

/** The one department that every known total of a folder's table of ages points to. */
function departmentsOfFolders(
  files: readonly Nameless[],
  known: (year: number, people: number) => readonly string[],
): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const { path, tables } of files)
    for (const table of tables) {
      const totals = [...(ageTotals(table) ?? [])];
      const [code, ...others] = new Set(totals.flatMap(([year, people]) => known(year, people)));
      if (code !== undefined && others.length === 0) folders.set(dirname(path), code);
    }
  return folders;
}
