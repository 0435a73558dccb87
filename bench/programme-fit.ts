import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { asFilmIndex } from '#brand.ts';
import { allIds } from '#catalogue/queries/film-cards.ts';
import { partOf, type Part } from '#evaluate/viewers.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { fitsAmong, leastShare } from '#recommend/fit.ts';
import { openForContent } from './content.ts';

/** How well “to your taste” tells, in a programme, the films that a viewer likes. */
export interface FitRow {
  readonly basket: number;
  readonly programmes: number;
  /** Probability that a liked film of the programme is above another one: by our share, by fame alone, by the share among the films of all times. */
  readonly auc: { readonly ours: number; readonly error: number; readonly fame: number };
  /** Share of the films of a programme that are liked. */
  readonly base: number;
  /** At each threshold: the share of films that it marks, and how many times more often they are liked. */
  readonly marked: readonly { readonly from: number; readonly share: number; readonly lift: number }[];
}

const likeAt = 8;
const [ownFilms, otherFilms, firstYear] = [5, 15, 2012];

/**
 * Programmes are made of viewers whom no model has seen: five films that one rated in a year, fifteen others of that year drawn by how often they
 * are rated; the basket is of other years. The content model, which no rating made.
 */
export async function programmeFitBench(
  folder: string,
  reference: string,
  { part, programmes, seed }: { part: Part; programmes: number; seed: number },
): Promise<FitRow[]> {
  await using opened = await openForContent(folder, {});
  const { engine, content } = opened;
  const ids = new Map((await engine.catalogue.run(allIds, {})).map(({ id, film }) => [id, film]));
  const { ratings, counts } = await readRatings(join(reference, 'ratings', 'letterboxd'), ids, part);
  const byYear = Map.groupBy(counts.keys(), (film) => engine.years[film] ?? 0);
  const thresholds = [0.5, 0.7, 0.8, leastShare, 0.9, 0.95];
  return [1, 3, 5].map((basket) => {
    const rows: { share: number; fame: number; liked: boolean }[][] = [];
    for (const [viewer, rated] of [...ratings].toSorted(([a], [b]) => a - b)) {
      if (rows.length === programmes) break;
      const random = seededRandom(seed * 1_000_003 + viewer * 31 + basket);
      const yearOf = ([film]: readonly [number, number]): number => engine.years[film] ?? 0;
      const years = [...new Set(rated.map(yearOf))].filter((year) => year >= firstYear).toSorted();
      const [year] = shuffle(years, random);
      const own = shuffle(
        rated.filter((one) => yearOf(one) === year),
        random,
      ).slice(0, ownFilms);
      const liked = rated.filter((one) => yearOf(one) !== year && one[1] >= likeAt).map(([film]) => film);
      if (liked.length < basket || !own.some(([, rating]) => rating >= likeAt)) continue;
      const known = new Set(rated.map(([film]) => film));
      const others = shuffle(byYear.get(year ?? 0) ?? [], random)
        .filter((film) => !known.has(film) && random() < Math.sqrt((counts.get(film) ?? 0) / 2000))
        .slice(0, otherFilms);
      const films = [...own.map(([film]) => film), ...others].map(asFilmIndex);
      const taste = { liked: shuffle(liked, random).slice(0, basket).map(asFilmIndex), disliked: [], seen: [] };
      rows.push(
        fitsAmong(
          content,
          films,
          engine,
        )(taste).map(({ film, share }, place) => ({
          share,
          fame: engine.fame[film] ?? 0,
          liked: (own[place]?.[1] ?? 0) >= likeAt,
        })),
      );
    }
    const all = rows.flat();
    const base = all.filter(({ liked }) => liked).length / all.length;
    const ours = rows.map((row) => auc(row.map(({ share, liked }) => [share, liked])));
    return {
      basket,
      programmes: rows.length,
      auc: {
        ours: mean(ours),
        error: Math.sqrt(mean(ours.map((one) => (one - mean(ours)) ** 2)) / ours.length),
        fame: mean(rows.map((row) => auc(row.map(({ fame, liked }) => [fame, liked])))),
      },
      base,
      marked: thresholds.map((from) => {
        const above = all.filter(({ share }) => share >= from);
        const hit = above.filter(({ liked }) => liked).length / Math.max(1, above.length);
        return { from, share: above.length / all.length, lift: hit / base };
      }),
    };
  });
}

export const formatFitRow = ({ basket, programmes, auc: { ours, error, fame }, base, marked }: FitRow): string =>
  `k=${basket}, ${programmes} programmes: AUC ${ours.toFixed(3)} (error ${error.toFixed(3)}), fame alone ${fame.toFixed(3)}; liked ${percent(base)}; ${marked
    .map(({ from, share, lift }) => `from ${from}: ${percent(share)} marked, liked ${lift.toFixed(2)} times as often`)
    .join('; ')}`;

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

async function readRatings(
  folder: string,
  ids: ReadonlyMap<string, number>,
  part: Part,
): Promise<{ ratings: Map<number, [number, number][]>; counts: Map<number, number> }> {
  const films = new Map<string, number>();
  for (const line of readFileSync(join(folder, 'links.csv'), 'utf8').split('\n')) {
    const [index = '', id = ''] = line.split(',');
    const film = ids.get(id);
    if (film !== undefined) films.set(index, film);
  }
  const ratings = new Map<number, [number, number][]>();
  const counts = new Map<number, number>();
  const lines = createInterface({ input: createReadStream(join(folder, 'ratings.csv.gz')).pipe(createGunzip()) });
  for await (const line of lines) {
    const [viewer = '', index = '', rating = ''] = line.split(',');
    const film = films.get(index);
    if (film === undefined || !(Number(rating) > 0)) continue;
    counts.set(film, (counts.get(film) ?? 0) + 1);
    if (partOf(Number(viewer)) !== part) continue;
    const list = ratings.get(Number(viewer)) ?? [];
    list.push([film, Number(rating)]);
    ratings.set(Number(viewer), list);
  }
  return { ratings, counts };
}

/** The share of pairs of a liked and another film in which the liked one is above; ties count a half. */
function auc(rows: readonly (readonly [number, boolean])[]): number {
  const [liked, others] = [rows.filter(([, is]) => is), rows.filter(([, is]) => !is)];
  const won = liked.flatMap(([a]) => others.map(([b]) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return won.length === 0 ? 0.5 : mean(won);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
