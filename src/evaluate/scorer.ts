/** Something that scores every film for a basket, by dense indices; higher is better. */
export interface Scorer {
  readonly name: string;
  score(basket: readonly number[], into: Float32Array): void;
}

/**
 * A scorer of some films of a larger world.
 * @param columns the place in the larger world of each film; baskets and scores are then by column
 * @param size how many films the larger world has
 */
export function narrowed({ name, score }: Scorer, columns: ArrayLike<number>, size: number): Scorer {
  const whole = new Float32Array(size);
  return {
    name,
    score(basket, into) {
      score(
        basket.map((film) => columns[film] ?? -1),
        whole,
      );
      for (let film = 0; film < columns.length; film++) into[film] = whole[columns[film] ?? -1] ?? -Infinity;
    },
  };
}
