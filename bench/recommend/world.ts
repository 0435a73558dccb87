import { createPool } from '#kernels/pool.ts';
import { seededRandom } from '#kernels/random.ts';
import { bucketNames } from '#models/collaborative/buckets.ts';
import { openCollaborative, type CollaborativeModel } from '#models/collaborative/collaborative.ts';
import { fitCollaborative } from '#models/collaborative/fit.ts';
import { defaultParameters, type BucketParameters, type Parameters } from '#models/collaborative/parameters.ts';
import { openContentModel, type ContentModel } from '#models/content.ts';
import { neighboursKept, type Bridge } from '#models/hybrid/bridge.ts';
import { hybridModel } from '#models/hybrid/hybrid.ts';
import type { Model } from '#models/model.ts';
import { trainContent } from '#models/train-content.ts';
import { generatedLikes } from '../kernels/measure.ts';
import { generatedFeatures } from './features.ts';

/** The models of a generated catalogue. Film f has the identifier of its number; it is the f-th best known and, at random, the f-th most liked. */
export interface RecommendWorld {
  readonly films: number;
  readonly content: ContentModel;
  readonly collaborative: CollaborativeModel;
  readonly hybrid: Model;
}

/**
 * Trains them. The matrix of every bucket is the one for baskets of one, and iALS takes one epoch: what is asked of them costs what it always
 * does, and making them takes films² operations rather than films³. Neighbours by content are drawn at random.
 */
export async function recommendWorld(
  { films, viewers, seed }: { films: number; viewers: number; seed: number },
  onProgress: (line: string) => void,
): Promise<RecommendWorld> {
  const content = opened(openContentModel(trainContent(generatedFeatures(films, seed), { seed })));
  onProgress(`Content model: ${(content.bytes / 1e6).toFixed(1)} MB.`);
  const ids = Array.from({ length: films }, (_, film) => String(film).padStart(8, '0'));
  await using pool = createPool();
  const likes = generatedLikes(viewers, films, seed).matrix;
  const buffer = await fitCollaborative(likes, ids, { parameters: quick(), pool, ials: { epochs: 1 } });
  const collaborative = opened(openCollaborative(buffer));
  onProgress(
    `Collaborative model: ${likes.indices.length} likes, ${collaborative.films.length} films, ${(collaborative.bytes / 1e6).toFixed(1)} MB.`,
  );
  const hybrid = hybridModel(content, collaborative, generatedBridge(content, collaborative, ids, seed));
  return { films, content, collaborative, hybrid };
}

/** As many rated neighbours for each film without ratings as a bridge holds, at random. */
function generatedBridge(
  content: ContentModel,
  collaborative: CollaborativeModel,
  ids: readonly string[],
  seed: number,
): Bridge {
  const random = seededRandom(seed + 3);
  const column = Int32Array.from(ids, (id) => collaborative.indexOf(id) ?? -1);
  let rows = 0;
  const row = column.map((at, film) => (at === -1 && content.recommendable(film) ? rows++ : -1));
  const rated = collaborative.films.length;
  return {
    column,
    row,
    neighbours: Int32Array.from({ length: rows * neighboursKept }, () => Math.floor(rated * random())),
    bonds: Float32Array.from({ length: rows * neighboursKept }, () => random()),
    logShare: Float32Array.from(column, (at) => Math.log(collaborative.popularity[at] ?? 0.001)),
  };
}

function opened<T>(model: T | string): T {
  if (typeof model === 'string') throw new Error(`A generated model is refused: ${model}.`);
  return model;
}

function quick(): Parameters {
  const bucket = (name: (typeof bucketNames)[number]): BucketParameters => ({
    ...defaultParameters[name],
    viewerExponent: 0,
    teach: { draw: { films: 1 }, ridge: 0.3 },
  });
  return { '1': bucket('1'), '2-3': bucket('2-3'), '4-8': bucket('4-8'), '9-20': bucket('9-20'), more: bucket('more') };
}
