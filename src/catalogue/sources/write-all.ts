import { writeSync } from 'node:fs';

/** Writes all the bytes: the system may take fewer than it is given. */
export function writeAll(descriptor: number, bytes: Uint8Array, length: number): void {
  for (let done = 0; done < length;) done += writeSync(descriptor, bytes, done, length - done);
}
