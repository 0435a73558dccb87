import { readFileSync, statSync } from 'node:fs';
import { fault } from '#errors.ts';
import { openContentModel, type ContentModel } from '#models/content.ts';
import { openHybrid } from '#models/hybrid/hybrid-file.ts';
import type { HybridModel } from '#models/hybrid/hybrid.ts';
import { contentModelPath, hybridModelPath } from '#models/train.ts';

/**
 * Opens the content model of a data folder, which must be of the catalogue whose vocabulary is given.
 * @throws MODEL_MISSING, MODEL_UNUSABLE
 */
export function openContent(folder: string, vocabulary: string): ContentModel {
  const file = contentModelPath(folder);
  const bytes = bytesOf(file);
  if (bytes === null) throw fault('MODEL_MISSING', { file });
  const opened = openContentModel(bytes, vocabulary);
  if (typeof opened === 'string') throw fault('MODEL_UNUSABLE', { file, reason: opened });
  return opened;
}

/**
 * Opens the model that has learnt from likes, of the same catalogue as the content model; null when the folder has none.
 * @throws MODEL_UNUSABLE
 */
export function openLikes(folder: string, content: ContentModel): HybridModel | null {
  const file = hybridModelPath(folder);
  const bytes = bytesOf(file);
  if (bytes === null) return null;
  const opened = openHybrid(bytes, content);
  if (typeof opened === 'string') throw fault('MODEL_UNUSABLE', { file, reason: opened });
  return opened;
}

function bytesOf(file: string): Buffer | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isFile()) throw fault('MODEL_UNUSABLE', { file, reason: 'it is not a file' });
  return readFileSync(file);
}
