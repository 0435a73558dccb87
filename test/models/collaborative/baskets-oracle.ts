import * as fc from 'fast-check';
import type { Csr } from '#kernels/csr.ts';
import { drawSize } from '#models/collaborative/moments.ts';
import type { Draw } from '#models/collaborative/parameters.ts';
import { sparse } from '../../kernels/matrices.ts';

/** A few viewers and films, so few that every basket can be written out. */
export interface SmallWorld {
  readonly films: number;
  /** 1 a like. */
  readonly cells: readonly (readonly number[])[];
  readonly likes: Csr;
}

export type Square = number[][];

/** The sums of `Moments`, by rows and in 64 bits. */
export interface Expected {
  readonly together: Square;
  readonly leading: Square;
  readonly inBasket: number[];
  readonly toFind: number[];
  readonly weight: number;
  readonly drawn: number;
  readonly teachers: number;
}

export const smallWorld = ({ films = [1, 7], viewers = [0, 8] } = {}): fc.Arbitrary<SmallWorld> =>
  fc.integer({ min: films[0] ?? 1, max: films[1] ?? 7 }).chain((width) =>
    fc
      .array(fc.array(fc.constantFrom(0, 1), { minLength: width, maxLength: width }), {
        minLength: viewers[0] ?? 0,
        maxLength: viewers[1] ?? 8,
      })
      .map((cells) => ({ films: width, cells, likes: sparse({ columns: width, cells }) })),
  );

export const draws: fc.Arbitrary<Draw> = fc.oneof(
  fc.constantFrom(1, 2, 3, 5, 10).map((films) => ({ films })),
  fc.constantFrom(0.01, 0.3, 0.5, 0.8).map((share) => ({ share })),
);

/** Writes out every basket of the drawn size, each as likely as the others, and adds what is in it and what is left. */
export function everyBasket(
  { films, cells }: SmallWorld,
  { draw, viewerExponent }: { draw: Draw; viewerExponent: number },
  viewerWeights?: ArrayLike<number>,
): Expected {
  const [together, leading] = [square(films), square(films)];
  const [inBasket, toFind] = [zeros(films), zeros(films)];
  const total = { weight: 0, drawn: 0, teachers: 0 };
  for (const [viewer, row] of cells.entries()) {
    const liked = row.flatMap((value, film) => (value === 1 ? [film] : []));
    if (liked.length < 2) continue;
    const k = drawSize(draw, liked.length);
    const baskets = subsets(liked, k);
    const w = (viewerWeights?.[viewer] ?? 1) * liked.length ** -viewerExponent;
    total.weight += w;
    total.drawn += w * k;
    if (w > 0) total.teachers += viewerWeights?.[viewer] ?? 1;
    for (const basket of baskets) {
      const [x, y] = [zeros(films), zeros(films)];
      for (const film of liked) (basket.includes(film) ? x : y)[film] = 1;
      const part = w / baskets.length;
      addOuter(together, x, x, part);
      addOuter(leading, x, y, part);
      for (let film = 0; film < films; film++) {
        inBasket[film] = (inBasket[film] ?? 0) + part * (x[film] ?? 0);
        toFind[film] = (toFind[film] ?? 0) + part * (y[film] ?? 0);
      }
    }
  }
  return { together, leading, inBasket, toFind, ...total };
}

function addOuter(into: Square, a: readonly number[], b: readonly number[], times: number): void {
  for (const [i, row] of into.entries())
    for (const [j, value] of row.entries()) row[j] = value + times * (a[i] ?? 0) * (b[j] ?? 0);
}

function subsets(of: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return of.flatMap((first, at) => subsets(of.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0);
export const square = (n: number): Square => Array.from({ length: n }, () => zeros(n));
