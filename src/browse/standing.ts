import { rankVotes, type BrowseIndex } from '#browse/browse-index.ts';
import { mainGenre } from '#browse/main-genre.ts';

/** Where a film stands by IMDb's weighted rating. */
export interface Standing {
  /** v/(v+m)·R + m/(v+m)·C, of 10. */
  readonly weighted: number;
  /** m: what the mean weighs, in votes, and the fewest votes of a ranked film. */
  readonly least: number;
  /** C: the mean rating of the catalogue's films that have votes. */
  readonly mean: number;
  /** Its place among the films that have one; null below `least` votes. */
  readonly rank: number | null;
  readonly ranked: number;
  /** Its place among the ranked films of its main genre and its decade, when it has all of these and is not alone. */
  readonly among: Among | null;
}

export interface Among {
  readonly genre: string;
  readonly decade: string;
  readonly rank: number;
  readonly ranked: number;
}

/** The standing of a film with a rating; null without one. Films of equal weighted rating share a rank. */
export function standingOf(
  index: BrowseIndex,
  film: number,
  { rating, votes }: { readonly rating: number | null; readonly votes: number },
): Standing | null {
  if (rating === null || votes <= 0 || index.mean === null) return null;
  const rank = index.ranks[film] ?? 0;
  return {
    weighted: (votes * rating + rankVotes * index.mean) / (votes + rankVotes),
    least: rankVotes,
    mean: index.mean,
    rank: rank === 0 ? null : rank,
    ranked: index.ranked.length,
    among: rank === 0 ? null : amongItsKind(index, film, rank),
  };
}

function amongItsKind({ ranked, ranks, genre, decade }: BrowseIndex, film: number, own: number): Among | null {
  const kind = mainGenre(genre.combinations[genre.of[film] ?? -1] ?? []);
  const time = decade.of[film] ?? -1;
  const [years] = decade.combinations[time] ?? [];
  if (kind === null || years === undefined) return null;
  const ofKind = genre.combinations.map((values) => values.includes(kind));
  const peers = ranked.filter((other) => decade.of[other] === time && ofKind[genre.of[other] ?? -1] === true);
  const better = peers.filter((other) => (ranks[other] ?? 0) < own).length;
  return peers.length < 2 ? null : { genre: kind, decade: years, rank: better + 1, ranked: peers.length };
}
