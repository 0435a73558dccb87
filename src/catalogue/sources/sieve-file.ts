import { closeSync, openSync } from 'node:fs';
import { fault } from '#errors.ts';
import { lineBlocks } from '#catalogue/sources/byte-lines.ts';
import type { ImdbFile } from '#catalogue/sources/files.ts';
import { imdbColumns, keptTitleTypes } from '#catalogue/sources/imdb-columns.ts';
import { writeAll } from '#catalogue/sources/write-all.ts';
import { addId, hasId, readIdNumber, type IdSet } from '#kernels/id-set.ts';
import { columnStart, sieveLines } from '#kernels/sieve-lines.ts';

/** One dump to sieve: its kept lines go, uncompressed and without header, to `out`. */
export interface SieveTask {
  readonly file: ImdbFile;
  readonly path: string;
  readonly out: string;
  /** The titles to keep: `title.basics` fills it, the other title files read it. */
  readonly titles: IdSet;
  /** The people met: principals and crew fill it, `name.basics` reads it. */
  readonly people: IdSet;
  /** The people that `name.basics` holds: it fills this. */
  readonly named: IdSet;
}

export interface SieveReport {
  readonly file: ImdbFile;
  readonly lines: number;
  readonly kept: number;
  readonly bad: number;
  readonly badExample: string;
  /** Lines of an identifier that came before: left out. */
  readonly repeats: number;
}

/**
 * Reads one dump once, keeping the lines of the titles (or people) that the catalogue is about: nine lines in ten of the real dumps
 * are episodes, refused here before anything parses them.
 * @throws FILE_HEADER, FILE_EMPTY and the faults of `lineBlocks`
 */
export async function sieveFile(task: SieveTask): Promise<SieveReport> {
  const columns = imdbColumns[task.file];
  let repeats = 0;
  const accept = acceptOf(task, () => repeats++);
  const cursor = { line: 1 };
  const sink = openSync(task.out, 'w');
  let out = new Uint8Array(1 << 21);
  let kept = 0;
  let bad = 0;
  let badExample = '';
  try {
    for await (const block of lineBlocks(task.path, cursor)) {
      let bytes = block;
      if (cursor.line === 1) {
        requireHeader(bytes, columns, task.path);
        const body = bytes.indexOf(10) + 1;
        bytes = body === 0 ? bytes.subarray(bytes.length) : bytes.subarray(body);
        cursor.line = 2;
      }
      if (out.length <= bytes.length) out = new Uint8Array(bytes.length * 2);
      const result = sieveLines(bytes, out, columns.length, accept);
      if (result.length > 0) writeAll(sink, out, result.length);
      const [first] = result.bad;
      if (bad === 0 && first !== undefined) badExample = bytes.toString('utf8', first, Math.min(first + 160, bytes.length)).split('\n')[0] ?? '';
      bad += result.bad.length;
      kept += result.kept;
      cursor.line += result.lines;
    }
  } finally {
    closeSync(sink);
  }
  if (cursor.line <= 2) throw fault('FILE_EMPTY', { file: task.path });
  return { file: task.file, lines: cursor.line - 2, kept, bad, badExample, repeats };
}

function requireHeader(bytes: Buffer, columns: readonly string[], path: string): void {
  const end = bytes.indexOf(10);
  const header = bytes.toString('utf8', 0, end === -1 ? bytes.length : end).replace(/^\uFEFF/, '').replace(/\r$/, '').split('\t');
  const missing = columns.filter((column, position) => header[position] !== column);
  if (missing.length > 0) throw fault('FILE_HEADER', { file: path, missing: missing.join(', ') });
}

type Accept = (bytes: Buffer, start: number, end: number) => boolean;

function acceptOf({ file, titles, people, named }: SieveTask, onRepeat: () => void): Accept {
  switch (file) {
    case 'title.basics':
      return acceptTitles(titles);
    case 'title.principals':
      return (bytes, start, end) => {
        if (!hasId(titles, readIdNumber(bytes, start))) return false;
        addPeople(bytes, columnStart(bytes, start, end, 2), end, people);
        return true;
      };
    case 'title.crew':
      return (bytes, start, end) => {
        if (!hasId(titles, readIdNumber(bytes, start))) return false;
        addPeople(bytes, columnStart(bytes, start, end, 1), end, people);
        addPeople(bytes, columnStart(bytes, start, end, 2), end, people);
        return true;
      };
    case 'title.episode':
      return (bytes, start, end) => hasId(titles, readIdNumber(bytes, columnStart(bytes, start, end, 1)));
    case 'name.basics':
      return (bytes, start) => {
        const id = readIdNumber(bytes, start);
        if (!hasId(people, id)) return false;
        if (!hasId(named, id)) return addId(named, id);
        onRepeat();
        return false;
      };
    default:
      return (bytes, start) => hasId(titles, readIdNumber(bytes, start));
  }
}

function acceptTitles(titles: IdSet): Accept {
  const types = keptTitleTypes.map((type) => Buffer.from(`${type}\t`));
  return (bytes, start, end) => {
    const at = columnStart(bytes, start, end, 1);
    if (at === -1) return true; // too few columns: sieveLines counts it as bad
    const wanted = types.some((type) => type.compare(bytes, at, Math.min(at + type.length, end)) === 0);
    return wanted && addId(titles, readIdNumber(bytes, start));
  };
}

/** Adds every `nm…` of a comma-separated list that starts at `from` and ends at the next tab. */
function addPeople(bytes: Buffer, from: number, end: number, people: IdSet): void {
  if (from === -1) return;
  for (let at = from; at < end && bytes[at] !== 9; at++) {
    if (at === from || bytes[at - 1] === 44) {
      const id = readIdNumber(bytes, at);
      if (id !== -1) addId(people, id);
    }
  }
}
