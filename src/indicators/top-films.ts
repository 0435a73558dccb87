import { asFilmIndex } from '#brand.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { readGlossary } from '#catalogue/glossary.ts';
import type { Filters } from '#indicators/filters.ts';
import { indicator } from '#indicators/indicator.ts';
import { doubtfulOf } from '#indicators/parts/doubtful.ts';
import { leastVotes, listsOf, type Alternative, type MeasuredTop } from '#indicators/parts/top-list.ts';
import { steady, traitKinds, traitsOf, type TraitRow } from '#indicators/parts/traits.ts';
import { withinOf, type Chosen } from '#indicators/queries/chosen-films.ts';
import { bestFilms, filmsOfTrait, rankedFilms, traitCounts } from '#indicators/queries/top-films.ts';
import { tellTop, topQuestion, topTitle } from '#indicators/tell/top-films.ts';

/** IMDb's own for its list of 250: https://help.imdb.com/article/imdb/track-movies-tv/ratings-faq/G67Y87TFYYP6TWAV */
const usualWeight = 25_000;
const otherWeights = [1000, 5000, 25_000, 100_000];
/** Traits of fewer of the films compared are not looked at: directors, and the others. */
const leastRare = 4;
const leastCommon = 20;

/** The best films, and what they have more or less often than the films that were rated as often. */
export const topFilms = indicator<MeasuredTop>({
  name: 'top-films',
  theme: 'esteem',
  filters: ['from', 'to', 'genre', 'country', 'minVotes', 'weight'],
  needs: ['votes'],
  title: topTitle,
  question: topQuestion,
  async measure({ catalogue, today }, filters) {
    const weight = filters.weight ?? usualWeight;
    const doubtful = await doubtfulOf(catalogue);
    const asked = (m: number): Chosen => ({
      ...withinOf(filters, today, doubtful),
      stratum: 'all',
      votes: Math.max(leastVotes, filters.minVotes ?? m),
    });
    const chosen = asked(weight);
    const main = await ranked(catalogue, chosen, weight, true);
    const glossary = readGlossary();
    const sizes = listsOf(main.compared);
    const films = await catalogue.run(bestFilms, { ...chosen, weight, count: Math.max(10, sizes?.some ?? 0) });
    const traits = traitsOf(main.traits, 'some').map((one) =>
      one.kind === 'keyword' ? { ...one, name: glossary.get(one.trait) ?? null } : one,
    );
    const others: Alternative[] = [];
    for (const m of otherWeights.filter((one) => one !== weight))
      others.push({ weight: m, ...(await ranked(catalogue, asked(m), m, false)) });
    const tellable = others.filter(({ traits: rows }) => rows.length > 0);
    const lists = [traitsOf(main.traits, 'few'), traitsOf(main.traits, 'many')];
    const byWeight = tellable.map(({ traits: rows }) => traitsOf(rows, 'some'));
    const shallow = traits.filter(({ kind }) => kind !== 'director' && kind !== 'keyword');
    const deep = traits.filter(({ kind }) => kind === 'director' || kind === 'keyword');
    return {
      weight,
      least: chosen.votes,
      floorAsked: filters.minVotes !== null,
      floorRaised: (filters.minVotes ?? weight) < leastVotes,
      country: filters.country,
      compared: main.compared,
      mean: main.mean,
      sizes,
      films,
      list: main.films.slice(0, sizes?.some ?? 0),
      medianVotes: main.medianVotes,
      traits,
      lists,
      steady: [...steady(shallow, [...lists, ...byWeight]), ...steady(deep, lists)],
      known: traitKinds.flatMap((kind) => {
        const total = main.traits.find((row) => row.kind === kind && row.trait === '');
        return total === undefined ? [] : [{ kind, films: total.films }];
      }),
      others: tellable.map((one, i) => ({ ...one, tested: byWeight[i] ?? [] })),
      doubtful,
    };
  },
  tell: tellTop,
  async films({ catalogue, today }, filters, key) {
    const [kind, trait] = /^(\w+):(.+)$/s.exec(key)?.slice(1) ?? [];
    if (kind === undefined || trait === undefined || !traitKinds.some((one) => one === kind)) return null;
    const films = await bestOf(catalogue, filters, today);
    return (await catalogue.run(filmsOfTrait, { films, kind, trait })).map(({ film }) => asFilmIndex(film));
  },
});

async function bestOf(catalogue: Catalogue, filters: Filters, today: string): Promise<readonly number[]> {
  const weight = filters.weight ?? usualWeight;
  const within = withinOf(filters, today, await doubtfulOf(catalogue));
  const chosen = { ...within, stratum: 'all', votes: Math.max(leastVotes, filters.minVotes ?? weight) };
  const [row] = await catalogue.run(rankedFilms, { ...chosen, weight, count: 500 });
  return row === undefined ? [] : row.films.slice(0, listsOf(row.rated)?.some ?? 0);
}

interface Ranked {
  readonly compared: number;
  readonly mean: number | null;
  readonly medianVotes: number | null;
  readonly films: readonly number[];
  readonly traits: readonly TraitRow[];
}

async function ranked(catalogue: Catalogue, chosen: Chosen, weight: number, deep: boolean): Promise<Ranked> {
  const [row] = await catalogue.run(rankedFilms, { ...chosen, weight, count: 500 });
  const films = row?.films ?? [];
  const sizes = listsOf(row?.rated ?? 0);
  return {
    compared: row?.rated ?? 0,
    mean: row?.mean ?? null,
    medianVotes: row?.votes ?? null,
    films,
    traits:
      sizes === null
        ? []
        : await catalogue.run(traitCounts, {
            ...chosen,
            ...sizes,
            films: films.slice(0, sizes.many),
            least: leastCommon,
            leastRare,
            deep: deep ? 1 : 0,
          }),
  };
}
