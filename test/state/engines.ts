import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { asFilmId, type FilmId } from '#brand.ts';
import type { ListEvent } from '#state/events.ts';
import { openState, type State, type StatePlace } from '#state/open-state.ts';
import type { Purged } from '#state/retention.ts';
import type { StateEngine } from '#state/schema.ts';
import { findPostgresql, startPostgresql, type ThrowAwayPostgresql } from '../helpers/throw-away-postgresql.ts';

export interface EngineUnderTest {
  readonly engine: StateEngine;
  /** An empty place of its own. */
  place(): Promise<StatePlace>;
  /** A state on an empty place; closed after the tests. */
  open(): Promise<State>;
  /** The server, when there is one. */
  server(): Promise<ThrowAwayPostgresql>;
}

const binaries = findPostgresql();
const missing = 'skipped: no PostgreSQL on this machine (Debian: apt-get install postgresql)';

/** The same tests on both engines; without PostgreSQL its half is skipped, with a sentence, and in CI that is a failure. */
export function onBothEngines(name: string, body: (under: EngineUnderTest) => void): void {
  describe(`${name}, on SQLite`, () => body(sqlite()));
  if (binaries !== null) describe(`${name}, on PostgreSQL`, () => body(postgresql(binaries)));
  else if (process.env['CI'] === 'true')
    test(`${name}, on PostgreSQL`, () => {
      throw new Error('PostgreSQL is missing, and CI must test on both engines: install postgresql');
    });
  else test(`${name}, on PostgreSQL`, { skip: missing }, () => {});
}

/** A folder that goes after the tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-state-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function film(number: number): FilmId {
  const id = asFilmId(`tt${String(number).padStart(7, '0')}`);
  if (id === null) throw new Error('not a film');
  return id;
}

export const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

function sqlite(): EngineUnderTest {
  const folder = temporaryFolder();
  let files = 0;
  const place = async (): Promise<StatePlace> => ({ file: join(folder, `state-${++files}.sqlite`) });
  return {
    engine: 'sqlite',
    place,
    open: opener(place),
    server: () => Promise.reject(new Error('SQLite has no server')),
  };
}

function postgresql(folder: string): EngineUnderTest {
  let server: Promise<ThrowAwayPostgresql> | null = null;
  const started = (): Promise<ThrowAwayPostgresql> => (server ??= startPostgresql(folder));
  const place = async (): Promise<StatePlace> => ({ databaseUrl: await (await started()).database() });
  const open = opener(place);
  after(async () => {
    if (server !== null) await (await server)[Symbol.asyncDispose]();
  });
  return { engine: 'postgresql', place, open, server: started };
}

function opener(place: () => Promise<StatePlace>): () => Promise<State> {
  const opened: State[] = [];
  after(async () => {
    for (const state of opened) await state[Symbol.asyncDispose]();
  });
  return async () => {
    const state = await openState(await place());
    opened.push(state);
    return state;
  };
}

const list = '5b0c4b3e-7c1f-4c43-9a3c-2f1f0a7e6d11';

/** A film that was shown, but for what is given. */
export const event = (given: Partial<ListEvent> & Pick<ListEvent, 'film'>): ListEvent => ({
  list,
  model: 'hybrid:1',
  position: 1,
  propensity: 1,
  explored: false,
  team: null,
  action: 'shown',
  ...given,
});

/** What a purge comes to when nothing is past its time. */
export const nothingPurged: Purged = {
  visitors: 0,
  events: 0,
  groups: 0,
  accounts: 0,
  signIns: 0,
  messages: 0,
  refusals: 0,
};
