import { z } from 'zod';

/** What the worker is given. */
export const jobSchema = z.object({ file: z.string(), seed: z.int(), scale: z.number(), out: z.string() });

export type Job = z.infer<typeof jobSchema>;

/** What the worker posts about every 64 MiB of text, and at the end with `done`. Sizes in bytes, rows without the header. */
export const noteSchema = z.object({
  file: z.string(),
  done: z.boolean(),
  rows: z.number(),
  bytes: z.number(),
  gzBytes: z.number(),
});
export type Note = z.infer<typeof noteSchema>;
