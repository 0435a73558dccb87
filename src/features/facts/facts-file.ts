import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { CatalogueFacts } from '#features/facts/film-facts.ts';
import type { PackedFacts } from '#features/facts/read-facts.ts';
import { decodeArtefact, encodeArtefact } from '#kernels/artefact.ts';

const kind = 'facts';
const version = 3;

/** Where the facts of a data folder stand, made once a build. */
export const factsPath = (folder: string): string => join(folder, 'models', 'films.facts');

/** What the facts must be of: unlike a model, they do not outlive the build that they were read from. */
export const factsKey = ({ vocabulary, builtAt }: { vocabulary: string; builtAt: string }): string =>
  `${vocabulary}, built ${builtAt}`;

const headerShape = z.object({
  languages: z.array(z.string()),
  genres: z.array(z.array(z.string())),
  countries: z.array(z.array(z.string())),
});

/** The facts as one artefact. @param key see `factsKey` */
export function encodeFacts({ languages, genres, countries, directors, ...columns }: PackedFacts, key: string): Buffer {
  return encodeArtefact({
    header: { kind, version, vocabulary: key, languages, genres, countries },
    arrays: {
      ...columns,
      directorEnds: Int32Array.from(ends(directors)),
      directors: Int32Array.from(directors.flat()),
    },
  });
}

/** @returns the facts, or the reason why the buffer is refused, as the end of a sentence */
export function openFacts(buffer: Buffer, key: string): CatalogueFacts | string {
  const artefact = decodeArtefact(buffer, { kind, version, vocabulary: key });
  if (typeof artefact === 'string') return artefact;
  const header = headerShape.safeParse(artefact.header);
  const { year, runtime, family, sagas, language, genre, country, director, directorEnds, directors } = artefact.arrays;
  const { nationality, nationalityBy, revenue } = artefact.arrays;
  if (
    !(
      header.success &&
      year instanceof Int32Array &&
      runtime instanceof Int32Array &&
      family instanceof Uint8Array &&
      sagas instanceof Int32Array &&
      nationality instanceof Uint8Array &&
      nationalityBy instanceof Uint8Array &&
      revenue instanceof Float32Array &&
      language instanceof Int32Array &&
      genre instanceof Int32Array &&
      country instanceof Int32Array &&
      director instanceof Int32Array &&
      directorEnds instanceof Int32Array &&
      directors instanceof Int32Array
    )
  )
    return 'it does not hold the facts of films';
  const { languages, genres, countries } = header.data;
  const people = Array.from(directorEnds, (end, place) =>
    Array.from(directors.subarray(directorEnds[place - 1] ?? 0, end)),
  );
  return {
    year,
    runtime,
    family,
    sagas,
    nationality,
    nationalityBy,
    revenue,
    genres: Array.from(genre, (place) => genres[place] ?? []),
    countries: Array.from(country, (place) => countries[place] ?? []),
    language: Array.from(language, (place) => languages[place] || null),
    directors: Array.from(director, (place) => people[place] ?? []),
  };
}

/** The facts of a data folder when they are there and of this key, else null. */
export function loadFacts(folder: string, key: string): CatalogueFacts | null {
  const path = factsPath(folder);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const opened = openFacts(readFileSync(path), key);
  return typeof opened === 'string' ? null : opened;
}

/** Puts the facts in the place of the old ones by a rename; false when the folder cannot be written, which only costs the next reader the time. */
export function keepFacts(folder: string, buffer: Buffer): boolean {
  const path = factsPath(folder);
  const fresh = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, buffer);
    renameSync(fresh, path);
    return true;
  } catch {
    if (existsSync(fresh)) rmSync(fresh, { force: true });
    return false;
  }
}

function ends(lists: readonly (readonly number[])[]): number[] {
  let end = 0;
  return lists.map((list) => (end += list.length));
}
