import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fault, LanterneError } from '#errors.ts';
import type { Bilingual } from '#words/speech.ts';
import type { Cinema, Commune, MarketSource, Reliability } from '#market/types.ts';

/** Polygons of rings of [longitude, latitude]. */
export type Outline = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** The figures of one id, by rising year. */
export interface Series {
  readonly id: string;
  readonly place: string;
  readonly unit: string;
  readonly source: string;
  readonly reliability: Reliability;
  readonly note?: Bilingual;
  readonly years: readonly number[];
  readonly values: readonly number[];
}

/** A commune of a file of populations, which has no coordinates. */
export type Populated = Omit<Commune, 'longitude' | 'latitude'>;

/** What one official file gives. */
export interface Part {
  readonly sources: readonly MarketSource[];
  readonly series: readonly Series[];
  readonly communes: readonly Populated[];
  readonly cinemas: readonly Cinema[];
  /** Code of a commune, code and name of its group of communes. */
  readonly groups: readonly (readonly [string, string, string])[];
  /** Code of a commune, longitude and latitude of the middle of its outline. */
  readonly centres: readonly (readonly [string, number, number])[];
}

export const emptyPart: Part = { sources: [], series: [], communes: [], cinemas: [], groups: [], centres: [] };

export type Outlines = readonly (readonly [string, Outline])[];

const written = z.object({ file: z.string(), sha256: z.string() });
const entry = z.object({
  /** The name of the file that was imported. */
  file: z.string(),
  /** What it holds, and of what: an entry takes the place of the one of the same kind and key. */
  kind: z.string(),
  key: z.string(),
  /** The day of the import, ISO. */
  date: z.string(),
  rows: z.number(),
  /** Of the imported bytes: the same file imported again changes nothing. */
  sha256: z.string(),
  part: written,
  outlines: written.nullable(),
});
const index = z.object({ version: z.literal(1), imported: z.array(entry) });

export type Entry = Readonly<z.infer<typeof entry>>;

/** Where what was imported stands in a data folder. */
export const marketFolder = (dataFolder: string): string => join(dataFolder, 'market');

const indexFile = (dataFolder: string): string => join(marketFolder(dataFolder), 'book.json');

/** Changes when something is imported; null when nothing is. */
export function marketStamp(dataFolder: string): string | null {
  const file = indexFile(dataFolder);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return null;
  const { mtimeMs, ino, size } = found;
  return `${mtimeMs} ${ino} ${size}`;
}

/**
 * What was imported into a data folder, in the order of the imports.
 * @throws MARKET_UNUSABLE
 */
export function readEntries(dataFolder: string): readonly Entry[] {
  const file = indexFile(dataFolder);
  if (!existsSync(file)) return [];
  const read = index.safeParse(parsed(file, readFileSync(file, 'utf8')));
  if (!read.success) throw fault('MARKET_UNUSABLE', { file, reason: 'it is not of this version' });
  return read.data.imported;
}

/** The entries whose contents are whole: what an import may build on when something was damaged. */
export function soundEntries(dataFolder: string): readonly Entry[] {
  const whole = (one: Entry): boolean =>
    [one.part, one.outlines].every((file) => file === null || isWhole(dataFolder, file));
  try {
    return readEntries(dataFolder).filter(whole);
  } catch (error) {
    if (error instanceof LanterneError) return [];
    throw error;
  }
}

function isWhole(dataFolder: string, { file, sha256 }: Entry['part']): boolean {
  const path = join(marketFolder(dataFolder), file);
  return existsSync(path) && sha256Of(readFileSync(path)) === sha256;
}

/** @throws MARKET_UNUSABLE when the file is not, byte for byte, what was written */
export function readPart(dataFolder: string, { part }: Entry): Part {
  const read: Part = readContent(dataFolder, part);
  return read;
}

/** @throws MARKET_UNUSABLE when the file is not, byte for byte, what was written */
export function readOutlines(dataFolder: string, { outlines }: Entry): Outlines {
  if (outlines === null) return [];
  const read: Outlines = readContent(dataFolder, outlines);
  return read;
}

// The checksum says that these are our own bytes: their form needs no second proof.
function readContent(dataFolder: string, { file, sha256 }: Entry['part']) {
  const path = join(marketFolder(dataFolder), file);
  if (!existsSync(path)) throw fault('MARKET_UNUSABLE', { file: path, reason: 'it is not there' });
  const text = readFileSync(path, 'utf8');
  if (sha256Of(text) !== sha256) throw fault('MARKET_UNUSABLE', { file: path, reason: 'its checksum is wrong' });
  return parsed(path, text);
}

export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

function parsed(file: string, text: string) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fault('MARKET_UNUSABLE', { file, reason: 'it is no JSON' }, error);
  }
}
