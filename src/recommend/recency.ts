import { spread } from '#recommend/spread.ts';

/** A wish for older or for newer films. */
export interface RecencyWish {
  /** Year of each film, 0 when unknown. */
  readonly years: ArrayLike<number>;
  /** -1 the old, 0 as it comes, 1 the recent. */
  readonly lean: number;
}

/** At 1, the newest film gains on one of the middle of the catalogue what parts the first film of the list from the two hundredth. */
const weight = 2;

/**
 * Leans scores towards old or recent films, in place: each film by the share of the catalogue that is older than it, so that a catalogue of mostly recent
 * films still tells them apart. It re-ranks and never leaves out; a film without a year stands in the middle.
 */
export function leanInTime(scores: Float32Array, { years, lean }: RecencyWish): void {
  if (lean === 0) return;
  const step = weight * lean * spread(scores);
  const place = placesInTime(years);
  for (let film = 0; film < scores.length; film++)
    scores[film] = (scores[film] ?? -Infinity) + step * (place[film] ?? 0.5);
}

const known = new WeakMap<object, Float32Array>();

/** The share of the dated films that are older than each film, those of its year counting for half; .5 without a year. */
function placesInTime(years: ArrayLike<number>): Float32Array {
  const kept = known.get(years);
  if (kept !== undefined) return kept;
  const held = new Map<number, number>();
  let dated = 0;
  for (let film = 0; film < years.length; film++) {
    const year = years[film] ?? 0;
    if (year <= 0) continue;
    held.set(year, (held.get(year) ?? 0) + 1);
    dated++;
  }
  let older = 0;
  const places = new Map<number, number>();
  for (const [year, films] of [...held].toSorted(([a], [b]) => a - b)) {
    places.set(year, (older + films / 2) / dated);
    older += films;
  }
  const place = Float32Array.from({ length: years.length }, (_, film) => places.get(years[film] ?? 0) ?? 0.5);
  known.set(years, place);
  return place;
}
