/** The sizes of basket that a matrix answers for, from the smallest: the first bucket whose `most` is not exceeded is used. */
export const bucketNames = ['1', '2-3', '4-8', '9-20', 'more'] as const;

export type BucketName = (typeof bucketNames)[number];

const most = [1, 3, 8, 20, Infinity] as const;

/** From ten films on the matrix of the next bucket joins in, up to this weight at twenty. */
const joining = { from: 10, to: 20, weight: 0.3 };

/**
 * The place of the bucket of a basket of k liked films, an empty basket being asked of the first, and the weight of the answer of the next
 * bucket beside its own.
 */
export function bucketOf(k: number): { readonly bucket: number; readonly next: number } {
  const { from, to, weight } = joining;
  return {
    bucket: most.findIndex((size) => k <= size),
    next: k > from && k <= to ? (weight * (k - from)) / (to - from) : 0,
  };
}
