import { join } from 'node:path';
import { fault, LanterneError } from '#errors.ts';
import { openMarket } from '#market/book.ts';
import { chooseOutlines } from '#market/import/choose-outlines.ts';
import { findFiles } from '#market/import/find-files.ts';
import { requireWholeCinemas } from '#market/import/whole-cinemas.ts';
import { readAll, type LeftAside, type ReadFile } from '#market/import/read-all.ts';
import { writeMarket } from '#market/import/write-market.ts';
import type { MarketBook } from '#market/types.ts';

export interface ImportMarketOptions {
  /** Reads and tells, and writes nothing. */
  readonly dryRun?: boolean;
  /** Of which department the tables are that do not say it. */
  readonly department?: string;
  readonly onProgress?: (message: string) => void;
  readonly now?: () => Date;
}

export interface ImportedFile {
  readonly file: string;
  /** What it holds, and of what: `cinemas 2022`, `departments index`. */
  readonly holds: string;
  readonly rows: number;
  readonly ignored: readonly { readonly reason: string; readonly count: number }[];
}

export interface ImportMarketReport {
  readonly files: readonly ImportedFile[];
  readonly left: readonly LeftAside[];
  /** Figures in the book after it. */
  readonly figures: number;
  /** Communes whose people are known and whose place is not: no outline of them was imported. */
  readonly unplaced: number;
  readonly written: boolean;
}

/**
 * Stores the official files of CNC and INSEE, each recognised by its header, over the built-in tables. All of them are read before anything is
 * written: a wrong one or a cut one refuses them all, and what stood before stands. The same files again change nothing.
 * @throws FILE_MISSING, MARKET_NOTHING when no file is known, the faults of the formats, BUILD_RUNNING, DISK_FULL, CANNOT_WRITE
 */
export async function importMarket(
  dataFolder: string,
  folder: string,
  { dryRun = false, department, onProgress = () => {}, now = () => new Date() }: ImportMarketOptions = {},
): Promise<ImportMarketReport> {
  const files = findFiles(folder);
  const book = bookBefore(dataFolder);
  const populations = book.figures.filter(({ id }) => id.startsWith('population.'));
  const all = await readAll(files, {
    department: department ?? null,
    populationsOf: (year, people) =>
      populations.filter((one) => one.year === year && one.value === people).map(({ place }) => place),
    onFile: onProgress,
  });
  const { read, left } = chooseOutlines(all.read, communesOf(book, all.read));
  const aside = [...all.left, ...left].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  if (read.length === 0) {
    const names = aside.map(({ file }) => file);
    const told = names.length === 0 ? 'it is empty' : `left aside: ${names.slice(0, 5).join(', ')}`;
    throw fault('MARKET_NOTHING', { folder, left: told });
  }
  requireOnce(read);
  requireWholeCinemas(read, book);
  if (!dryRun) writeMarket(dataFolder, read, now().toISOString().slice(0, 10));
  const after = dryRun ? book : openMarket(dataFolder, { commune: '23096' });
  return {
    files: read.flatMap(({ name, drafts }) =>
      drafts.map(({ kind, key, rows, ignored }) => ({ file: name, holds: `${kind} ${key}`, rows, ignored })),
    ),
    left: aside,
    figures: after.figures.length,
    unplaced: unplacedOf(after, read),
    written: !dryRun,
  };
}

/** Which commune asks does not matter here: one that the tables know. What is damaged is replaced by an import, so it may not stop one. */
function bookBefore(dataFolder: string): MarketBook {
  try {
    return openMarket(dataFolder, { commune: '23096' });
  } catch (error) {
    if (error instanceof LanterneError && error.code === 'MARKET_UNUSABLE')
      return openMarket(join(dataFolder, 'none'), { commune: '23096' });
    throw error;
  }
}

/** The communes of each department: those of the files just read, where they say more than the book. */
function communesOf(book: MarketBook, read: readonly ReadFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = [
    ...book.communes,
    ...read
      .flatMap(({ drafts }) => drafts)
      .flatMap(({ part }) => part.communes)
      .toSorted((a, b) => a.year - b.year),
  ];
  const codes = new Map<string, { year: number; codes: Set<string> }>();
  for (const { department, year, code } of rows) {
    const known = codes.get(department);
    if (known === undefined || known.year < year) codes.set(department, { year, codes: new Set([code]) });
    else if (known.year === year) known.codes.add(code);
  }
  return new Map([...codes].map(([department, known]) => [department, known.codes]));
}

function unplacedOf(book: MarketBook, read: readonly ReadFile[]): number {
  const parts = read.flatMap(({ drafts }) => drafts).map(({ part }) => part);
  const placed = new Set([
    ...book.communes.map(({ code }) => code),
    ...parts.flatMap(({ centres }) => centres).map(([code]) => code),
  ]);
  return new Set(parts.flatMap(({ communes }) => communes).map(({ code }) => code)).difference(placed).size;
}

/** Two files may hold the same, byte for byte; they may not hold two versions of one thing. */
function requireOnce(read: readonly ReadFile[]): void {
  const held = new Map<string, ReadFile>();
  for (const file of read)
    for (const { kind, key } of file.drafts) {
      const before = held.get(`${kind} ${key}`);
      if (before !== undefined && before.sha256 !== file.sha256) {
        const problem = `it holds ${kind} ${key}, as ${before.name} does, and they differ: leave one of the two out`;
        throw fault('FILE_ROW', { file: file.path, line: 1, problem });
      }
      held.set(`${kind} ${key}`, file);
    }
}
