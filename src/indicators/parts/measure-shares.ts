import { asFilmIndex, type FilmIndex } from '#brand.ts';
import type { Filters, Stratum } from '#indicators/filters.ts';
import type { Ground } from '#indicators/indicator.ts';
import type { Move } from '#indicators/parts/difference.ts';
import { doubtfulOf, doubtfulWithin, type Doubtful } from '#indicators/parts/doubtful.ts';
import { sharesOf, type Shares } from '#indicators/parts/shares.ts';
import { hasVotes, stratumOf } from '#indicators/parts/usual-stratum.ts';
import { chosenOf, withinOf, type Chosen } from '#indicators/queries/chosen-films.ts';
import { decadeShares, filmsOfShare } from '#indicators/queries/shares.ts';

/** What shares are of. */
export type ShareKind = 'genre' | 'country' | 'language' | 'spoken';

export interface MeasuredShares extends Shares {
  readonly stratum: Stratum;
  readonly minVotes: number;
  /** No film of the catalogue has votes: all of them are looked at unless the filters say. */
  readonly withoutVotes: boolean;
  /** How each code moved when other films are looked at; none when the filters say which films. */
  readonly elsewhere: readonly { readonly stratum: Stratum; readonly moves: ReadonlyMap<string, Move> }[];
  readonly doubtful: Doubtful;
}

/** The shares of one kind among the films that the filters choose: where they do not say, those of at least 1 000 votes, or all where the catalogue has no votes. */
export async function measureShares(ground: Ground, filters: Filters, kind: ShareKind): Promise<MeasuredShares> {
  const doubtful = await doubtfulOf(ground.catalogue);
  const votes = filters.minVotes ?? 0;
  const within = withinOf(filters, ground.today, doubtful);
  const rows = await ground.catalogue.run(decadeShares, { ...within, votes, kind });
  const stratum = await stratumOf(ground.catalogue, filters);
  const withoutVotes = !(await hasVotes(ground.catalogue));
  const asked = withoutVotes || filters.stratum !== null || filters.minVotes !== null;
  return {
    ...sharesOf(rows, stratum),
    stratum,
    minVotes: votes,
    withoutVotes,
    elsewhere: (asked ? [] : (['all', 'top'] as const)).map((other) => ({
      stratum: other,
      moves: new Map(sharesOf(rows, other).codes.map(({ code, move }) => [code, move])),
    })),
    doubtful: await doubtfulWithin(ground.catalogue, within, votes),
  };
}

/** The films behind a key “1990:Drama”, “1990:+” for those of several codes; null when it is no such key. */
export async function filmsBehindShare(
  ground: Ground,
  filters: Filters,
  key: string,
  kind: ShareKind,
): Promise<readonly FilmIndex[] | null> {
  const [decade, code] = /^(\d{4}):(.{1,40})$/s.exec(key)?.slice(1) ?? [];
  if (decade === undefined || code === undefined) return null;
  const chosen = await chosenFor(ground, filters);
  const rows = await ground.catalogue.run(filmsOfShare, {
    ...chosen,
    from: Math.max(chosen.from, Number(decade)),
    to: Math.min(chosen.to, Number(decade) + 9),
    kind,
    code,
  });
  return rows.map(({ film }) => asFilmIndex(film));
}

/** The films that the filters choose: where they do not say, those of at least 1 000 votes, or all where the catalogue has no votes. */
export async function chosenFor({ catalogue, today }: Ground, filters: Filters): Promise<Chosen> {
  return chosenOf(withinOf(filters, today, await doubtfulOf(catalogue)), filters, await stratumOf(catalogue, filters));
}
