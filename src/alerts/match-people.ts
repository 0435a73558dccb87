import type { CustomerId, FilmId } from '#brand.ts';
import { fitsOf } from '#alerts/fits.ts';
import { placeOf } from '#alerts/place.ts';
import type { Lanterne } from '#lanterne.ts';
import { decide } from '#notify/match/decide.ts';
import { matchMessages } from '#notify/match/match-messages.ts';
import type { AlertMessage, Matched } from '#notify/match/types.ts';
import type { Run } from '#notify/timing/moments.ts';
import { momentOf } from '#state/clock.ts';
import { houseSettings } from '#state/house-settings.ts';
import { nextPeople, peopleToMatch, toldDays, type PersonToMatch } from '#state/people-to-match.ts';
import type { Db } from '#state/schema.ts';
import { showingsToMatch } from '#state/showings-to-match.ts';
import { inTransaction } from '#state/transaction.ts';
import { takeTurn } from '#state/turns.ts';

export interface MatchAsked {
  readonly kinds: readonly AlertMessage[];
  /** For `digest` and `reminder`. */
  readonly run?: Run;
  /** These alone; everybody who asked for something unless told. */
  readonly people?: readonly CustomerId[];
  /** Those who asked for nothing too: to say why they are not told. */
  readonly everyone?: boolean;
  readonly now: Temporal.Instant;
  /** Writes what is decided; without it nothing is written. */
  readonly commit: boolean;
  /** Minutes that the programme must have stood; the house's unless told. */
  readonly settle?: number;
  /** People at once: as many as one transaction writes for. */
  readonly atOnce?: number;
}

/** What came of some people. */
export interface MatchedPeople extends Matched {
  readonly people: readonly PersonToMatch[];
  readonly added: number;
  readonly renewed: number;
}

/**
 * Matches people with the programme, some hundreds at a time. With `commit` each lot is one transaction that reads the state and writes the
 * outbox: whatever stops it between two, the next run finds what was written and goes on, and two processes take turns.
 */
export async function* matchPeople(lanterne: Lanterne, db: Db, asked: MatchAsked): AsyncGenerator<MatchedPeople> {
  const { now, kinds, run, commit, atOnce = 500 } = asked;
  const since = now.subtract({ hours: 24 * toldDays });
  const ahead = await showingsToMatch(db, since);
  const at = momentOf(now);
  const films = [...new Set(ahead.flatMap(({ film, starts }): FilmId[] => (starts > at ? [film] : [])))];
  const place = await placeOf(lanterne, films);
  for await (const ids of lotsOf(db, asked, atOnce)) {
    const before = await peopleToMatch(db, ids, now);
    const fits = await fitsOf(lanterne, before, films, kinds);
    const matchIn = async (within: Db): Promise<MatchedPeople> => {
      if (commit) await takeTurn(within, 'match', { now });
      const settings = await houseSettings(within);
      const people = commit ? await peopleToMatch(within, ids, now) : before;
      const showings = commit ? await showingsToMatch(within, since) : ahead;
      const matched = matchMessages({
        now,
        kinds,
        ...(run === undefined ? {} : { run }),
        showings,
        people,
        fits: ({ id }) => fits.get(id) ?? new Map(),
        place,
        settings: { ...settings, settleMinutes: asked.settle ?? settings.settleMinutes },
      });
      const hold = settings.holdCampaigns;
      const decided = commit
        ? await decide(within, matched.decisions, { now, hold, ...(run === undefined ? {} : { run }) })
        : { added: 0, renewed: 0 };
      return { ...matched, people, ...decided };
    };
    yield commit ? await inTransaction(db, matchIn) : await matchIn(db);
  }
}

async function* lotsOf(
  db: Db,
  { people, everyone = false }: MatchAsked,
  most: number,
): AsyncGenerator<readonly CustomerId[]> {
  if (people !== undefined) {
    for (let start = 0; start < people.length; start += most) yield people.slice(start, start + most);
    return;
  }
  for (let after: CustomerId | null = null; ;) {
    const ids: CustomerId[] = await nextPeople(db, { after, most, everyone });
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    after = last;
  }
}
