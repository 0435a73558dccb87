import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAlerts } from '#alerts.ts';
import { asFilmId, type FilmId } from '#brand.ts';
import { weekOf } from '#calendar/week.ts';
import { readConfig } from '#config.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { openLanterne } from '#lanterne.ts';
import { digestMoment } from '#notify/timing/moments.ts';
import { settingsOf } from '#state/house-settings.ts';
import { openState } from '#state/open-state.ts';
import type { Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';
import { etoile, lux, showing } from '../test/notify/match-world.ts';
import { putProgramme } from '../test/notify/people.ts';
import { lot, personOf, putPeople } from './alerts/world.ts';
import { cpuModel, loadNow } from './machine.ts';

/** What it costs to decide who is told what of a week. */
export interface MatchReport {
  readonly films: number;
  readonly people: number;
  readonly showings: number;
  /** Seconds: without writing, with it, and again when all is written. */
  readonly dry: number;
  readonly first: number;
  readonly again: number;
  /** Messages written by the first and by the second. */
  readonly written: readonly [number, number];
  /** The peer: a list of fifty films of the whole catalogue for each person, of which the programme's would be kept. Seconds for all, from a hundred of them. */
  readonly lists: number;
  /** MB, of the whole process. */
  readonly peakMemoryMB: number;
  readonly seed: number;
  readonly machine: string;
  readonly load: number;
}

const [filmsShown, listsTried] = [20, 100];
const week = weekOf(Temporal.PlainDate.from('2026-11-25'));
const communes = ['23096', '23008', '23030', '23067', '23176'];
const at = '2026-11-01T09:00:00.000Z';

/** People of five communes with eight films each, a third of whom wish one of the programme; twenty films, forty showings in two halls. @param folder a catalogue's */
export async function runMatchBench(
  folder: string,
  { people, seed }: { readonly people: number; readonly seed: number },
): Promise<MatchReport> {
  await using lanterne = await openLanterne(readConfig({}, { dataFolder: folder }));
  const scratch = mkdtempSync(join(tmpdir(), 'lanterne-match-'));
  try {
    await using state = await openState({ file: join(scratch, 'state.sqlite') });
    const known = await lanterne.recommend({ liked: [], disliked: [], seen: [] }, { top: 300 });
    const films = known.films.flatMap(({ card }) => asFilmId(card.id) ?? []);
    const random = seededRandom(seed);
    const programme = shuffle(films, random).slice(0, filmsShown);
    const showings = programme.flatMap((film, nth) => [
      showing(film, `2026-11-${25 + (nth % 5)} ${14 + (nth % 7)}:00`, lux),
      showing(film, `2026-11-${25 + ((nth + 2) % 5)} ${14 + (nth % 6)}:30`, etoile),
    ]);
    await putProgramme(state.db, showings);
    const tastes = Array.from({ length: people }, () => shuffle(films, random).slice(0, 8));
    await inTransaction(state.db, (db) => putTastes(db, tastes, programme));

    const run = { kind: 'digest', week, due: digestMoment(week, settingsOf(new Map())) } as const;
    const alerts = openAlerts(() => lanterne, state);
    const match = async (commit: boolean): Promise<{ seconds: number; added: number }> => {
      const start = performance.now();
      let added = 0;
      for await (const matched of alerts.match({ kinds: ['wish', 'digest', 'new'], run, now: run.due, commit }))
        added += matched.added;
      return { seconds: (performance.now() - start) / 1000, added };
    };
    const [dry, first, again] = [await match(false), await match(true), await match(true)];
    const start = performance.now();
    for (const liked of tastes.slice(0, listsTried))
      await lanterne.recommend({ liked, disliked: [], seen: [] }, { top: 50 });
    const each = (performance.now() - start) / 1000 / Math.min(people, listsTried);
    return {
      films: lanterne.films,
      people,
      showings: showings.length,
      dry: dry.seconds,
      first: first.seconds,
      again: again.seconds,
      written: [first.added, again.added],
      lists: each * people,
      peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1000),
      seed,
      machine: cpuModel(),
      load: loadNow(),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function putTastes(db: Db, tastes: readonly (readonly FilmId[])[], programme: readonly FilmId[]): Promise<void> {
  const rows = tastes.map((liked, nth) => ({
    liked,
    ...personOf(nth),
    commune: communes[nth % communes.length] ?? '',
  }));
  for (let start = 0; start < rows.length; start += lot) {
    const some = rows.slice(start, start + lot);
    const people = some.map(({ id, visitor, email, commune }) => ({ id, visitor, email, commune }));
    await putPeople(db, people, { kinds: ['wish', 'digest', 'new'], at });
    const marks = some.flatMap(({ visitor, liked }) =>
      liked.map((film) => ({ visitor, film, kind: 'liked' as const, at })),
    );
    await db.insertInto('mark').values(marks).execute();
    const wishes = some.flatMap(({ visitor, commune }, nth) => {
      const film = (start + nth) % 3 === 0 ? programme[(start + nth) % programme.length] : undefined;
      return film === undefined ? [] : [{ visitor, film, commune, days: '', seats: 2, at }];
    });
    await db.insertInto('wish').values(wishes).execute();
  }
}

/** The table of docs/results.md, a row. */
export const formatMatchReport = (one: MatchReport): string =>
  [
    `Seed ${one.seed}; ${one.machine}, load ${one.load.toFixed(1)}. ${one.films.toLocaleString('en')} films in the catalogue, ${one.showings} showings.`,
    '',
    '| people | without writing | first | messages | again | messages | a list of 50 films for each (from 100 of them) | ratio | peak memory |',
    '|---|---|---|---|---|---|---|---|---|',
    `| ${one.people.toLocaleString('en')} | ${one.dry.toFixed(1)} s | ${one.first.toFixed(1)} s | ${one.written[0].toLocaleString('en')} | ${one.again.toFixed(1)} s | ${one.written[1]} | ${one.lists.toFixed(0)} s | ${(one.dry / one.lists).toFixed(3)} | ${one.peakMemoryMB} MB |`,
  ].join('\n');
