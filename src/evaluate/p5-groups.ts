import { drawGroups, drawProfiles, groupKinds, likeness, type GroupKind } from '#evaluate/groups.ts';
import { ndcg } from '#evaluate/ndcg.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import { summarise, type Summary } from '#evaluate/summary.ts';
import { partOf, type Likes, type Part, type Shot } from '#evaluate/viewers.ts';
import { seededRandom } from '#kernels/random.ts';
import { average } from '#recommend/group/average.ts';
import { acceptedStanding, threeChoices, type ChoiceKind, type MemberView } from '#recommend/group/choices.ts';
import { epFuzzDA } from '#recommend/group/ep-fuzzda.ts';
import { greedyLeastMisery, leastMisery } from '#recommend/group/least-misery.ts';
import { onGrid, relevances, standings } from '#recommend/group/relevance.ts';

/** How scores become relevances: ours (0 to 1 for each member), or the scores as they come, below 0 as 0, as in the published protocol. */
export type RelevanceScale = 'ours' | 'raw';

export interface P5Options {
  readonly films: number;
  readonly likes: Likes;
  readonly part: Part;
  /** Films in a member's basket; below 1, a share of their likes. */
  readonly basket: number;
  readonly scale: RelevanceScale;
  readonly sizes: readonly number[];
  readonly groups: number;
  readonly seed: number;
  readonly top?: number;
  readonly kinds?: readonly GroupKind[];
  readonly depth?: number;
}

/** One method on the groups of one kind and size. */
export interface P5Row {
  readonly kind: GroupKind;
  readonly size: number;
  readonly method: string;
  /** Mean relevance of the list's films, over its members: their mean, and the worst-off. */
  readonly arMean: Summary;
  readonly arMin: Summary;
  /** The same for nDCG@top of the held-out likes that the group may be shown. */
  readonly ndcgMean: Summary;
  readonly ndcgMin: Summary;
  /** arMean and arMin over those of the average, minus 1, each with its 95 % interval by paired bootstrap. */
  readonly meanChange: readonly [number, number, number];
  readonly minChange: readonly [number, number, number];
}

/** One labelled choice: what its film brings, and the lowest standing that it had for anyone in any group. */
export interface P5Choice {
  readonly kind: GroupKind;
  readonly size: number;
  readonly choice: ChoiceKind;
  /** Share of the groups that have such a film. */
  readonly offered: number;
  readonly shareMean: Summary;
  readonly shareMin: Summary;
  /** Share of the members who like the film, by their held-out likes. */
  readonly liked: Summary;
  readonly lowestStanding: number;
}

const methods: readonly {
  name: string;
  list: (
    members: readonly Float32Array[],
    films: readonly number[],
    options: { top: number; tie: Float64Array },
  ) => number[];
}[] = [
  { name: 'average', list: average },
  { name: 'least misery', list: leastMisery },
  { name: 'greedy least misery', list: greedyLeastMisery },
  { name: 'EP-FuzzDA', list: epFuzzDA },
];

/**
 * P5: groups of unseen viewers, the films that training viewers like and no member has in their basket; one scorer, the same member scores for every
 * method and choice. Groups are drawn with replacement from the same viewers, so the standard errors are those of the groups, not of new viewers.
 */
export function evaluateGroups(scorer: Scorer, options: P5Options): { rows: P5Row[]; choices: P5Choice[] } {
  const { films, likes, part, basket, seed, sizes, groups, kinds = groupKinds, top = 10 } = options;
  const isCandidate = new Uint8Array(films);
  for (const [viewer, liked] of likes) if (partOf(viewer) === 'train') for (const film of liked) isCandidate[film] = 1;
  const known: Likes = new Map(
    [...likes].map(([viewer, liked]) => [viewer, liked.filter((film) => isCandidate[film] === 1)]),
  );
  const shots = drawProfiles(known, part, basket, { seed });
  const scores = shots.map((shot) => {
    const into = new Float32Array(films);
    scorer.score(shot.basket, into);
    return into;
  });
  const alike = likeness(
    shots.map(({ viewer }) => new Set(known.get(viewer))),
    films,
  );
  const rows: P5Row[] = [];
  const choices: P5Choice[] = [];
  for (const kind of kinds) {
    for (const size of sizes) {
      const drawn = drawGroups(alike, kind, { size, groups, seed });
      const measured = drawn.map((places) => measureGroup(places, shots, scores, isCandidate, { ...options, top }));
      const lists = methods.map(({ name }, at) => ({
        name,
        of: measured.map(({ methods: found }) => found[at] ?? nothing),
      }));
      const reference = lists[0]?.of ?? [];
      const column = (of: readonly Measured[], key: keyof Measured): number[] => of.map((one) => one[key]);
      for (const { name, of } of lists) {
        const change = (key: keyof Measured): readonly [number, number, number] =>
          ratioInterval(column(of, key), column(reference, key), seed);
        rows.push({
          kind,
          size,
          method: name,
          arMean: summarise(column(of, 'arMean')),
          arMin: summarise(column(of, 'arMin')),
          ndcgMean: summarise(column(of, 'ndcgMean')),
          ndcgMin: summarise(column(of, 'ndcgMin')),
          meanChange: change('arMean'),
          minChange: change('arMin'),
        });
      }
      for (const at of [0, 1, 2]) {
        const found = measured.flatMap(({ choices: three }) => three[at] ?? []);
        const label = found[0]?.choice;
        if (label === undefined) continue;
        const offered = found.filter(({ standing }) => standing !== null);
        choices.push({
          kind,
          size,
          choice: label,
          offered: offered.length / found.length,
          shareMean: summarise(offered.map(({ mean }) => mean)),
          shareMin: summarise(offered.map(({ min }) => min)),
          liked: summarise(offered.map(({ liked }) => liked)),
          lowestStanding: Math.min(...offered.map(({ standing }) => standing ?? 0)),
        });
      }
    }
  }
  return { rows, choices };
}

