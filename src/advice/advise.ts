import type { Catalogue } from '#catalogue/catalogue.ts';
import { nicheBase, nicheCells, nichesOfFilms } from '#advice/queries/niches.ts';
import { doubtfulOf } from '#indicators/parts/doubtful.ts';
import { judgeNiches, type Liking, type NicheCell } from '#advice/judge.ts';
import type { Locality } from '#advice/locality.ts';
import { asOrigin, europeanCountries, nicheKey, notSpecialities, tooCommon, type Niche } from '#advice/niche.ts';
import { usualWeights, rankNiches, type AdviceWeights, type RankedNiche } from '#advice/rank.ts';

/** A like of one person, who is a number without a name. */
export interface PersonLike {
  readonly person: number;
  /** Identifier of the film. */
  readonly film: string;
}

export interface AdviceOptions {
  readonly weights?: AdviceWeights;
  /** The least votes of a film. */
  readonly minVotes?: number;
  /** What the people of this site like. */
  readonly likes?: readonly PersonLike[];
  readonly draws?: number;
}

/** What a cinema might specialise in, and all that is needed to doubt it. */
export interface Advice {
  /** From the first rank. */
  readonly niches: readonly RankedNiche[];
  readonly weights: AdviceWeights;
  readonly minVotes: number;
  /** Films looked at; those with a country, without which a film is in no niche; those with a rating. */
  readonly films: number;
  readonly withCountry: number;
  readonly rated: number;
  /** Genres that too many films bear to be a speciality, and the share that does. */
  readonly common: readonly { readonly genre: string; readonly share: number }[];
  /** People of this site whose likes were counted. */
  readonly people: number;
  readonly locality: Locality;
}

/** Films of fewer votes are rated by too few to judge a niche. */
export const usualVotes = 300;

/** The advice for one place. The same data, options and seed give the same advice. */
export async function advise(
  catalogue: Catalogue,
  locality: Locality,
  { weights = usualWeights, minVotes = usualVotes, likes = [], draws }: AdviceOptions = {},
): Promise<Advice> {
  const { from: doubtful } = await doubtfulOf(catalogue);
  const [base] = await catalogue.run(nicheBase, { votes: minVotes, doubtful });
  const films = base?.films ?? 0;
  const common = (base?.genres ?? [])
    .map((genre, at) => ({ genre, share: films === 0 ? 0 : (base?.borne[at] ?? 0) / films }))
    .filter(({ share }) => share > tooCommon);
  const rows = await catalogue.run(nicheCells, {
    votes: minVotes,
    doubtful,
    notGenres: [...notSpecialities, ...common.map(({ genre }) => genre)],
    european: europeanCountries,
  });
  const cells = rows.flatMap((row): NicheCell[] => {
    const origin = asOrigin(row.origin);
    return origin === null ? [] : [{ ...row, origin }];
  });
  const likings = await likingsOf(catalogue, cells, likes);
  const judged = judgeNiches(cells, locality, likings, nicheKey);
  return {
    niches: rankNiches(judged, locality, { weights, ...(draws === undefined ? {} : { draws }) }),
    weights,
    minVotes,
    films,
    withCountry: base?.withCountry ?? 0,
    rated: base?.rated ?? 0,
    common,
    people: new Set(likes.map(({ person }) => person)).size,
    locality,
  };
}

/** For each niche, how many people like films of it, and by how much more than the films that it has would have it. */
async function likingsOf(
  catalogue: Pick<Catalogue, 'run'>,
  cells: readonly NicheCell[],
  likes: readonly PersonLike[],
): Promise<Map<string, Liking>> {
  if (likes.length === 0) return new Map();
  const ids = [...new Set(likes.map(({ film }) => film))];
  const places = new Map<string, string[]>();
  for (const { id, genre, decade, origin } of await catalogue.run(nichesOfFilms, {
    ids,
    european: europeanCountries,
    notGenres: notSpecialities,
  })) {
    const known = asOrigin(origin);
    if (known === null) continue;
    const niche: Niche = { genre, decade, origin: known };
    places.set(id, [...(places.get(id) ?? []), nicheKey(niche)]);
  }
  const people = new Map<string, Set<number>>();
  const everyone = new Set<number>();
  for (const { person, film } of likes) {
    for (const key of places.get(film) ?? []) {
      everyone.add(person);
      people.set(key, (people.get(key) ?? new Set<number>()).add(person));
    }
  }
  const films = cells.reduce((sum, cell) => sum + cell.films, 0);
  let all = 0;
  for (const { size } of people.values()) all += size;
  return new Map(
    cells.flatMap((cell): [string, Liking][] => {
      const liking = people.get(nicheKey(cell))?.size ?? 0;
      // one like and one film more than there are keeps a niche of one like from standing first
      return liking === 0
        ? []
        : [[nicheKey(cell), { people: liking, lift: (liking + 1) / all / ((cell.films + films / all) / films) }]];
    }),
  );
}
