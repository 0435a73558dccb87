import { z } from 'zod';
import { asShowingId } from '#brand.ts';

/** What of a message can be told by a person: see src/notify/payload.ts. */
export type Tellable = z.infer<typeof shape>;
export type TellableFilm = z.infer<typeof film>;

/** Reads a payload of the outbox; null when nothing in it is for a person to tell. */
export function readTellable(
  json: string,
): { readonly kind: Tellable['kind']; readonly films: readonly TellableFilm[] } | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const { success, data } = shape.safeParse(value);
  if (!success) return null;
  return { kind: data.kind, films: data.kind === 'wish' ? [data.film] : data.films };
}

const told = z.object({ title: z.string() });
const film = z.object({
  film: told,
  showings: z.array(
    z.object({
      id: z.string().transform((text, context) => {
        const id = asShowingId(text);
        if (id !== null) return id;
        context.addIssue('no showing');
        return z.NEVER;
      }),
      starts: z.iso.datetime(),
      venue: z.string(),
      commune: z.string(),
      away: z.number().nullable(),
      version: z.enum(['vf', 'vost', 'vo', 'silent', 'unknown']),
    }),
  ),
  why: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('wished') }),
    z.object({ kind: z.literal('to-watch') }),
    z.object({ kind: z.literal('taste'), liked: z.array(told) }),
  ]),
});
const shape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wish'), film }),
  z.object({ kind: z.enum(['digest', 'reminder', 'new', 'last-days']), films: z.array(film) }),
]);
