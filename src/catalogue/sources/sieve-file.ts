import { closeSync, openSync } from 'node:fs';
import { fault } from '#errors.ts';
import { countLines, lineBlocks } from '#catalogue/sources/byte-lines.ts';
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
  readonly repeatExample: string;
  /** Lines of a wanted type whose identifier is not `tt` and digits, or beyond all that exist: left out. */
  readonly strange: number;
  readonly strangeExample: string;
}

/**
 * Reads one dump once, keeping the lines of the titles (or people) that the catalogue is about: nine lines in ten of the real dumps
 * are episodes, refused here before anything parses them.
 * @throws FILE_HEADER, FILE_EMPTY and the faults of `lineBlocks`
 */
export async function sieveFile(task: SieveTask): Promise<SieveReport> {
  const columns = imdbColumns[task.file];
  const [repeats, strangers] = [tally(), tally()];
  const accept = acceptOf(task, repeats.add, strangers.add);
  const cursor = { line: 1 };
  const sink = openSync(task.out, 'w');
  let out = new Uint8Array(1 << 21);
  let kept = 0;
  let bad = 0;
  let badExample = '';
  try {
    for await (const block of lineBlocks(task.path, cursor)) {
      let bytes = withoutReturns(block, cursor.line, task.path);
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
      if (bad === 0 && first !== undefined)
        badExample = bytes.toString('utf8', first, Math.min(first + 160, bytes.length)).split('\n')[0] ?? '';
      bad += result.bad.length;
      kept += result.kept;
      cursor.line += result.lines;
    }
  } finally {
    closeSync(sink);
  }
  if (cursor.line <= 2) throw fault('FILE_EMPTY', { file: task.path });
  return {
    file: task.file,
    lines: cursor.line - 2,
    kept,
    bad,
    badExample,
    repeats: repeats.count,
    repeatExample: repeats.example,
    strange: strangers.count,
    strangeExample: strangers.example,
  };
}

interface Tally {
  count: number;
  example: string;
  add(bytes: Buffer, start: number, end: number): false;
}

function tally(): Tally {
  const met: Tally = {
    count: 0,
    example: '',
    add(bytes, start, end) {
      if (met.count++ === 0) met.example = bytes.toString('utf8', start, Math.min(start + 160, end));
      return false;
    },
  };
  return met;
}

/** A block with its lines ending in LF alone: what follows would take a CR for a part of the last column, or for the end of a line. */
function withoutReturns(block: Buffer, firstLine: number, path: string): Buffer {
  let at = block.indexOf(13);
  if (at === -1) return block;
  const pieces: Buffer[] = [];
  let from = 0;
  for (; at !== -1; at = block.indexOf(13, at + 1)) {
    if (at + 1 < block.length && block[at + 1] !== 10)
      throw fault('FILE_ROW', {
        file: path,
        line: firstLine + countLines(block.subarray(0, at)),
        problem: 'a bare carriage return stands inside a field',
      });
    pieces.push(block.subarray(from, at));
    from = at + 1;
  }
  return Buffer.concat([...pieces, block.subarray(from)]);
}

function requireHeader(bytes: Buffer, columns: readonly string[], path: string): void {
  const end = bytes.indexOf(10);
  const header = bytes
    .toString('utf8', 0, end === -1 ? bytes.length : end)
    .replace(/^\uFEFF/, '')
    .replace(/\r$/, '')
    .split('\t');
  const missing = columns.filter((column, position) => header[position] !== column);
  if (missing.length > 0) throw fault('FILE_HEADER', { file: path, missing: missing.join(', ') });
  if (header.length > columns.length)
    throw fault('FILE_ROW', {
      file: path,
      line: 1,
      problem: `the header has ${header.length} columns where the published file has ${columns.length}`,
    });
}

type Accept = (bytes: Buffer, start: number, end: number) => boolean;

function acceptOf({ file, titles, people, named }: SieveTask, onRepeat: Tally['add'], onStrange: Tally['add']): Accept {
  const columns = imdbColumns[file].length;
  switch (file) {
    case 'title.basics':
      return acceptTitles(titles, onStrange);
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
      return (bytes, start, end) => {
        const id = readIdNumber(bytes, start);
        if (!hasId(people, id)) return false;
        if (!hasColumns(bytes, start, end, columns)) return true; // sieveLines counts it as bad
        return hasId(named, id) ? onRepeat(bytes, start, end) : addId(named, id);
      };
    default:
      return (bytes, start) => hasId(titles, readIdNumber(bytes, start));
  }
}

function acceptTitles(titles: IdSet, onStrange: Tally['add']): Accept {
  const columns = imdbColumns['title.basics'].length;
  const types = keptTitleTypes.map((type) => Buffer.from(`${type}\t`));
  return (bytes, start, end) => {
    const at = columnStart(bytes, start, end, 1);
    if (at === -1) return true; // too few columns: sieveLines counts it as bad
    // The first letter refuses most lines before a comparison is made.
    const first = bytes[at];
    if ((first !== 109 && first !== 116) || bytes[at + 2] === 69) return false;
    if (!types.some((type) => type.compare(bytes, at, Math.min(at + type.length, end)) === 0)) return false;
    if (!hasColumns(bytes, start, end, columns)) return true;
    return (
      (isTitleId(bytes, start, at - 1) && addId(titles, readIdNumber(bytes, start))) || onStrange(bytes, start, end)
    );
  };
}

function hasColumns(bytes: Buffer, start: number, end: number, columns: number): boolean {
  return columnStart(bytes, start, end, columns - 1) !== -1 && columnStart(bytes, start, end, columns) === -1;
}

function isTitleId(bytes: Buffer, start: number, end: number): boolean {
  if (bytes[start] !== 0x74 || bytes[start + 1] !== 0x74 || end - start < 3) return false;
  for (let at = start + 2; at < end; at++) if ((bytes[at] ?? 0) < 0x30 || (bytes[at] ?? 0) > 0x39) return false;
  return true;
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
