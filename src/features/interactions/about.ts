import { z } from 'zod';

/** What a file of the interactions folder says of itself, in its own metadata. */
export const interactionsAbout = z.object({
  version: z.literal(1),
  name: z.string(),
  /** The name of the file that was imported. */
  source: z.string(),
  format: z.string(),
  /** The terms of use, as the operator gave them; null when nothing was said. */
  licence: z.string().nullable(),
  /** The house's own feedback, no public set. */
  own: z.boolean(),
  /** When it was imported, ISO 8601. */
  date: z.string(),
  /** In the units of the source. */
  likeAt: z.number(),
  dislikeAt: z.number().nullable(),
  /** The ratings of the source that are stored as 0 and 1. */
  zero: z.number(),
  one: z.number(),
  rows: z.number().int(),
  viewers: z.number().int(),
  films: z.number().int(),
  liked: z.number().int(),
  disliked: z.number().int(),
});
export type InteractionsAbout = z.infer<typeof interactionsAbout>;
