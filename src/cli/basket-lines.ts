import { z } from 'zod';
import { readJsonLines } from '#cli/read-lines.ts';

/** Identifiers as text; numbers, which the rating sets use, are taken as they are written. */
export const ids = z.array(z.union([z.string(), z.number()]).transform(String)).default([]);
const basketShape = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  liked: ids,
  disliked: ids,
  seen: ids,
});
const example = '{"id":"7","liked":["tt0088763"],"disliked":[],"seen":[]}';

export type BasketLine = z.infer<typeof basketShape>;

/** The baskets of a JSONL file, one a line. @throws FILE_MISSING, FILE_UNREADABLE, FILE_ROW */
export function readBaskets(file: string): BasketLine[] {
  return readJsonLines(file, basketShape, 'basket', example);
}

/** What was found for a basket, as one line of JSON; what to loosen when conditions leave it short. */
export function answerLine(
  id: string,
  list: readonly {
    readonly film: number;
    readonly score: number;
    readonly reasons: readonly { readonly film: number; readonly share: number }[];
  }[],
  idOf: readonly string[],
  loosen: readonly unknown[] = [],
): string {
  return JSON.stringify({
    id,
    films: list.map(({ film }) => idOf[film]),
    scores: list.map(({ score }) => score),
    reasons: list.map(({ reasons }) =>
      reasons.map(({ film, share }) => ({ film: idOf[film], share: Math.round(share * 1e4) / 1e4 })),
    ),
    ...(loosen.length > 0 ? { loosen } : {}),
  });
}
