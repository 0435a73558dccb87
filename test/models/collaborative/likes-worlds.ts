import assert from 'node:assert/strict';
import type { Csr } from '#kernels/csr.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { openCollaborative, type CollaborativeModel } from '#models/collaborative/collaborative.ts';
import { fitCollaborative, type FitOptions } from '#models/collaborative/fit.ts';
import type { Basket, Dials } from '#models/model.ts';
import { sparse } from '../../kernels/matrices.ts';

/** Who likes what, with a name a film. */
export interface LikesWorld {
  readonly films: readonly string[];
  readonly likes: Csr;
}

export const names = (count: number): string[] =>
  Array.from({ length: count }, (_, film) => `film ${String(film).padStart(3, '0')}`);

/** Viewer v likes every film of the colour of v but film v: films of the two colours are never liked together. */
export function checkerboard(films: number): LikesWorld {
  const cells = Array.from({ length: films }, (_, v) =>
    Array.from({ length: films }, (__, f) => Number(f !== v && (f + v) % 2 === 0)),
  );
  return { films: names(films), likes: sparse({ columns: films, cells }) };
}

export const families = 4;
export const perFamily = 20;
export const familyOf = (film: number): number => Math.floor(film / perFamily);

/**
 * Four families of twenty films, the first of each liked most; each viewer belongs to one family, likes many of its films and few of the others.
 * Tastes differ in size: some like a single film, some fifteen.
 */
export function planted(viewers = 600, seed = 3): LikesWorld {
  const random = seededRandom(seed);
  const cells = Array.from({ length: viewers }, (_, v) => {
    const eager = 0.15 + 1.2 * random() ** 2;
    return Array.from({ length: families * perFamily }, (__, film) => {
      const fame = 0.25 + 0.75 * 0.85 ** (film % perFamily);
      return Number(random() < eager * fame * (familyOf(film) === v % families ? 0.6 : 0.06));
    });
  });
  return { films: names(families * perFamily), likes: sparse({ columns: families * perFamily, cells }) };
}

const sizes = [0, 1, 2, 3, 5, 8, 12, 20, 30];

/** Baskets of films of the planted world for every bucket, and empty ones: the first half of one family, the others of any. */
export function plantedBaskets(): number[][] {
  const films = [...Array(families * perFamily).keys()];
  const random = seededRandom(17);
  return sizes.flatMap((size) =>
    [0, 1, 2].map((family) => {
      const own = shuffle(
        films.filter((film) => familyOf(film) === family),
        random,
      );
      const mixed = new Set([...own.slice(0, Math.ceil(size / 2)), ...shuffle([...films], random)]);
      return [...mixed].slice(0, size);
    }),
  );
}

/** The model of a world, opened; fails with the reason when it is refused. */
export async function fitted({ films, likes }: LikesWorld, options: FitOptions = {}): Promise<CollaborativeModel> {
  return opened(await fitCollaborative(likes, films, options));
}

export function opened(buffer: Buffer): CollaborativeModel {
  const model = openCollaborative(buffer);
  if (typeof model === 'string') assert.fail(model);
  return model;
}

export function scoresOf(model: CollaborativeModel, basket: Partial<Basket>, dials: Dials = {}): Float32Array {
  const into = new Float32Array(model.films.length).fill(Number.NaN);
  model.score({ liked: [], disliked: [], ...basket }, into, dials);
  return into;
}

/** The same world with its viewers and films in another order: film order[n] becomes film n. */
export function reordered(
  { films, likes }: LikesWorld,
  viewerOrder: readonly number[],
  filmOrder: readonly number[],
): LikesWorld {
  const place = new Map(filmOrder.map((film, at) => [film, at]));
  const cells = viewerOrder.map((viewer) => {
    const row = filmOrder.map(() => 0);
    for (const film of likes.indices.subarray(likes.indptr[viewer], likes.indptr[viewer + 1]))
      row[place.get(film) ?? 0] = 1;
    return row;
  });
  return { films: filmOrder.map((film) => films[film] ?? ''), likes: sparse({ columns: films.length, cells }) };
}
