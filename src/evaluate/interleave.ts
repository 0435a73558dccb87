import { signTest, type SignTest } from '#evaluate/sign-test.ts';
import type { Team } from '#recommend/feedback-log.ts';

/** One film of an interleaved list. */
export interface Interleaved {
  readonly film: number;
  /** The ranking that picked it. */
  readonly team: Team;
  /** From 1. */
  readonly position: number;
  /** Probability that this film stands at this position, over all coins. */
  readonly propensity: number;
}

/**
 * Team-draft interleaving of two rankings: in each round a coin says which picks first, and each adds its highest film that is not in the list yet.
 * A ranking that has none left passes. Nobody sees which of the two a film came from, and both have the same chance of every place.
 * Source: Radlinski, Kurup, Joachims 2008, "How does clickthrough data reflect retrieval quality?", algorithm 2.
 * @param a, b films, best first; without those that may not be shown
 */
export function interleave(
  a: readonly number[],
  b: readonly number[],
  { top, random }: { top: number; random: () => number },
): Interleaved[] {
  const chances = positions(a, b, top);
  const list: Interleaved[] = [];
  const shown = new Set<number>();
  for (;;) {
    const before = list.length;
    for (const team of random() < 0.5 ? (['a', 'b'] as const) : (['b', 'a'] as const)) {
      const film = (team === 'a' ? a : b).find((each) => !shown.has(each));
      if (film === undefined || list.length >= top) continue;
      shown.add(film);
      const position = list.length + 1;
      list.push({ film, team, position, propensity: chances[position]?.get(film) ?? 0 });
    }
    if (list.length === before) return list;
  }
}

/** What the films of one session earned each team: those liked or wished, each once. */
export function creditTeams(
  shown: readonly Pick<Interleaved, 'film' | 'team'>[],
  rewarded: ReadonlySet<number>,
): Record<Team, number> {
  const credit = { a: 0, b: 0 };
  for (const { film, team } of shown) if (rewarded.has(film)) credit[team]++;
  return credit;
}

export interface Comparison {
  readonly sessions: number;
  /** Sessions with as much credit for both, most often none: they decide nothing. */
  readonly ties: number;
  /** a's wins against b's, over the sessions that decide. */
  readonly test: SignTest;
  /** The better one, when `p` (or `anytimeP`, when the result is looked at as it comes) is at most alpha; null: no difference shown. */
  readonly better: Team | null;
}

/**
 * Which of two models its sessions prefer: the sign test over sessions, each of which is won by the team with more credit.
 * Source: Radlinski, Kurup, Joachims 2008, section 4; Chapelle, Joachims, Radlinski, Yue 2012, "Large-scale validation and analysis of interleaved
 * search evaluation".
 * @param credits one a session, of independent visitors
 * @param peeking true when the comparison is looked at before all its sessions are in, nightly for one
 */
export function compareTeams(
  credits: readonly Readonly<Record<Team, number>>[],
  { alpha = 0.05, peeking = false }: { alpha?: number; peeking?: boolean } = {},
): Comparison {
  const wins = credits.filter(({ a, b }) => a > b).length;
  const losses = credits.filter(({ a, b }) => a < b).length;
  const test = signTest(wins, losses, { alpha });
  const found = (peeking ? test.anytimeP : test.p) <= alpha;
  return {
    sessions: credits.length,
    ties: credits.length - wins - losses,
    test,
    better: found ? (wins > losses ? 'a' : 'b') : null,
  };
}

/** How far both rankings have been read when a round starts: the list is then all of a before `a` and of b before `b`. */
interface Round {
  readonly a: number;
  readonly b: number;
  readonly chance: number;
}

/** For each position from 1 the films that may stand there and how likely each is: rounds that reach the same place are counted as one. */
function positions(a: readonly number[], b: readonly number[], top: number): Map<number, number>[] {
  const chances = Array.from({ length: top + 1 }, () => new Map<number, number>());
  let rounds: Round[] = [{ a: 0, b: 0, chance: 1 }];
  while (rounds.length > 0) {
    const next = new Map<string, Round>();
    for (const round of rounds) {
      const listed = new Set([...a.slice(0, round.a), ...b.slice(0, round.b)]);
      if (listed.size >= top) continue;
      for (const order of [
        [a, b],
        [b, a],
      ]) {
        const shown = new Set(listed);
        for (const ranking of order) {
          const film = ranking.find((each) => !shown.has(each));
          if (film === undefined || shown.size >= top) continue;
          shown.add(film);
          const at = chances[shown.size];
          at?.set(film, (at.get(film) ?? 0) + round.chance / 2);
        }
        if (shown.size === listed.size) continue;
        const [readA, readB] = [read(a, shown), read(b, shown)];
        const key = `${readA} ${readB}`;
        next.set(key, { a: readA, b: readB, chance: (next.get(key)?.chance ?? 0) + round.chance / 2 });
      }
    }
    rounds = [...next.values()];
  }
  return chances;
}

/** How many films of a ranking come before its first that is not in the list. */
function read(ranking: readonly number[], shown: ReadonlySet<number>): number {
  const at = ranking.findIndex((film) => !shown.has(film));
  return at < 0 ? ranking.length : at;
}
