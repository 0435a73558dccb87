import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fault } from '#errors.ts';

export interface Found {
  readonly path: string;
  /** As it is told: relative to the folder that was given. */
  readonly name: string;
}

/**
 * The files of a folder and of those in it, in the order of their names; hidden ones are passed over. A file stands for itself.
 * @throws FILE_MISSING
 */
export function findFiles(given: string): Found[] {
  const root = resolve(given);
  if (!existsSync(root)) throw fault('FILE_MISSING', { file: given, expected: 'the files of CNC and INSEE' });
  if (statSync(root).isFile()) return [{ path: root, name: given.split(/[\\/]/).at(-1) ?? given }];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .map((path) => ({ path, name: relative(root, path) }))
    .filter(({ name }) => !name.split(/[\\/]/).some((part) => part.startsWith('.')))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
