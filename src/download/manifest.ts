import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({
  licence: z.array(z.string()),
  files: z.record(
    z.string(),
    z.object({
      url: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      tag: z.string().nullable(),
      /** The day of the download, ISO. */
      date: z.string(),
    }),
  ),
});

/** What a folder of downloads holds: where each file came from, its size and its checksum. */
export type Manifest = z.infer<typeof shape>;

const fileOf = (folder: string): string => join(folder, 'manifest.json');

/** The manifest of a folder; an empty one where there is none that can be read. */
export function readManifest(folder: string): Manifest {
  const empty = { licence: [], files: {} };
  if (!existsSync(fileOf(folder))) return empty;
  try {
    const read = shape.safeParse(JSON.parse(readFileSync(fileOf(folder), 'utf8')));
    return read.success ? read.data : empty;
  } catch {
    return empty;
  }
}

export function writeManifest(folder: string, manifest: Manifest): void {
  const draft = `${fileOf(folder)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(draft, fileOf(folder));
}

/** The tag of a file that stands as it was downloaded from there; null when it must be fetched. */
export function standingTag(folder: string, manifest: Manifest, name: string, url: string): string | null {
  const known = manifest.files[name];
  const path = join(folder, name);
  if (known === undefined || known.url !== url || !existsSync(path) || statSync(path).size !== known.bytes) return null;
  return known.tag;
}
