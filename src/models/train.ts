import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fault } from '#errors.ts';
import type { Features } from '#features/read-features.ts';
import { trainContent, type TrainContentOptions } from '#models/train-content.ts';

/** Where the content model of a data folder stands. */
export const contentModelPath = (folder: string): string => join(folder, 'models', 'content.model');

/** Where the model that has learnt from likes stands. */
export const hybridModelPath = (folder: string): string => join(folder, 'models', 'hybrid.model');

/** Trains the content model and puts it in the old one's place by a rename; returns its path and the file. */
export function trainInto(
  folder: string,
  features: Features,
  options: TrainContentOptions = {},
): { path: string; buffer: Buffer } {
  const path = contentModelPath(folder);
  const buffer = trainContent(features, options);
  writeModel(path, buffer);
  return { path, buffer };
}

/** Writes a model file beside its place, then puts it there by a rename. @throws DISK_FULL, CANNOT_WRITE */
export function writeModel(path: string, buffer: Buffer): void {
  const fresh = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, buffer, { flush: true });
    renameSync(fresh, path);
  } catch (error) {
    // Looked for first: removing what lies under no folder throws too, and would hide the fault.
    if (existsSync(fresh)) rmSync(fresh, { force: true });
    throw asWriteFault(error, path);
  }
}

function asWriteFault(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return fault('DISK_FULL', { file, needed: '200 MB' }, error);
  if (error instanceof Error && 'syscall' in error) return fault('CANNOT_WRITE', { file, reason: code }, error);
  return error;
}
