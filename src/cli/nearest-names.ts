import { fold } from '#features/mood/fold.ts';
import { osaDistance } from '#kernels/osa.ts';

/** The values whose names are nearest to what was written, with the name that is near: two slips in five letters at most. None for a code: every other is near. */
export function nearestNames(
  wanted: string,
  values: readonly { readonly value: string; readonly names: readonly string[] }[],
  most: number,
): string[] {
  if (wanted.length < 3) return [];
  const limit = Math.max(1, Math.ceil(wanted.length * 0.4));
  return values
    .map(({ value, names }) => {
      const distances = names.map((name) => osaDistance(wanted, fold(name), limit));
      const distance = Math.min(...distances);
      const name = names[distances.indexOf(distance)] ?? value;
      return { told: name === value ? value : `${value} (${name})`, distance };
    })
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ told }) => told);
}
