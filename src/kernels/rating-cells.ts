import { byteIds, type ByteIds } from './byte-ids.ts';
import { readDecimal } from './read-decimal.ts';

/** Ratings as three growing lists: the number of the viewer, the number of the film, the rating as written. */
export interface RatingCells {
  readonly viewers: ByteIds;
  readonly films: ByteIds;
  readonly length: number;
  viewer(): Int32Array;
  film(): Int32Array;
  rating(): Float64Array;
  /** Reads three fields of `bytes`, each from its first byte to before its last, blanks around it removed, and keeps them; the problem when they are no rating. */
  take(
    bytes: Uint8Array,
    viewer: ArrayLike<number>,
    film: ArrayLike<number>,
    rating: ArrayLike<number>,
  ): RatingProblem | null;
}

export type RatingProblem =
  | 'the viewer is empty'
  | 'the film is empty'
  | 'the rating is empty'
  | 'the rating is not a finite number'
  | 'the rating is outside the scale'
  | 'a control character (NUL, carriage return…) stands in an identifier'
  | 'an identifier is longer than 65 535 bytes';

const longest = 65_535;

/** @param low, high the ratings that are of the scale, both included */
export function ratingCells(low = -Infinity, high = Infinity, capacity = 1 << 16): RatingCells {
  const [viewers, films] = [byteIds(), byteIds()];
  let viewer = new Int32Array(capacity);
  let film = new Int32Array(capacity);
  let rating = new Float64Array(capacity);
  let length = 0;
  const span = new Int32Array(2);

  const identifier = (bytes: Uint8Array, ids: ByteIds): number => {
    const [from, to] = [span[0]!, span[1]!];
    if (to - from > longest) return -2;
    for (let at = from; at < to; at++) if (bytes[at]! < 32 || bytes[at] === 127) return -1;
    return ids.intern(bytes, from, to);
  };

  return {
    viewers,
    films,
    get length() {
      return length;
    },
    viewer: () => viewer.subarray(0, length),
    film: () => film.subarray(0, length),
    rating: () => rating.subarray(0, length),
    take(bytes, viewerAt, filmAt, ratingAt) {
      if (!trim(bytes, ratingAt[0]!, ratingAt[1]!, span)) return 'the rating is empty';
      const value = readDecimal(bytes, span[0]!, span[1]!);
      if (Number.isNaN(value)) return 'the rating is not a finite number';
      if (value < low || value > high) return 'the rating is outside the scale';
      if (!trim(bytes, viewerAt[0]!, viewerAt[1]!, span)) return 'the viewer is empty';
      const v = identifier(bytes, viewers);
      if (v < 0) return refusal(v);
      if (!trim(bytes, filmAt[0]!, filmAt[1]!, span)) return 'the film is empty';
      const f = identifier(bytes, films);
      if (f < 0) return refusal(f);
      if (length === viewer.length) {
        const room = length * 2;
        viewer = grown(viewer, new Int32Array(room));
        film = grown(film, new Int32Array(room));
        rating = grown(rating, new Float64Array(room));
      }
      viewer[length] = v;
      film[length] = f;
      rating[length++] = value;
      return null;
    },
  };
}

function refusal(code: number): RatingProblem {
  return code === -1
    ? 'a control character (NUL, carriage return…) stands in an identifier'
    : 'an identifier is longer than 65 535 bytes';
}

/** Puts the field without the blanks around it into `span`; false when nothing is left. */
function trim(bytes: Uint8Array, start: number, end: number, span: Int32Array): boolean {
  let [from, to] = [start, end];
  while (from < to && isBlank(bytes[from]!)) from++;
  while (to > from && isBlank(bytes[to - 1]!)) to--;
  span[0] = from;
  span[1] = to;
  return from < to;
}

function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13;
}

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
