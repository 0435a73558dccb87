import { join } from 'node:path';
import { allIds } from '#catalogue/queries/film-cards.ts';
import type { Engine } from '#engine.ts';
import { evaluateContent, type P3Row, type Scorer } from '#evaluate/p3-content.ts';
import { movieLensLikes } from '#evaluate/movielens.ts';
import type { Part } from '#evaluate/viewers.ts';
import { readFeatures } from '#features/read-features.ts';
import { genreNeighbours } from './peers/genre-neighbours.ts';
import { tfidfSoup } from './peers/tfidf-soup.ts';

/** P3 on MovieLens 1M: our content model, and with `peers` the peers' engines on the same shots. */
export async function contentBench(
  engine: Engine,
  reference: string,
  { part, seed, peers }: { part: Part; seed: number; peers: boolean },
): Promise<P3Row[]> {
  const ids = new Map((await engine.catalogue.run(allIds, {})).map(({ id, film }) => [id, film]));
  const likes = await movieLensLikes(join(reference, 'ratings', 'ml-1m'), (id) => ids.get(id));
  const scorers: Scorer[] = [
    { name: 'Lanterne, content', score: (basket, into) => engine.model.score({ liked: basket, disliked: [] }, into) },
  ];
  if (peers) {
    const features = await readFeatures(engine.catalogue);
    scorers.push(genreNeighbours(features), ...tfidfSoup(features), {
      name: 'IMDb votes alone',
      score: (_, into) => into.set(engine.fame),
    });
  }
  return evaluateContent(scorers, {
    films: engine.catalogue.films,
    likes,
    part,
    baskets: [1, 3, 5],
    seed,
    head: 150,
    tailTargets: 3,
  });
}