interface Measured {
  readonly arMean: number;
  readonly arMin: number;
  readonly ndcgMean: number;
  readonly ndcgMin: number;
}
interface MeasuredChoice {
  readonly choice: ChoiceKind;
  readonly mean: number;
  readonly min: number;
  readonly liked: number;
  readonly standing: number | null;
}
const nothing: Measured = { arMean: 0, arMin: 0, ndcgMean: 0, ndcgMin: 0 };

function measureGroup(
  places: readonly number[],
  shots: readonly Shot[],
  scores: readonly Float32Array[],
  isCandidate: Uint8Array,
  { scale, depth, top }: P5Options & { top: number },
): { methods: Measured[]; choices: MeasuredChoice[] } {
  const members = places.flatMap((place) => shots[place] ?? []);
  const allowed = isCandidate.slice();
  for (const { basket } of members) for (const film of basket) allowed[film] = 0;
  const films = [...allowed.keys()].filter((film) => allowed[film] === 1);
  const masked = places.map((place) =>
    (scores[place] ?? new Float32Array(allowed.length)).map((score, film) => (allowed[film] === 1 ? score : -Infinity)),
  );
  const views: MemberView[] = masked.map((own) => ({
    relevance: scale === 'raw' ? own.map((score) => onGrid(Math.max(0, score))) : relevances(own, depth),
    standing: standings(own),
  }));
  const targets = members.map((member) => new Set([...member.targets].filter((film) => allowed[film] === 1)));
  const tie = new Float64Array(allowed.length);
  for (const film of films) for (const { standing } of views) tie[film] = (tie[film] ?? 0) + (standing[film] ?? 0);

  const found = methods.map(({ list }) => {
    const chosen = list(
      views.map(({ relevance }) => relevance),
      films,
      { top, tie },
    );
    const gains = views.map(({ relevance }) => mean(chosen.map((film) => relevance[film] ?? 0)));
    const hits = targets.map((wanted) => ndcg(chosen, wanted, top));
    return { arMean: mean(gains), arMin: Math.min(...gains), ndcgMean: mean(hits), ndcgMin: Math.min(...hits) };
  });
  const choices = threeChoices(views, films, { tie, veto: acceptedStanding }).map(({ kind, film }) => {
    const gains = views.map(({ relevance }) => relevance[film ?? -1] ?? 0);
    const standing = film === null ? null : Math.min(...views.map((view) => view.standing[film] ?? 0));
    return {
      choice: kind,
      mean: mean(gains),
      min: Math.min(...gains),
      liked: mean(targets.map((wanted) => Number(wanted.has(film ?? -1)))),
      standing,
    };
  });
  return { methods: found, choices };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sum of a over sum of b, minus 1, and its 95 % interval by paired bootstrap over the rows (percentile; Efron and Tibshirani 1993). */
function ratioInterval(
  a: readonly number[],
  b: readonly number[],
  seed: number,
  draws = 1000,
): [number, number, number] {
  const random = seededRandom(seed);
  const ratios = Float64Array.from({ length: draws }, () => {
    let [above, below] = [0, 0];
    for (let i = 0; i < a.length; i++) {
      const row = Math.floor(random() * a.length);
      above += a[row] ?? 0;
      below += b[row] ?? 0;
    }
    return below > 0 ? above / below - 1 : 0;
  }).toSorted();
  const below = mean(b);
  return [
    below > 0 ? mean(a) / below - 1 : 0,
    ratios[Math.floor(draws * 0.025)] ?? 0,
    ratios[Math.ceil(draws * 0.975) - 1] ?? 0,
  ];
}
