import { z } from 'zod';
import type { ProgrammeAdapter } from '#programme/adapters/adapter.ts';
import { mostBytes } from '#programme/read/read-programme.ts';
import { shorten } from '#programme/read/draft.ts';
import { unreadable } from '#programme/read/unreadable.ts';
import { gatherLines, type FieldLine } from '#programme/read/gather.ts';

const text = z.union([z.string(), z.number()]).transform(String);
const maybe = text.nullish();
const session = z.object({
  id: text,
  date: text,
  features: z.array(z.string()).default([]),
  hall_id: maybe,
  hall_name: maybe,
  pass_culture_price: maybe,
  price: maybe,
  shop_url: maybe,
  status: maybe,
});
const event = z.object({
  id: text,
  title: z.string(),
  director: maybe,
  release_date: maybe,
  synopsis: maybe,
  duration: maybe,
  visa: maybe,
  allocine_id: maybe,
  sessions: z.array(z.unknown()).default([]),
});
const site = z.object({ id: text, name: maybe, events: z.array(z.unknown()).default([]) });
const message = z.object({ sites: z.array(z.unknown()), version: maybe });

/**
 * EMS (Monnaie Services): sites, the events of each, the sessions of each; `version` is where to go on from. Dates are `%Y%m%d%H%M`, of Paris. The shape
 * is what is publicly known of it: see docs/programme.md.
 */
export const emsAdapter: ProgrammeAdapter = {
  name: 'ems',
  address(base, since) {
    const url = new URL(base);
    url.searchParams.set('version', since ?? '0');
    return url.href;
  },
  read(bytes, { file, now }) {
    if (bytes.length > mostBytes) throw unreadable(file, 'tooLarge');
    const read = message.safeParse(parsed(bytes, file));
    if (!read.success) throw unreadable(file, 'ems');
    const lines: FieldLine[] = [];
    const add = (told: unknown, fields: FieldLine['fields']): void =>
      void lines.push({ line: lines.length + 1, text: shorten(JSON.stringify(told) ?? '', 300), fields });
    for (const written of read.data.sites) {
      const place = site.safeParse(written);
      if (!place.success) {
        add(written, {});
        continue;
      }
      for (const one of place.data.events) {
        const film = event.safeParse(one);
        if (!film.success) add(one, { venue: place.data.name ?? place.data.id });
        else
          for (const shown of film.data.sessions) {
            const at = session.safeParse(shown);
            add(shown, at.success ? fieldsOf(place.data, film.data, at.data) : { title: film.data.title });
          }
      }
    }
    return { reading: gatherLines('ems', lines, { now }), next: read.data.version ?? null };
  },
};

const fieldsOf = (
  place: z.infer<typeof site>,
  film: z.infer<typeof event>,
  shown: z.infer<typeof session>,
): FieldLine['fields'] => ({
  starts: shown.date,
  title: film.title,
  venue: place.name ?? place.id,
  screen: shown.hall_name ?? '',
  features: shown.features.join(', '),
  minutes: film.duration ?? '',
  price: shown.price ?? '',
  booking: shown.shop_url ?? '',
  director: film.director ?? '',
  visa: film.visa ?? '',
  allocine: film.allocine_id ?? '',
  origin: `ems ${shown.id}`,
  cancelled: shown.status ?? '',
});

function parsed(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw unreadable(file, 'json', '', error);
  }
}
