import { incompleteBeta } from './special.ts';

/**
 * t with P(T <= t) = p, T of Student's distribution with `degrees` degrees of freedom; -Infinity at 0, Infinity at 1.
 * Source: Abramowitz & Stegun 1964, 26.7.1 and 26.5.27, halved until the ends meet.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  if (p === 1) return Infinity;
  const above = (t: number): number => incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2;
  let high = 1;
  while (above(high) > 1 - p) high *= 2;
  let low = 0;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (above(middle) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
