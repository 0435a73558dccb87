import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fault } from '#errors.ts';

/** Writes a file whole, or leaves what stood. @param options.mode who may read it, `0o600` its owner alone @throws CANNOT_WRITE */
export function writeFile(file: string, content: string | Uint8Array, options: { readonly mode?: number } = {}): void {
  const half = `${file}.${process.pid}.half`;
  try {
    // a pipe or a device takes what it is given, and a folder nothing
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) return writeFileSync(file, content);
    writeFileSync(half, content, options);
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw fault('CANNOT_WRITE', { file, reason: reasonOf(error) }, error);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'its folder does not exist';
  if (code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : String(error);
}
