import { z } from 'zod';
import { asFilmId, asShowingId } from '#brand.ts';
import type { Payload } from '#notify/payload.ts';
import { staffChanges } from '#state/tell-staff.ts';
import { showingFeatures, versions } from '#state/tables/programme.ts';

/** Reads a payload as the outbox holds it; null when it is none (it was emptied, or written by another version). */
export function readPayload(text: string): Payload | null {
  const read = payload.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

const filmId = z.string().transform((text, context) => {
  const id = asFilmId(text);
  if (id === null) context.addIssue('not a film');
  return id ?? z.NEVER;
});
const showingId = z.string().transform((text, context) => {
  const id = asShowingId(text);
  if (id === null) context.addIssue('not a showing');
  return id ?? z.NEVER;
});
const film = z.object({ id: filmId.nullable(), title: z.string(), year: z.number().nullable() });
const yes = z.literal(true);
const showing = z.object({
  id: showingId,
  starts: z.string(),
  venueId: z.string().default(''), // rows of versions before have none
  venue: z.string(),
  commune: z.string(),
  away: z.number().nullable(),
  version: z.enum(versions),
  features: z.array(z.enum(showingFeatures)),
  suits: yes.exactOptional(),
});
const why = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['wished', 'to-watch']), on: z.string() }),
  z.object({ kind: z.literal('taste'), liked: z.array(film) }),
]);
const filmAtCinema = z.object({ film, showings: z.array(showing), why, told: yes.exactOptional() });
const language = z.enum(['fr', 'en']);
const account = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.enum(['confirm', 'sign-in']), code: z.string(), path: z.string(), minutes: z.number() }),
  z.object({ purpose: z.literal('staff-code'), code: z.string(), minutes: z.number() }),
  z.object({ purpose: z.literal('staff-setup'), path: z.string(), minutes: z.number() }),
  z.object({ purpose: z.enum(staffChanges), at: z.string(), minutes: z.number() }),
  z.object({ purpose: z.literal('test'), minutes: z.number() }),
  z.object({ purpose: z.literal('address-changed'), language }),
  z.object({ purpose: z.literal('erased'), language }),
  z.object({ purpose: z.enum(['passkey-added', 'passkey-removed']), language, path: z.string() }),
  z.object({ purpose: z.literal('soon-erased'), language, on: z.string(), path: z.string() }),
]);
const payload = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wish'), film: filmAtCinema }),
  z.object({
    kind: z.enum(['digest', 'reminder', 'new', 'last-days']),
    week: z.string(),
    films: z.array(filmAtCinema),
  }),
  z.object({ kind: z.literal('account'), about: account }),
]);
