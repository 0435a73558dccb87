import { LRUCache } from 'lru-cache';
import { openAlerts } from '#alerts.ts';
import { townNames } from '#market/town-names.ts';
import type { CustomerId } from '#brand.ts';
import { fault } from '#errors.ts';
import type { Letter } from '#notify/channel.ts';
import { composeLetter } from '#notify/letters/compose-letter.ts';
import { currentPayload } from '#notify/letters/current.ts';
import { readPayload } from '#notify/letters/read-payload.ts';
import { sampleCustomer } from '#notify/letters/sample.ts';
import { weekNamedOf } from '#notify/letters/week-named-of.ts';
import type { UntoldReason } from '#notify/match/types.ts';
import type { Payload } from '#notify/payload.ts';
import { runName, runOf, type Run } from '#notify/timing/moments.ts';
import { campaignSamples, type Campaign } from '#state/campaigns.ts';
import { houseSettings } from '#state/house-settings.ts';
import type { Db } from '#state/schema.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import { stateOf, type Site } from '#web/site.ts';

/** What a programmer is shown at most of the letters of a campaign. */
const mostSamples = 3;
/** A rehearsal looks at people for so long, and says how many it saw. */
const longestLook = 4000;
const atOnce = 100;

/** The run that a name tells, `digest:2026-W48`; null when it is no such name. @throws WEEK_INVALID */
export async function runOfName(db: Db, name: string): Promise<Run | null> {
  const [, kind, week = ''] = /^(digest|reminder):(\d{4}-W\d{2})$/.exec(name) ?? [];
  if (kind !== 'digest' && kind !== 'reminder') return null;
  return runOf(kind, weekNamedOf(week), await houseSettings(db));
}

/** The same for a page. @throws PAGE_UNKNOWN, WEEK_INVALID */
export async function runNamed(db: Db, name: string): Promise<Run> {
  const run = await runOfName(db, name);
  if (run === null) throw fault('PAGE_UNKNOWN', { path: name.slice(0, 40) });
  return run;
}

/** What a run would come to if it were decided now: numbers and reasons, nobody's name. */
export interface Rehearsal {
  /** Accounts that were looked at. */
  readonly people: number;
  /** Whether that was everybody: it stops after some seconds. */
  readonly whole: boolean;
  /** Messages that would leave, by channel. */
  readonly told: ReadonlyMap<ChannelName, number>;
  /** People whom nothing would tell, by their first reason. */
  readonly untold: ReadonlyMap<UntoldReason, number>;
  readonly samples: readonly Sample[];
}

interface Sample {
  readonly customer: CustomerId | null;
  readonly language: 'fr' | 'en';
  readonly payload: Payload;
}

const rehearsed = new WeakMap<Db, LRUCache<string, Promise<Rehearsal>>>();

/** Rehearses a run; what was found stands for a minute. */
export function rehearse(site: Site, run: Run): Promise<Rehearsal> {
  const { db } = stateOf(site);
  const kept = rehearsed.get(db) ?? new LRUCache<string, Promise<Rehearsal>>({ max: 8, ttl: 60_000 });
  rehearsed.set(db, kept);
  const name = runName(run.kind, run.week);
  const known = kept.get(name);
  if (known !== undefined) return known;
  const looking = look(site, run);
  kept.set(name, looking);
  looking.catch(() => kept.delete(name));
  return looking;
}

async function look(site: Site, run: Run): Promise<Rehearsal> {
  const began = performance.now();
  const alerts = openAlerts(() => site.lanterne, stateOf(site));
  const told = new Map<ChannelName, number>();
  const untold = new Map<UntoldReason, number>();
  const samples: Sample[] = [];
  let [people, whole] = [0, true];
  const asked = { kinds: [run.kind], run, now: Temporal.Now.instant(), commit: false, everyone: true, atOnce };
  for await (const lot of alerts.match(asked)) {
    people += lot.people.length;
    const reached = new Set(lot.decisions.map(({ customer }) => customer));
    for (const { channel } of lot.decisions) told.set(channel, (told.get(channel) ?? 0) + 1);
    const languages = new Map(lot.people.map(({ id, language }) => [id, language]));
    for (const { customer, channel, payload } of lot.decisions)
      if (samples.length < mostSamples && channel === 'email')
        samples.push({ customer, payload, language: languages.get(customer) ?? 'fr' });
    const seen = new Set<CustomerId>();
    // what holds for a whole message says more than what holds for one of its films
    for (const { customer, reason } of lot.untold.toSorted((a, b) => Number(a.film !== null) - Number(b.film !== null)))
      if (!reached.has(customer) && !seen.has(customer)) {
        seen.add(customer);
        untold.set(reason, (untold.get(reason) ?? 0) + 1);
      }
    if (performance.now() - began > longestLook) {
      whole = false;
      break;
    }
  }
  return { people, whole, told, untold, samples };
}

/**
 * Some letters of a run as they would leave: those of the outbox once it is decided, else those that a rehearsal found. They carry nobody's name,
 * and their links open nothing.
 */
export async function sampleLetters(site: Site, run: Run, campaign: Campaign | null): Promise<Letter[]> {
  const { db } = stateOf(site);
  const decided = Object.keys(campaign?.counts ?? {}).length > 0;
  const samples = decided ? await sent(db, runName(run.kind, run.week)) : (await rehearse(site, run)).samples;
  const { senderName, senderAddress } = await houseSettings(db);
  const { cinemaName, contact } = site.lanterne.config;
  const nobody = sampleCustomer();
  const towns = townNames(site.market());
  const letters: Letter[] = [];
  for (const { customer, language, payload } of samples) {
    const standing = await currentPayload(db, payload, customer, (code) => towns.get(code) ?? null);
    if (standing === null) continue;
    const letter = composeLetter(standing, {
      customer: nobody === null ? null : { id: nobody },
      house: { name: senderName || cinemaName, address: senderAddress, contact: contact ?? null },
      linkKey: Buffer.alloc(32),
      origin: site.here,
      now: Temporal.Now.instant(),
      language,
      channel: 'email',
      note: campaign?.note ?? '',
      since: null,
    });
    if (letter !== null) letters.push(letter);
  }
  return letters;
}

async function sent(db: Db, id: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const { customer, payload } of await campaignSamples(db, id, mostSamples)) {
    const read = readPayload(payload);
    if (read === null || customer === null) continue;
    const row = await db.selectFrom('customer').select('language').where('id', '=', customer).executeTakeFirst();
    samples.push({ customer, payload: read, language: row?.language ?? 'fr' });
  }
  return samples;
}
