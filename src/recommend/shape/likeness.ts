import type { Model } from '#models/model.ts';
import type { Likeness } from '#recommend/shape/types.ts';

/**
 * The cosine of what binds two films in a model, 0 to 1: s(a, b) / sqrt(s(a, a) s(b, b)), with s what a liked film brings to another (`contributions`).
 * Meant for the content model, whose s is a sum of dot products; each film's own s is computed once. 0 when a film has nothing.
 */
export function contentLikeness(model: Pick<Model, 'contributions'>): Likeness {
  const bond = (a: number, b: number): number => model.contributions({ liked: [a], disliked: [] }, b)[0] ?? 0;
  const norms = new Map<number, number>();
  const norm = (film: number): number => {
    const known = norms.get(film);
    if (known !== undefined) return known;
    const value = Math.sqrt(bond(film, film));
    norms.set(film, value);
    return value;
  };
  return (a, b) => {
    const length = norm(a) * norm(b);
    return length > 0 ? Math.min(1, bond(a, b) / length) : 0;
  };
}
