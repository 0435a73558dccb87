import type { CollaborativeModel } from '#models/collaborative/collaborative.ts';
import { itself, type ContentModel } from '#models/content.ts';
import { neighboursKept, type Bridge } from '#models/hybrid/bridge.ts';
import { hybridParameters, type HybridParameters } from '#models/hybrid/hybrid-parameters.ts';
import type { Basket, Dials, Model } from '#models/model.ts';

/** A model that has learnt from likes. */
export interface HybridModel extends Model {
  /** Whether somebody rated the film, so that liking it says what else is liked. */
  rated(film: number): boolean;
}

/**
 * The collaborative and the content model as one: score = ln(how likely the film is liked beside the basket) + weight x content score. A film
 * without ratings takes the first term from its rated neighbours by content: its expected share of viewers times the mean lift of its neighbours,
 * drawn towards 1 by thin bonds. A basket without a rated film is answered by content alone; a film without content still has its ratings.
 */
export function hybridModel(
  content: ContentModel,
  collaborative: CollaborativeModel,
  { column, row, neighbours, bonds, logShare }: Bridge,
  parameters: HybridParameters = hybridParameters,
): HybridModel {
  const { films } = content;
  const scores = new Float32Array(collaborative.films.length);
  const lift = new Float32Array(collaborative.films.length);
  const logPopularity = collaborative.popularity.map(Math.log);
  const meanLogPopularity = logPopularity.reduce((sum, value) => sum + value, 0) / Math.max(1, logPopularity.length);
  const columnsOf = (list: readonly number[]): number[] =>
    list.flatMap((film) => {
      const at = column[film] ?? -1;
      return at < 0 ? [] : [at];
    });
  const rated = ({ liked, disliked }: Basket): Basket => ({ liked: columnsOf(liked), disliked: columnsOf(disliked) });
  /** The rated films beside a basket: their scores into `scores`, how many times as likely each is, whatever the dials, into `lift`; the mean of the latter. */
  const scoreBeside = (basket: Basket, { popularity = 0 }: Dials): number => {
    collaborative.score(basket, scores);
    lift.set(scores);
    if (popularity !== 0) collaborative.score(basket, scores, { popularity });
    let sum = 0;
    for (let at = 0; at < lift.length; at++) {
      const log = (lift[at] ?? 0) - (logPopularity[at] ?? 0);
      const value = Math.exp(Math.max(-parameters.mostLift, Math.min(parameters.mostLift, log)));
      lift[at] = value;
      sum += value;
    }
    return sum / Math.max(1, lift.length);
  };
  /** ln of the mean lift of the rated neighbours of a film without ratings, drawn towards the mean of all by thin bonds. */
  const logLiftAround = (film: number, mean: number): number => {
    let [sum, total] = [parameters.shrink * mean, parameters.shrink];
    for (let k = (row[film] ?? 0) * neighboursKept, end = k + neighboursKept; k < end; k++) {
      const neighbour = neighbours[k] ?? -1;
      if (neighbour < 0) break;
      const bond = (bonds[k] ?? 0) ** 2;
      sum += bond * (lift[neighbour] ?? 0);
      total += bond;
    }
    return Math.log(sum / total);
  };

  return {
    ...content,
    kind: 'hybrid',
    bytes: [column, row, neighbours, bonds, logShare].reduce(
      (sum, array) => sum + array.byteLength,
      content.bytes + collaborative.bytes,
    ),
    rated: (film) => (column[film] ?? -1) >= 0,
    recommendable: (film) => content.recommendable(film) || (column[film] ?? -1) >= 0,
    score(basket, into, dials = {}, among) {
      const known = rated(basket);
      const scored = among?.length ?? films;
      if (known.liked.length === 0) {
        content.score(basket, into, dials, among);
        for (let nth = 0; nth < scored; nth++) {
          const film = among === undefined ? nth : (among[nth] ?? 0);
          if ((column[film] ?? -1) >= 0 && into[film] === -Infinity) into[film] = parameters.silent;
        }
        return;
      }
      const { popularity: lean = 0, closeness = 0.5 } = dials;
      // The dial of popularity moves the share of viewers, counted or expected; moving content's fame too would move the films without ratings twice.
      content.score(basket, into, { closeness }, among);
      const mean = scoreBeside(known, dials);
      const closer = 4 ** (closeness - 0.5);
      const weight = closer * weightFor(parameters, new Set(known.liked).size);
      const { share, offset, content: unratedWeight } = parameters.unrated;
      const exponent = share + popularityLean * lean;
      for (let nth = 0; nth < scored; nth++) {
        const film = among === undefined ? nth : (among[nth] ?? 0);
        const at = column[film] ?? -1;
        const said = Math.max(parameters.silent, into[film] ?? -Infinity);
        if (at >= 0) {
          into[film] = (scores[at] ?? 0) + weight * said;
          continue;
        }
        if ((row[film] ?? -1) < 0) continue;
        into[film] =
          logLiftAround(film, mean) + exponent * (logShare[film] ?? 0) + offset + closer * unratedWeight * said;
      }
    },
    contributions(basket, film) {
      const out = shares(content.contributions(basket, film), 1);
      const places = basket.liked.flatMap((liked, place) => ((column[liked] ?? -1) >= 0 ? [place] : []));
      const known = rated(basket);
      if (known.liked.length === 0) return out;
      const brought = new Float32Array(known.liked.length);
      const at = column[film] ?? -1;
      if (at >= 0) brought.set(collaborative.contributions(known, at));
      else if ((row[film] ?? -1) >= 0)
        for (let k = (row[film] ?? 0) * neighboursKept, end = k + neighboursKept; k < end; k++) {
          const neighbour = neighbours[k] ?? -1;
          if (neighbour < 0) break;
          for (const [place, part] of collaborative.contributions(known, neighbour).entries())
            brought[place] = (brought[place] ?? 0) + (bonds[k] ?? 0) ** 2 * part;
        }
      const weight = at >= 0 ? weightFor(parameters, known.liked.length) : parameters.unrated.content;
      const mixed = out.map((part) => part * weight);
      for (const [k, part] of shares(brought, 1).entries()) mixed[places[k] ?? 0] = (mixed[places[k] ?? 0] ?? 0) + part;
      return mixed;
    },
    shared(a, b) {
      const [from, to] = [column[a] ?? -1, column[b] ?? -1];
      const said = content.shared(a, b);
      if (a === b || from < 0 || to < 0 || collaborative.together(from, to) < leastTogether) return said;
      const rest = said.length === 0 ? 0 : (parameters.rated[0]?.weight ?? 0);
      return [
        { kind: 'viewers', label: '', part: 1 - rest },
        ...said.map((trait) => ({ ...trait, part: trait.part * rest })),
      ];
    },
    similarity(a, b) {
      const said = content.similarity(a, b);
      const [from, to] = [column[a] ?? -1, column[b] ?? -1];
      if (a === b) return from >= 0 ? itself : said;
      // How much likelier beside a than by its fame alone, with half of the fame left in, as the content model does.
      const left = 1 - parameters.pairPopularity;
      let lifted = left * meanLogPopularity;
      if (from >= 0) {
        const mean = scoreBeside({ liked: [from], disliked: [] }, {});
        lifted =
          to >= 0
            ? (scores[to] ?? 0) - parameters.pairPopularity * (logPopularity[to] ?? 0)
            : (row[b] ?? -1) >= 0
              ? logLiftAround(b, mean) + left * (logShare[b] ?? 0)
              : lifted;
      }
      return Number.isNaN(said) ? (from >= 0 && to >= 0 ? lifted : said) : parameters.pairWeight * lifted + said;
    },
  };
}

/** How far the visitor's dial of popularity moves the weight of a film's expected share. */
const popularityLean = 0.5;
/** Liked by the same viewers is said from this many times as often as by chance. */
const leastTogether = 1.2;

const weightFor = ({ rated }: HybridParameters, k: number): number => rated.find(({ most }) => k <= most)?.weight ?? 0;

function shares(values: Float32Array, to: number): Float32Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  return total > 0 ? values.map((value) => (to * value) / total) : values;
}
