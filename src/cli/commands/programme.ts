import { timeInParis } from '#calendar/week.ts';
import { textOption, type Command, type Invocation } from '#cli/command.ts';
import { takeReading, venueAsked } from '#cli/import-programme.ts';
import { applyOne } from '#cli/programme/apply.ts';
import { chooseFilm } from '#cli/programme/choose.ts';
import { tellImport } from '#cli/programme/one-import.ts';
import { readInput } from '#cli/read-input.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { openFigures } from '#figures.ts';
import { emsAdapter } from '#programme/adapters/ems.ts';
import { fetchProgramme, keepPlace } from '#programme/adapters/fetch-programme.ts';
import { reportFrom } from '#programme/imports.ts';
import { mostBytes } from '#programme/read/read-programme.ts';
import { readVenues } from '#programme/read-venues.ts';
import { weekAsked } from '#programme/week-asked.ts';
import { writeAudit } from '#state/audit.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { listImports, undoImport } from '#state/programme-imports.ts';
import type { Db } from '#state/schema.ts';
import { listShowings } from '#state/showings.ts';
import { inTransaction } from '#state/transaction.ts';
import { listVenues, putVenue } from '#state/venues.ts';

export const command: Command = {
  summary: 'The programme of a week; its venues; the imports and how to undo one; what a ticketing system says',
  usage: [
    'lanterne programme [--week 2026-W48] [--json]',
    'programme venues [--add FILE] [--json]',
    'programme imports [ID] [--json]          (all of them, or one with its refused lines)',
    'programme choose ID LINE FILM [--json]   (the film that a refused line means; none: without a card)',
    'programme apply ID [--json]              (what waits, or what a choice has settled)',
    'programme undo ID [--json]',
    'programme fetch ems --from URL [--venue ID] [--dry-run] [--announce-unknown] [--json]',
  ].join('\n  lanterne '),
  example: 'lanterne programme venues --add venues.csv',
  takes: {
    '': { options: ['week'] },
    venues: { options: ['add'] },
    imports: { words: [0, 1] },
    choose: { words: [3, 3] },
    apply: { words: [1, 1] },
    undo: { words: [1, 1] },
    fetch: { words: [1, 1], options: ['from', 'venue', 'dry-run', 'announce-unknown'] },
  },
  options: {
    week: { type: 'string' },
    add: { type: 'string' },
    from: { type: 'string' },
    venue: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'announce-unknown': { type: 'boolean' },
  },
  async run(invocation) {
    const [what = '', name = ''] = invocation.positionals;
    await using state = await openState(statePlace(settings(invocation)));
    await actions[what]?.(invocation, state.db, name);
  },
};

type Action = (invocation: Invocation, db: Db, name: string) => Promise<void>;

const actions: Readonly<Record<string, Action>> = {
  '': tellWeek,
  venues: tellVenues,
  imports: (invocation, db, id) => (id === '' ? tellImports(invocation, db) : tellImport(invocation, db, id)),
  choose: chooseFilm,
  apply: applyOne,
  undo,
  fetch: fetchNow,
};

async function tellWeek(invocation: Invocation, db: Db): Promise<void> {
  const asked = textOption(invocation, 'week') ?? null;
  const week = weekAsked(asked, Temporal.Now.instant());
  if (week === null) throw fault('WEEK_INVALID', { week: asked ?? '', reason: 'it is no week; 2026-W47 is one' });
  const showings = await listShowings(db, { from: String(week.first), until: String(week.last), cancelled: true });
  if (invocation.values['json'] === true)
    return invocation.print(
      JSON.stringify({ week: week.name, showings: showings.map(({ at, ...one }) => ({ ...one, venueName: at.name })) }),
    );
  invocation.print(`Week ${week.name}, from ${week.first} to ${week.last}: ${showings.length} showings.`);
  for (const { starts, day, title, version, features, at, cancelled, film } of showings) {
    const time = timeInParis(Temporal.Instant.from(starts));
    const told = [version === 'unknown' ? '' : version, ...features, cancelled === null ? '' : 'CANCELLED'].filter(
      (one) => one !== '',
    );
    invocation.print(
      `  ${day} ${time}  ${at.name}: ${title}${told.length === 0 ? '' : ` (${told.join(', ')})`}  ${film ?? 'without a card'}`,
    );
  }
}

