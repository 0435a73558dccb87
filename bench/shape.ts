import { join, resolve } from 'node:path';
import { asFilmIndex } from '#brand.ts';
import { allIds } from '#catalogue/queries/film-cards.ts';
import { openEngine, type Engine } from '#engine.ts';
import { calibrationKl } from '#evaluate/calibration-kl.ts';
import { coverage } from '#evaluate/coverage.ts';
import { intraListDiversity } from '#evaluate/intra-list-diversity.ts';
import { movieLensLikes } from '#evaluate/movielens.ts';
import { ndcg } from '#evaluate/ndcg.ts';
import { pairedInterval, summarise, type Summary } from '#evaluate/summary.ts';
import { drawShots, partOf, type Likes, type Part } from '#evaluate/viewers.ts';
import type { Model } from '#models/model.ts';
import { chooseList, groundOf } from '#recommend/choose.ts';
import { sagaRepeats } from '#recommend/shape/saga.ts';

export interface ShapeRow {
  readonly k: number;
  readonly diversity: number;
  readonly ndcg10: Summary;
  /** nDCG@10 minus that of the plain ranking, 95 % interval, same shots. */
  readonly gain: readonly [number, number];
  readonly ild10: Summary;
  readonly divergence10: Summary;
  readonly coverage10: number;
  /** Films of a list beyond two of their saga. */
  readonly repeats10: number;
  readonly milliseconds: number;
}

/** What the dial of diversity costs and brings, on MovieLens 1M with the films liked by training viewers as candidates (those of P3). */
export async function shapeBench(
  engine: Engine,
  reference: string,
  {
    part,
    seed,
    baskets,
    diversities,
  }: { part: Part; seed: number; baskets: readonly number[]; diversities: readonly number[] },
): Promise<ShapeRow[]> {
  const ids = new Map((await engine.catalogue.run(allIds, {})).map(({ id, film }) => [id, film]));
  const likes = await movieLensLikes(join(reference, 'ratings', 'ml-1m'), (id) => ids.get(id));
  const candidates = new Set([...likes].flatMap(([viewer, liked]) => (partOf(viewer) === 'train' ? liked : [])));
  const known: Likes = new Map(
    [...likes]
      .map(([viewer, liked]) => [viewer, liked.filter((film) => candidates.has(film))] as const)
      .filter(([, liked]) => liked.length >= 5),
  );
  const facts = await engine.facts();
  const ground = groundOf({ model: amongCandidates(engine.model, candidates), fame: engine.fame }, facts);
  const genresOf = (films: readonly number[]): (readonly string[])[] => films.map((film) => facts.genres[film] ?? []);

  return baskets.flatMap((k) => {
    const shots = drawShots(known, part, k, seed).map(({ basket, targets }) => ({
      taste: { liked: basket.map(asFilmIndex), disliked: [], seen: [] },
      targets,
    }));
    let plain: number[] = [];
    return diversities.map((diversity) => {
      const started = performance.now();
      const lists = shots.map(({ taste }) => chooseList(ground, taste, { top: 10, diversity, traits: false }).films);
      const milliseconds = (performance.now() - started) / shots.length;
      const films = lists.map((list) => list.map(({ film }): number => film));
      const gains = films.map((list, at) => ndcg(list, shots[at]?.targets ?? new Set(), 10));
      if (diversity === 0) plain = gains;
      return {
        k,
        diversity,
        ndcg10: summarise(gains),
        gain: pairedInterval(gains, plain, { seed }),
        ild10: summarise(films.map((list) => intraListDiversity(list, ground.likeness))),
        divergence10: summarise(
          films.map((list, at) => calibrationKl(genresOf(shots[at]?.taste.liked ?? []), genresOf(list))),
        ),
        coverage10: coverage(films, candidates),
        repeats10: lists.reduce((sum, list) => sum + sagaRepeats(list, facts.sagas), 0) / lists.length,
        milliseconds,
      };
    });
  });
}

/** The model with the candidates alone to recommend. */
function amongCandidates(model: Model, candidates: ReadonlySet<number>): Model {
  return {
    ...model,
    recommendable: (film) => candidates.has(film),
    score(basket, into, dials) {
      model.score(basket, into, dials);
      for (let film = 0; film < into.length; film++) if (!candidates.has(film)) into[film] = -Infinity;
    },
  };
}

/** The results as a Markdown table. */
export function shapeTable(rows: readonly ShapeRow[]): string {
  const cell = ({ mean, error }: Summary): string => `${mean.toFixed(4)} ±${error.toFixed(4)}`;
  return [
    '| k | diversity | viewers | nDCG@10 | minus plain, 95 % | ILD@10 | divergence of genres | coverage@10 | beyond two of a saga | ms a list |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.k} | ${row.diversity} | ${row.ndcg10.n} | ${cell(row.ndcg10)} | ${row.gain[0].toFixed(4)} to ${row.gain[1].toFixed(4)} | ${cell(row.ild10)} | ${cell(row.divergence10)} | ${row.coverage10.toFixed(3)} | ${row.repeats10.toFixed(2)} | ${row.milliseconds.toFixed(1)} |`,
    ),
  ].join('\n');
}

if (import.meta.main) {
  const [data = 'data', part = 'validation', baskets = '1,3,5,10', diversities = '0,0.25'] = process.argv.slice(2);
  const reference = resolve(process.env['LANTERNE_REFERENCE'] ?? join(import.meta.dirname, '../../shared/data'));
  await using engine = await openEngine(resolve(data), { onProgress: console.error });
  const rows = await shapeBench(engine, reference, {
    part: part === 'test' ? 'test' : 'validation',
    seed: 1,
    baskets: baskets.split(',').map(Number),
    diversities: diversities.split(',').map(Number),
  });
  console.log(`The dial of diversity, MovieLens 1M, ${part} viewers, seed 1\n${shapeTable(rows)}`);
}
