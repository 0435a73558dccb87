/** The sizes of basket that a matrix answers for, from the smallest: the first bucket whose `most` is not exceeded is used. */
export const bucketNames = ['1', '2-3', '4-8', '9-20', 'more'] as const;

export type BucketName = (typeof bucketNames)[number];

const most = [1, 3, 8, 20, Infinity] as const;

/** The place of the bucket of a basket of k liked films; an empty basket is asked of the first. */
export function bucketOf(k: number): number {
  return most.findIndex((size) => k <= size);
}
