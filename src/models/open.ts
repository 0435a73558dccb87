import { readFileSync, statSync } from 'node:fs';
import { fault } from '#errors.ts';
import { openContentModel } from '#models/content.ts';
import type { Model } from '#models/model.ts';
import { contentModelPath } from '#models/train.ts';

/**
 * Opens the model of a data folder, which must be of the catalogue whose vocabulary is given.
 * @throws MODEL_MISSING, MODEL_UNUSABLE
 */
export function openModel(folder: string, vocabulary: string): Model {
  const file = contentModelPath(folder);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw fault('MODEL_MISSING', { file });
  if (!found.isFile()) throw fault('MODEL_UNUSABLE', { file, reason: 'it is not a file' });
  const opened = openContentModel(readFileSync(file), vocabulary);
  if (typeof opened === 'string') throw fault('MODEL_UNUSABLE', { file, reason: opened });
  return opened;
}
