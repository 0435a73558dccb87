import { matchPeople, type MatchAsked, type MatchedPeople } from '#alerts/match-people.ts';
import { runDue, type Ran } from '#alerts/run-due.ts';
import { openWriting, type Writing } from '#alerts/writing.ts';
import type { Config } from '#config.ts';
import type { Lanterne } from '#lanterne.ts';
import type { State } from '#state/open-state.ts';

/** The alerts of one running Lanterne: who is told what of the programme. */
export interface Alerts extends Writing {
  /** Matches people with the programme, some hundreds at a time; writes nothing unless `commit`. */
  match(asked: MatchAsked): AsyncGenerator<MatchedPeople>;
  /** Decides what the programme as it stands has to tell at once: wishes that come true, films that are new. To be called when an import has committed; the schedule does it too. @returns how many messages are new */
  matchAfterImport(options?: { readonly now?: Temporal.Instant; readonly settle?: number }): Promise<number>;
  /** Does what is due: campaigns whose moment has come, and what changed since it was last looked at. Only one process at a time does. */
  runDue(options?: { readonly now?: Temporal.Instant; readonly by?: string }): Promise<Ran>;
  readonly state: State;
  readonly config: Config;
}

/** @param lanterne gives the one in service: it may change between two runs, never inside one */
export function openAlerts(lanterne: () => Lanterne, state: State, config: Config = lanterne().config): Alerts {
  const match = (asked: MatchAsked): AsyncGenerator<MatchedPeople> => matchPeople(lanterne(), state.db, asked);
  return {
    state,
    config,
    match,
    async matchAfterImport({ now = Temporal.Now.instant(), settle } = {}) {
      let added = 0;
      const kinds = ['wish', 'new'] as const;
      const asked = { kinds, now, commit: true, ...(settle === undefined ? {} : { settle }) };
      for await (const lot of match(asked)) added += lot.added + lot.renewed;
      return added;
    },
    ...openWriting(state.db, config),
    runDue: ({ now = Temporal.Now.instant(), by = thisProcess } = {}) => runDue(match, state.db, { now, by }),
  };
}

const thisProcess = crypto.randomUUID();
