import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** What the beginning of a file came from: without it the rest cannot be asked for. */
export interface Begun {
  readonly url: string;
  /** An entity tag or a date that the server compares before it goes on. */
  readonly validator: string;
  readonly total: number | null;
}

export const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** Where it stands what a part is the beginning of. */
const notes = (part: string): string => `${part}.json`;

/** What a part is the beginning of; null when it is not known, or of another address. */
export function readBegun(part: string, url: string): Begun | null {
  if (!existsSync(part) || !existsSync(notes(part))) return null;
  try {
    const begun: Begun = JSON.parse(readFileSync(notes(part), 'utf8'));
    return begun.url === url && typeof begun.validator === 'string' ? begun : null;
  } catch {
    return null;
  }
}

export function forget(part: string): void {
  rmSync(part, { force: true });
  rmSync(notes(part), { force: true });
}

/** Notes what a part is the beginning of; nothing, when the server gives no means to go on from it. */
export function noteBegun(part: string, begun: Begun | null): void {
  if (begun === null) rmSync(notes(part), { force: true });
  else writeFileSync(notes(part), JSON.stringify(begun));
}

/** The first half kilobyte of a file. */
export function firstBytes(path: string): Buffer {
  const head = Buffer.alloc(512);
  const descriptor = openSync(path, 'r');
  try {
    return head.subarray(0, readSync(descriptor, head, 0, head.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
