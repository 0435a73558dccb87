import { asFilmIndex, type FilmIndex } from '#brand.ts';
import { topK } from '#kernels/top-k.ts';
import type { Dials, Model } from '#models/model.ts';
import { threeChoices, type ChoiceKind } from '#recommend/group/choices.ts';
import { epFuzzDA } from '#recommend/group/ep-fuzzda.ts';
import { relevances, standings } from '#recommend/group/relevance.ts';
import { explain } from '#recommend/recommend.ts';
import type { Reason, Taste } from '#recommend/types.ts';

/** One of the people who watch together. */
export interface GroupMember {
  readonly taste: Taste;
  /** How much they count, > 0; 1 unless told. */
  readonly weight?: number;
  /** What they received at past evenings: the `receivedAfter` of the films that were watched; 0 unless told. */
  readonly received?: number;
}

export interface GroupOptions {
  /** Films in the list. */
  readonly top: number;
  readonly dials?: Dials;
  /** Films outside are left out: a condition of the visitors', such as an era. */
  readonly allow?: (film: number) => boolean;
  /** The lowest standing that a member accepts in the “nobody unhappy” choice. */
  readonly veto?: number;
  /** The scores of a member who has liked and disliked nothing, one a film; the model's own unless told. */
  readonly renown?: Float32Array;
  /** The most liked films that a reason names. */
  readonly reasons?: number;
  readonly traits?: boolean;
  /** Films of which it is asked what they would bring; answered for those that may be chosen. */
  readonly also?: readonly number[];
}

/** What one member gets from one film. */
export interface MemberGain {
  /** 0 to 1: 1 is the best film that this member may be offered. */
  readonly share: number;
  /** Where the film stands among all those that the group may see, for this member: 1 the best, 0 the last. */
  readonly standing: number;
  /** What this member will have received when this film is watched. */
  readonly receivedAfter: number;
  readonly reasons: readonly Reason[];
}

/** A film with what each member gets from it, in the order of the members. */
export interface GroupPick {
  readonly film: FilmIndex;
  readonly members: readonly MemberGain[];
}

export interface GroupChoice {
  readonly kind: ChoiceKind;
  /** null when no film may bear the label. */
  readonly pick: GroupPick | null;
  /** The member whose turn it is, by place; null for the other labels. */
  readonly turn: number | null;
}

export interface GroupRecommendation {
  readonly choices: readonly GroupChoice[];
  readonly list: readonly GroupPick[];
  /** What was asked of `also`. */
  readonly also: readonly GroupPick[];
  /** By member: what the list brings them, as a share of what a list of the same length made for them alone would. */
  readonly listShares: readonly number[];
}

/**
 * Chooses for people who watch together: three labelled films for one evening, and a list in which each gets their due.
 * Never a film that one of them liked, disliked or has seen. Ties go to the higher mean standing, then to the lower index.
 * @param members 1 or more; with one, the list is that member's own
 */
export function recommendGroup(
  model: Model,
  members: readonly GroupMember[],
  options: GroupOptions,
): GroupRecommendation {
  const { top, veto, allow, reasons = 2, traits = true, also = [] } = options;
  const away = new Set<number>(members.flatMap(({ taste }) => [...taste.liked, ...taste.disliked, ...taste.seen]));
  const candidates = Array.from({ length: model.films }, (_, film) => film).filter(
    (film) => model.recommendable(film) && !away.has(film) && (allow?.(film) ?? true),
  );
  const views = members.map(({ taste }) => {
    const scores = scoresOf(model, taste, candidates, options);
    return { relevance: relevances(scores), standing: standings(scores) };
  });
  const tie = new Float64Array(model.films);
  for (const film of candidates) for (const { standing } of views) tie[film] = (tie[film] ?? 0) + (standing[film] ?? 0);
  const turns = {
    weights: members.map(({ weight = 1 }) => weight),
    received: members.map(({ received = 0 }) => received),
  };
  const list = epFuzzDA(
    views.map(({ relevance }) => relevance),
    candidates,
    { top, tie, ...turns },
  );

  const pickOf = (film: number): GroupPick => ({
    film: asFilmIndex(film),
    members: members.map(({ taste, received = 0 }, member) => {
      const share = views[member]?.relevance[film] ?? 0;
      const standing = views[member]?.standing[film] ?? 0;
      return {
        share,
        standing,
        receivedAfter: received + share,
        reasons: reasons === 0 ? [] : explain(model, taste, asFilmIndex(film), { most: reasons, traits }),
      };
    }),
  });
  return {
    choices: threeChoices(views, candidates, { tie, ...turns, ...(veto === undefined ? {} : { veto }) }).map(
      ({ kind, film, turn }) => ({ kind, turn, pick: film === null ? null : pickOf(film) }),
    ),
    list: list.map(pickOf),
    also: candidates.filter((film) => also.includes(film)).map(pickOf),
    listShares: views.map(({ relevance }) => shareOf(relevance, list)),
  };
}

/** A member's scores, -Infinity for what is no candidate. */
function scoresOf(
  model: Model,
  taste: Taste,
  candidates: readonly number[],
  { dials, renown }: GroupOptions,
): Float32Array {
  const all = new Float32Array(model.films);
  if (renown !== undefined && taste.liked.length === 0 && taste.disliked.length === 0) all.set(renown);
  else model.score(taste, all, dials);
  const scores = new Float32Array(model.films).fill(-Infinity);
  for (const film of candidates) scores[film] = all[film] ?? -Infinity;
  return scores;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** What a list brings a member over what their own best list of the same length would. */
function shareOf(relevance: Float32Array, list: readonly number[]): number {
  const best = sum([...topK(relevance, list.length)].map((film) => relevance[film] ?? 0));
  return best > 0 ? sum(list.map((film) => relevance[film] ?? 0)) / best : 0;
}
