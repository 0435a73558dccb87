import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Features } from '#features/read-features.ts';
import { trainContent, type TrainContentOptions } from '#models/train-content.ts';

/** Where the content model of a data folder stands. */
export const contentModelPath = (folder: string): string => join(folder, 'models', 'content.model');

/** Trains the content model and puts it in the old one's place by a rename; returns its path and size in bytes. */
export function trainInto(
  folder: string,
  features: Features,
  options: TrainContentOptions = {},
): { path: string; bytes: number } {
  const path = contentModelPath(folder);
  const buffer = trainContent(features, options);
  mkdirSync(join(folder, 'models'), { recursive: true });
  const fresh = `${path}.${process.pid}`;
  try {
    writeFileSync(fresh, buffer, { flush: true });
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
  return { path, bytes: buffer.length };
}