async function tellVenues(invocation: Invocation, db: Db): Promise<void> {
  const file = textOption(invocation, 'add');
  if (file !== undefined) {
    const { communes, home } = openFigures(settings(invocation)).market();
    const { venues: read, notes } = readVenues(await readInput(file, 'venues as CSV or JSON', mostBytes), file, {
      communes,
      department: home.department,
      standing: await listVenues(db),
    });
    await inTransaction(db, async (inside) => {
      for (const venue of read) {
        await putVenue(inside, venue);
        await writeAudit(inside, { staff: null, action: 'venue.put', subject: venue.id });
      }
    });
    for (const line of notes) invocation.note(line);
    invocation.note(`${read.length} ${read.length === 1 ? 'venue' : 'venues'} added or changed.`);
  }
  const venues = await listVenues(db);
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(venues));
  if (venues.length === 0)
    invocation.print('There is no venue yet: add some with `lanterne programme venues --add FILE`.');
  for (const { id, name, kind, commune, seats, closed } of venues)
    invocation.print(
      `${id.padEnd(24)} ${name}, ${commune}, ${kind}${seats === null ? '' : `, ${seats} seats`}${closed === null ? '' : ', closed'}`,
    );
}

async function tellImports(invocation: Invocation, db: Db): Promise<void> {
  const imports = (await listImports(db)).map(({ report, ...one }) => {
    const { imported, updated, unchanged, cancelled, refused } = reportFrom(report);
    return { ...one, imported, updated, unchanged, cancelled, refused: refused.length };
  });
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(imports));
  for (const one of imports)
    invocation.print(
      `${one.id}  ${one.applied}  ${one.source} (${one.format}): ${one.imported} imported, ${one.updated} updated, ${one.cancelled} cancelled, ${one.refused} refused${one.undone === null ? '' : ', undone'}`,
    );
}

async function undo(invocation: Invocation, db: Db, id: string): Promise<void> {
  const done = await inTransaction(db, async (inside) => {
    const undone = await undoImport(inside, id);
    await writeAudit(inside, { staff: null, action: 'programme.undo', subject: id });
    return undone;
  });
  const left = done.left.map(({ id: showing, title, starts }) => ({ id: showing, title, starts }));
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify({ ...done, left }));
  for (const one of left)
    invocation.note(`left as it is, since somebody has changed it, or counted who came: ${one.title}, ${one.starts}`);
  invocation.print(`${done.removed} removed, ${done.restored} as they were before, ${left.length} left.`);
}

async function fetchNow(invocation: Invocation, db: Db, system: string): Promise<void> {
  if (system !== emsAdapter.name) throw usage(`\`programme fetch\` speaks to ems, not “${system}”.`);
  const from = textOption(invocation, 'from') ?? '';
  if (!/^https?:$/.test(URL.canParse(from) ? new URL(from).protocol : ''))
    throw usage('--from is the address that your ticketing system gave you, https://….');
  const venue = venueAsked(textOption(invocation, 'venue'), await listVenues(db));
  const now = Temporal.Now.instant();
  const fetched = await fetchProgramme(db, emsAdapter, from, { now });
  if (fetched.reading.drafts.length + fetched.reading.faults.length === 0) invocation.print('Nothing new.');
  else await takeReading(invocation, db, fetched.reading, { name: `${system} ${new URL(from).host}`, venue, now });
  if (invocation.values['dry-run'] !== true) await keepPlace(db, emsAdapter, from, fetched.next, { now });
}

const usage = (problem: string): Error => fault('USAGE', { problem, command: 'programme' });
