import { join } from 'node:path';
import { allIds } from '#catalogue/queries/film-cards.ts';
import { movieLensLikes } from '#evaluate/movielens.ts';
import { measure, rankByScores, sweepTable } from '#evaluate/p1-basket-sweep.ts';
import { newFilmsWorld } from '#evaluate/p3b-new-films.ts';
import type { Report } from '#evaluate/report.ts';
import { narrowed } from '#evaluate/scorer.ts';
import type { Part } from '#evaluate/viewers.ts';
import { contentScorer, votesAlone, type OpenedCatalogue } from './content.ts';
import { hybrid } from './ours.ts';

/** P3b on MovieLens 1M: a fifth of the films are new. The hybrid first, then the content model and the votes. */
export async function newFilmsBench(
  { engine, content }: OpenedCatalogue,
  reference: string,
  { part, seed }: { part: Part; seed: number },
): Promise<Report> {
  const rows = await engine.catalogue.run(allIds, {});
  const indices = new Map(rows.map(({ id, film }) => [id, film]));
  const likes = await movieLensLikes(join(reference, 'ratings', 'ml-1m'), (id) => indices.get(id));
  const ids = rows.map(({ id }) => id);
  const [head, tailTargets] = [30, 3];
  const world = newFilmsWorld({ likes, ids, part, baskets: [1, 3, 5, 10, 'all'], seed, head, tailTargets });
  const size = engine.catalogue.films;
  const scorers = [
    await hybrid(content, world.train, world.films, { ids, columns: world.columns }),
    ...[contentScorer(content), votesAlone(engine)].map((scorer) => narrowed(scorer, world.columns, size)),
  ];
  const measured = scorers.map((scorer) => {
    const rank = rankByScores(scorer, world);
    return world.questions.map((question) => measure(scorer.name, rank, question, world));
  });
  const fresh = world.candidates.reduce((sum, flag) => sum + flag, 0);
  return {
    protocol: 'P3b',
    key: 'P3b',
    title: 'P3b: new films',
    command: 'evaluate P3b',
    notes: [
      `MovieLens 1M: ${fresh} of the ${world.films.length} films that the catalogue knows lose all their ratings (seed ${seed}); candidates and targets are those alone, baskets are of the others. ${part} viewers by hash, with a new film among their likes. Tail: outside the ${head} most liked new films, viewers with at least ${tailTargets} such targets. k = all: every liked film that kept its ratings.`,
    ],
    tables: world.questions.map((question, at) =>
      sweepTable(
        question,
        measured.flatMap((of) => of[at] ?? []),
        world,
        { ours: scorers[0]?.name, seed },
      ),
    ),
  };
}
