import { z } from 'zod';
import { lambdaFor } from '#kernels/alternate.ts';
import { decodeArtefact } from '#kernels/artefact.ts';
import { createRidge } from '#kernels/ridge.ts';
import { createRowDots } from '#kernels/row-dots.ts';
import { factorGram } from '#kernels/squares.ts';
import { ialsKind, ialsVersion } from '#models/collaborative/ials.ts';
import type { Basket } from '#models/model.ts';

/** The factors of the films, asked with baskets. Indices are the model's own columns. */
export interface Ials {
  readonly films: readonly string[];
  readonly depth: number;
  readonly bytes: number;
  indexOf(id: string): number | undefined;
  /** Every film, higher is better; repeats and indices out of range are left aside. */
  score(basket: Basket, into: Float32Array): void;
  /** What each liked film brought to a film's score, >= 0, in the order of basket.liked. */
  contributions(basket: Basket, film: number): Float32Array;
}

const headerShape = z.object({
  films: z.array(z.string()),
  depth: z.number(),
  unobserved: z.number(),
  regularisation: z.number(),
  exponent: z.number(),
});

/**
 * Opens what `fitIals` made. A basket becomes a viewer by one solution of d x d (fold-in): a liked film should give 1, one that was not liked
 * 0 with the weight of a like. The score is y(j)·x, a sum over the films of the basket: y(j)·A⁻¹·y(i) is what i brought (Hu, Koren, Volinsky
 * 2008, section 5).
 * @returns the model, or the reason why the buffer is refused, as the end of a sentence
 */
export function openIals(buffer: Buffer): Ials | string {
  const artefact = decodeArtefact(buffer, { kind: ialsKind, version: ialsVersion });
  if (typeof artefact === 'string') return artefact;
  const shape = headerShape.safeParse(artefact.header);
  if (!shape.success) return 'its header is not that of an iALS model';
  const { films, depth: d, ...parameters } = shape.data;
  const { factors } = artefact.arrays;
  if (!(factors instanceof Float32Array) || factors.length !== films.length * d)
    return 'its arrays are not those of an iALS model';
  const columns = new Map(films.map((id, column) => [id, column]));
  const gram = factorGram(factors, films.length, d).map((sum) => parameters.unobserved * sum);
  const ridge = createRidge(d);
  const inRange = (film: number): boolean => Number.isInteger(film) && film >= 0 && film < films.length;
  const dots = createRowDots(factors, films.length, d);
  let last: { readonly asked: string; readonly viewer: Float64Array } | undefined;
  // A list asks for its reasons film by film: the same basket is solved once.
  const fold = (basket: Basket): Float64Array => {
    const asked = `${basket.liked.join()};${basket.disliked.join()}`;
    if (last?.asked !== asked) last = { asked, viewer: solve(basket) };
    return last.viewer;
  };
  const solve = ({ liked, disliked }: Basket): Float64Array => {
    const wanted = new Set(liked.filter(inRange));
    const indices = Int32Array.from([...wanted, ...new Set(disliked.filter(inRange)).difference(wanted)]);
    const targets = new Float32Array(indices.length).fill(1, 0, wanted.size);
    const lambda = lambdaFor(parameters, indices.length, films.length);
    return ridge.solve({ gram, lambda, factors, indices, first: 0, end: indices.length, targets });
  };

  return {
    films,
    depth: d,
    bytes: 2 * factors.byteLength + gram.byteLength,
    indexOf: (id: string) => columns.get(id),
    score(basket, into) {
      into.set(dots(fold(basket)));
    },
    contributions(basket, film) {
      if (!inRange(film)) return new Float32Array(basket.liked.length);
      fold(basket);
      const reached = Float64Array.from(factors.subarray(film * d, (film + 1) * d));
      ridge.again(reached);
      return Float32Array.from(basket.liked, (liked) =>
        inRange(liked) ? Math.max(0, dot(factors, liked * d, reached)) : 0,
      );
    },
  };
}

function dot(factors: Float32Array, at: number, other: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < other.length; c++) sum += (factors[at + c] ?? 0) * (other[c] ?? 0);
  return sum;
}
