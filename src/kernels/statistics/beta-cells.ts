import { incompleteBeta } from './special.ts';

/** How much of a Beta(a, b) lies in each of `cells` equal parts of [0, 1]; they sum to 1. a, b > 0. */
export function betaCells(a: number, b: number, cells: number): Float64Array {
  const mass = new Float64Array(cells);
  let below = 0;
  for (let i = 0; i < cells; i++) {
    const upTo = i === cells - 1 ? 1 : incompleteBeta(a, b, (i + 1) / cells);
    mass[i] = Math.max(0, upTo - below);
    below = upTo;
  }
  return mass;
}
