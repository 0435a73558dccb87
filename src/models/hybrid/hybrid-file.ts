import { decodeArtefact, encodeArtefact } from '#kernels/artefact.ts';
import { openCollaborative, type CollaborativeModel } from '#models/collaborative/collaborative.ts';
import type { ContentModel } from '#models/content.ts';
import { neighboursKept, type Bridge } from '#models/hybrid/bridge.ts';
import { hybridModel } from '#models/hybrid/hybrid.ts';
import type { Model } from '#models/model.ts';

export const hybridKind = 'hybrid';
export const hybridVersion = 1;

/** A collaborative model and its bridge to one catalogue as one file, so that they are replaced together. */
export function encodeHybrid(vocabulary: string, collaborative: Buffer, bridge: Bridge): Buffer {
  return encodeArtefact({
    header: { kind: hybridKind, version: hybridVersion, vocabulary },
    arrays: { collaborative: new Uint8Array(collaborative), ...bridge },
  });
}

/**
 * The model of a file, beside the content model of the same catalogue.
 * @returns the model, or the reason why the file is refused, as the end of a sentence
 */
export function openHybrid(buffer: Buffer, content: ContentModel): Model | string {
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
  return typeof likes === 'string' ? likes : hybridModel(content, likes, { column, row, neighbours, bonds, logShare });
}

/** The collaborative model that a file in service holds, whatever catalogue it was made for; null when it holds none that can be read. */
export function collaborativeIn(buffer: Buffer): { bytes: Buffer; model: CollaborativeModel } | null {
  const artefact = decodeArtefact(buffer, { kind: hybridKind, version: hybridVersion });
  const held = typeof artefact === 'string' ? undefined : artefact.arrays['collaborative'];
  if (!(held instanceof Uint8Array)) return null;
  const bytes = bytesOf(held);
  const model = openCollaborative(bytes);
  return typeof model === 'string' ? null : { bytes, model };
}

const bytesOf = (array: Uint8Array): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
