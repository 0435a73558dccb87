import type { Features } from '#features/read-features.ts';
import { encodeArtefact, decodeArtefact } from '#kernels/artefact.ts';
import { csrFromTriplets } from '#kernels/csr.ts';
import { openCollaborative, type CollaborativeModel } from '#models/collaborative/collaborative.ts';
import { fitCollaborative } from '#models/collaborative/fit.ts';
import { openContentModel, type ContentModel } from '#models/content.ts';
import { bridgeFilms } from '#models/hybrid/bridge.ts';
import { encodeHybrid, openHybrid } from '#models/hybrid/hybrid-file.ts';
import type { HybridModel } from '#models/hybrid/hybrid.ts';
import { trainContent } from '#models/train-content.ts';

export function contentOf(features: Features): ContentModel {
  const model = openContentModel(trainContent(features));
  if (typeof model === 'string') throw new Error(model);
  return model;
}

/** The names of the films, one a film: what is known of each, so that a film keeps its name in another order. */
export function namesOf(features: Features): string[] {
  return Array.from({ length: features.films }, (_, film) =>
    [
      ...features.families.flatMap(({ matrix, labels }) =>
        [...matrix.indices.subarray(matrix.indptr[film], matrix.indptr[film + 1])].map((at) => labels[at] ?? ''),
      ),
      features.year[film],
      features.votes[film],
    ].join('|'),
  );
}

/** What binds every film to one, 0 to those that nothing binds: asked one against one. */
export function bondsWith(content: ContentModel, film: number): Float32Array {
  const all = Int32Array.from({ length: content.films }, (_, other) => other);
  return content.closest(all, Int32Array.of(film), 1).likeness;
}

/** A collaborative model of viewers who each like the films named. */
export async function learnt(
  likes: readonly (readonly string[])[],
  weights?: Float32Array,
): Promise<{ bytes: Buffer; model: CollaborativeModel }> {
  const films = [...new Set(likes.flat())].toSorted();
  const cells = likes.flatMap((liked, viewer) => [...new Set(liked)].map((id) => [viewer, films.indexOf(id)] as const));
  const matrix = csrFromTriplets(
    likes.length,
    films.length,
    Int32Array.from(cells, ([viewer]) => viewer),
    Int32Array.from(cells, ([, film]) => film),
    new Float32Array(cells.length).fill(1),
  );
  const bytes = await fitCollaborative(matrix, films, weights === undefined ? {} : { viewerWeights: weights });
  const model = openCollaborative(bytes);
  if (typeof model === 'string') throw new Error(model);
  return { bytes, model };
}

export async function hybridOf(
  content: ContentModel,
  ids: readonly string[],
  likes: readonly (readonly string[])[],
): Promise<HybridModel> {
  const { bytes, model } = await learnt(likes);
  const opened = openHybrid(encodeHybrid(content.vocabulary, bytes, bridgeFilms(content, model, ids)), content);
  if (typeof opened === 'string') throw new Error(opened);
  return opened;
}

/** For each keyword, director and actor, viewers who like all the films that bear it, but none of `unrated`. */
export function likesByLabel(features: Features, unrated: (film: number) => boolean): string[][] {
  const names = namesOf(features);
  return features.families
    .filter(({ name }) => ['keyword', 'director', 'cast'].includes(name))
    .flatMap(({ labels, matrix }) =>
      labels.map((_, label) =>
        names.filter(
          (__, film) =>
            !unrated(film) && matrix.indices.subarray(matrix.indptr[film], matrix.indptr[film + 1]).includes(label),
        ),
      ),
    )
    .filter((films) => films.length > 1)
    .toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}

/** A hybrid that can be trained again on the same likes, as one buffer with its content model. */
export function hybridMaker(collaborativeOf: (vocabulary: string) => { bytes: Buffer; model: CollaborativeModel }) {
  return {
    name: 'hybrid',
    floors: true,
    train(features: Features, seed: number): Buffer {
      const bytes = trainContent(features, { seed });
      const content = openContentModel(bytes);
      if (typeof content === 'string') throw new Error(content);
      const { bytes: likes, model } = collaborativeOf(features.vocabulary);
      const hybrid = encodeHybrid(features.vocabulary, likes, bridgeFilms(content, model, namesOf(features)));
      return encodeArtefact({
        header: { kind: 'pair', version: 1, vocabulary: features.vocabulary },
        arrays: { content: new Uint8Array(bytes), hybrid: new Uint8Array(hybrid) },
      });
    },
    open(bytes: Buffer, vocabulary?: string): HybridModel | string {
      const pair = decodeArtefact(bytes, { kind: 'pair', version: 1 });
      if (typeof pair === 'string') return pair;
      const [first, second] = [pair.arrays['content'], pair.arrays['hybrid']].map((array) =>
        Buffer.from(new Uint8Array(array ?? [])),
      );
      if (first === undefined || second === undefined) return 'it is no pair';
      const content = openContentModel(first, vocabulary);
      return typeof content === 'string' ? content : openHybrid(second, content);
    },
  };
}
