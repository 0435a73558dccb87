import { z } from 'zod';
import { decodeArtefact, encodeArtefact } from '#kernels/artefact.ts';
import { openCollaborative, type CollaborativeModel } from '#models/collaborative/collaborative.ts';
import type { ContentModel } from '#models/content.ts';
import { neighboursKept, type Bridge } from '#models/hybrid/bridge.ts';
import { hybridModel, type HybridModel } from '#models/hybrid/hybrid.ts';

export const hybridKind = 'hybrid';
export const hybridVersion = 1;

const learntFromShape = z.array(z.string()).catch([]);

/**
 * A collaborative model and its bridge to one catalogue as one file, so that they are replaced together.
 * @param learntFrom the names of the sets of interactions that taught it
 */
export function encodeHybrid(
  vocabulary: string,
  collaborative: Buffer,
  bridge: Bridge,
  learntFrom: readonly string[] = [],
): Buffer {
  return encodeArtefact({
    header: { kind: hybridKind, version: hybridVersion, vocabulary, learntFrom },
    arrays: { collaborative: new Uint8Array(collaborative), ...bridge },
  });
}

/**
 * The model of a file, beside the content model of the same catalogue.
 * @returns the model, or the reason why the file is refused, as the end of a sentence
 */
export function openHybrid(buffer: Buffer, content: ContentModel): HybridModel | string {
  const artefact = decodeArtefact(buffer, {
    kind: hybridKind,
    version: hybridVersion,
    vocabulary: content.vocabulary,
  });
  if (typeof artefact === 'string') return artefact;
  const { collaborative, column, row, neighbours, bonds, logShare } = artefact.arrays;
  if (
    !(
      collaborative instanceof Uint8Array &&
      column instanceof Int32Array &&
      row instanceof Int32Array &&
      neighbours instanceof Int32Array &&
      bonds instanceof Float32Array &&
      logShare instanceof Float32Array
    ) ||
    [column, row, logShare].some((array) => array.length !== content.films) ||
    neighbours.length !== bonds.length ||
    neighbours.length % neighboursKept !== 0
  )
    return 'its arrays are not those of a hybrid model';
  const likes = openCollaborative(bytesOf(collaborative));
  if (typeof likes === 'string') return likes;
  const most = (array: Int32Array): number => array.reduce((largest, at) => Math.max(largest, at), -1);
  const columns = 1 + Math.max(most(column), most(neighbours));
  if ((1 + most(row)) * neighboursKept !== neighbours.length || columns > likes.films.length)
    return 'its bridge does not lead to the films of its likes';
  return hybridModel(content, likes, { column, row, neighbours, bonds, logShare });
}

/** The collaborative part of a file. */
export interface Held {
  readonly bytes: Buffer;
  readonly model: CollaborativeModel;
  /** The names of the sets of interactions that taught it. */
  readonly learntFrom: readonly string[];
}

/** The collaborative model that a file in service holds, whatever catalogue it was made for; null when it holds none that can be read. */
export function collaborativeIn(buffer: Buffer): Held | null {
  const artefact = decodeArtefact(buffer, { kind: hybridKind, version: hybridVersion });
  if (typeof artefact === 'string') return null;
  const held = artefact.arrays['collaborative'];
  if (!(held instanceof Uint8Array)) return null;
  const bytes = bytesOf(held);
  const model = openCollaborative(bytes);
  if (typeof model === 'string') return null;
  return { bytes, model, learntFrom: learntFromShape.parse(artefact.header['learntFrom']) };
}

const bytesOf = (array: Uint8Array): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
