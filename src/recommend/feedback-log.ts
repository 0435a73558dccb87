import { z } from 'zod';
import { csrFromTriplets, type Csr } from '#kernels/csr.ts';
import { triplets } from '#kernels/triplets.ts';

/** Which of two interleaved models picked a film. */
export type Team = 'a' | 'b';

/**
 * One line of the log: a film of one list, and what was done with it. A list is known by a random identifier drawn for it alone, so that two
 * lists of one person cannot be put together; a line with any other member is refused, so that nothing about a person can slip in.
 */
export const feedbackShape = z.strictObject({
  /** UTC, to the second at most. */
  at: z.iso.datetime({ precision: 0 }),
  /** UUID version 4. */
  list: z.uuidv4(),
  /** Fingerprint of the model that placed the film. */
  model: z.string().regex(/^[\w.:+-]{1,80}$/),
  /** From 1; 0 is a film that the visitor named before the list was made. */
  position: z.int().min(0).max(1000),
  film: z.string().regex(/^tt\d{5,12}$/),
  /** Probability that the film was shown at this position. */
  propensity: z.number().gt(0).max(1),
  explored: z.boolean(),
  team: z.enum(['a', 'b']).nullable(),
  action: z.enum(['shown', 'liked', 'disliked', 'seen', 'wished']),
});

export type FeedbackRow = Readonly<z.infer<typeof feedbackShape>>;

/** One JSON line, without its line feed; members always in the order of the shape. */
export function encodeFeedback(row: FeedbackRow): string {
  return JSON.stringify(feedbackShape.parse(row));
}

/** Reads one line; a string says why it is refused (a line cut by a crash, for one), and no value of it is repeated. */
export function decodeFeedback(line: string): FeedbackRow | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'it is not JSON';
  }
  const read = feedbackShape.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.code === 'unrecognized_keys') return 'it has a member that the log does not keep';
  return `${issue?.path.join('.') || 'the line'} is not as it should be`;
}

/** The house's own likes and dislikes: rows are lists, columns the films given; the shape of `Interactions` but for its refused rows. */
export interface OwnLikes {
  readonly films: readonly string[];
  readonly viewers: number;
  readonly likes: Csr;
  readonly dislikes: Csr;
  /** Films with an opinion that are not among the columns, each counted once a list. */
  readonly unknown: number;
}

/**
 * Who liked what, from the log: one row a list in which something was liked or disliked, in the order met; liked 1, disliked 1 in the other matrix.
 * The last opinion of a list on a film counts (by time, then by order). Shown and seen films say nothing of taste. A wish is what somebody hopes
 * to like, not what they liked: it counts `wishWeight`, 0 until a measure says otherwise, and never against a like or a dislike.
 * @param films identifiers of the columns, in the order of the matrices to which these will be added
 */
export function feedbackToLikes(
  rows: Iterable<FeedbackRow>,
  films: readonly string[],
  { wishWeight = 0 }: { wishWeight?: number } = {},
): OwnLikes {
  const column = new Map(films.map((film, at) => [film, at]));
  const opinions = lastOpinions(rows, { wishes: wishWeight > 0 });
  const [likes, dislikes] = [triplets(), triplets()];
  let [viewers, unknown] = [0, 0];
  for (const list of opinions.values()) {
    let known = 0;
    for (const { film, action } of list.values()) {
      const at = column.get(film);
      if (at === undefined) unknown++;
      else if (action === 'disliked') dislikes.push(viewers, at, 1);
      else likes.push(viewers, at, action === 'liked' ? 1 : wishWeight);
      known += Number(at !== undefined);
    }
    if (known > 0) viewers++;
  }
  const csr = (cells: typeof likes): Csr =>
    csrFromTriplets(viewers, films.length, cells.row(), cells.column(), cells.value());
  return { films, viewers, likes: csr(likes), dislikes: csr(dislikes), unknown };
}

/** The line of the log that says what each list thinks last of each film, by list then by film, in the order met; with `wishes`, what it hopes when it thinks nothing. */
export function lastOpinions(
  rows: Iterable<FeedbackRow>,
  { wishes }: { wishes: boolean },
): Map<string, Map<string, FeedbackRow>> {
  const opinions = new Map<string, Map<string, FeedbackRow>>();
  for (const row of rows) {
    if (row.action === 'shown' || row.action === 'seen' || (row.action === 'wished' && !wishes)) continue;
    const list = opinions.get(row.list) ?? new Map<string, FeedbackRow>();
    opinions.set(row.list, list);
    const held = list.get(row.film);
    if (held === undefined || outweighs(row, held)) list.set(row.film, row);
  }
  return opinions;
}

/** Whether a later line of the log replaces what was held: an opinion always replaces a wish, a wish never an opinion. */
function outweighs(row: FeedbackRow, held: FeedbackRow): boolean {
  const [wish, heldWish] = [row.action === 'wished', held.action === 'wished'];
  return wish === heldWish ? row.at >= held.at : heldWish;
}
