import { coverage } from '#evaluate/coverage.ts';
import { deletionFidelity } from '#evaluate/deletion-fidelity.ts';
import {
  fewestPeople,
  type Behaviour,
  type Contender,
  type Estimate,
  type Measured,
  type Stratum,
} from '#evaluate/evaluation.ts';
import { genreNeighbours } from '#evaluate/genre-neighbours.ts';
import { exposure, gini } from '#evaluate/gini.ts';
import type { NamedShot } from '#evaluate/held-out.ts';
import { intraListDiversity } from '#evaluate/intra-list-diversity.ts';
import { ndcg } from '#evaluate/ndcg.ts';
import { recall } from '#evaluate/recall.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import type { Csr } from '#kernels/csr.ts';
import { seededRandom } from '#kernels/random.ts';
import { bootstrapInterval } from '#kernels/statistics/bootstrap.ts';
import { wilson } from '#kernels/statistics/wilson.ts';
import { topK } from '#kernels/top-k.ts';
import type { Model } from '#models/model.ts';
import { contentLikeness } from '#recommend/shape/likeness.ts';

export interface Service {
  /** What recommends, and the content model; the same one where nobody's likes were learnt. */
  readonly model: Model;
  readonly content: Model;
  /** A row a film, a column a genre. */
  readonly genres: Csr;
  /** How well known each film is, by dense index. */
  readonly fame: Float32Array;
  /** The identifier of each film. */
  readonly idOf: readonly string[];
  /** How many of the viewers who taught liked each film, by identifier. */
  readonly likes: ReadonlyMap<string, number>;
  /** Viewers who taught nothing; each with three films given, the others to be found. */
  readonly shots: Readonly<Record<'public' | 'own', readonly NamedShot[]>>;
}

const given = 3;
const top = 10;
const wellKnownFilms = 1000;
/** Viewers asked at most: each scores all films four times. */
const mostAsked = 300;
/** Baskets for what can be measured without viewers. */
const baskets = 60;

/**
 * How good the model in service is: on held-out viewers beside what is simpler, where there are viewers; and how it behaves on baskets of three films drawn among
 * the thousand best known, where there are none. Lists are the plain rankings of ten over all films that may be recommended.
 * @param seed of the drawn baskets and the bootstrap
 */
export function measureService(service: Service, { seed }: { seed: number }): Measured {
  const { model, content, shots } = service;
  const known = bestKnown(service);
  const strata =
    model === content
      ? []
      : (['public', 'own'] as const)
          .filter((name) => shots[name].length > 0)
          .map((name) => measureStratum(service, name, { known, seed }));
  return {
    model: model === content ? 'content' : 'hybrid',
    given,
    top,
    strata,
    behaviour: measureBehaviour(service, { known, seed }),
  };
}

function bestKnown({ model, fame }: Service): ReadonlySet<number> {
  const own = fame.map((value, film) => (model.recommendable(film) ? value : -Infinity));
  return new Set(topK(own, wellKnownFilms));
}

function measureStratum(
  service: Service,
  name: 'public' | 'own',
  { known, seed }: { known: ReadonlySet<number>; seed: number },
): Stratum {
  const { model, idOf } = service;
  const index = new Map(idOf.map((id, film) => [id, film]));
  const shots = service.shots[name].slice(0, mostAsked);
  if (shots.length < fewestPeople) return { name, viewers: shots.length, contenders: [] };
  const candidates = new Set(idOf.keys().filter((film) => model.recommendable(film)));
  const scores = new Float32Array(model.films);
  const measured = contendersOf(service).map(({ name: who, score }) => {
    const lists: number[][] = [];
    const gains = shots.map(({ basket, targets }) => {
      const liked = basket.flatMap((id) => index.get(id) ?? []);
      const wanted = new Set([...targets].map((id, at) => index.get(id) ?? -1 - at));
      score(liked, scores);
      for (let film = 0; film < scores.length; film++) if (!candidates.has(film)) scores[film] = -Infinity;
      for (const film of liked) scores[film] = -Infinity;
      const list = [...topK(scores, top)];
      lists.push(list);
      return {
        ndcg: ndcg(list, wanted, top),
        recall: recall(list, wanted, top),
        hit: Number(list.some((film) => wanted.has(film))),
      };
    });
    return { who, gains, lists };
  });
  const service10 = measured[0]?.gains ?? [];
  const contenders = measured.map(({ who, gains, lists }, place): Contender => {
    const mean = (of: (gain: (typeof gains)[number], at: number) => number): Estimate => estimate(gains.map(of), seed);
    return {
      name: who,
      ndcg: mean(({ ndcg: value }) => value),
      recall: mean(({ recall: value }) => value),
      hit: shareOfViewers(gains.map(({ hit }) => hit)),
      gain: place === 0 ? null : mean(({ ndcg: value }, at) => (service10[at]?.ndcg ?? 0) - value),
      coverage: coverage(lists, candidates),
      wellKnown: shareOf(lists.flat(), known),
    };
  });
  return { name, viewers: shots.length, contenders };
}

function contendersOf({
  model,
  content,
  genres,
  idOf,
  likes,
}: Service): (Omit<Scorer, 'name'> & Pick<Contender, 'name'>)[] {
  const of =
    (one: Model): Scorer['score'] =>
    (liked, into) =>
      one.score({ liked, disliked: [] }, into);
  const liked = Float32Array.from(idOf, (id) => likes.get(id) ?? 0);
  return [
    { name: 'service', score: of(model) },
    { name: 'content', score: of(content) },
    { name: 'genres', score: genreNeighbours(genres).score },
    { name: 'popularity', score: (_, into) => into.set(liked) },
  ];
}

function measureBehaviour(
  { model, content, idOf }: Service,
  { known, seed }: { known: ReadonlySet<number>; seed: number },
): Behaviour {
  const random = seededRandom(seed);
  const pool = [...known];
  const drawn = Array.from({ length: pool.length < given ? 0 : baskets }, () => {
    const basket = new Set<number>();
    while (basket.size < given) basket.add(pool[Math.floor(random() * pool.length)] ?? 0);
    return [...basket];
  });
  const scores = new Float32Array(model.films);
  const listFor = (liked: readonly number[], away: readonly number[]): number[] => {
    model.score({ liked, disliked: [] }, scores);
    for (const film of away) scores[film] = -Infinity;
    return [...topK(scores, top)];
  };
  const likeness = contentLikeness(content);
  const lists = drawn.map((basket) => listFor(basket, basket));
  const kept = drawn.map((basket, at) => {
    const less = new Set(listFor(basket.slice(1), basket));
    return (lists[at] ?? []).filter((film) => less.has(film)).length / top;
  });
  const candidates = new Set(idOf.keys().filter((film) => model.recommendable(film)));
  const counts = exposure(lists, model.films).filter((count) => count > 0);
  return {
    baskets: drawn.length,
    candidates: candidates.size,
    coverage: coverage(lists, candidates),
    gini: gini(counts),
    wellKnown: shareOf(lists.flat(), known),
    diversity: estimate(
      lists.map((list) => intraListDiversity(list, likeness)),
      seed,
    ),
    steadiness: estimate(kept, seed),
    fidelity: deletionFidelity(model, drawn, { top }),
  };
}

const shareOf = (films: readonly number[], among: ReadonlySet<number>): number =>
  films.length === 0 ? 0 : films.filter((film) => among.has(film)).length / films.length;

/** A share with Wilson's interval: drawing anew says nothing of nobody, or of everybody. */
function shareOfViewers(hits: readonly number[]): Estimate {
  const found = hits.reduce((sum, hit) => sum + hit, 0);
  return { mean: found / hits.length, ...wilson(found, hits.length) };
}

/** A mean with its 95 % interval by bootstrap; zeros without values. */
function estimate(values: readonly number[], seed: number): Estimate {
  if (values.length === 0) return { mean: 0, low: 0, high: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const { low, high } = bootstrapInterval(
    values.length,
    (pick) => {
      let sum = 0;
      for (const at of pick) sum += values[at] ?? 0;
      return sum / pick.length;
    },
    { seed },
  );
  return { mean, low, high };
}
