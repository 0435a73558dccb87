import { fitOf } from '#advice/local-fit.ts';
import type { Fit, FitParts, Locality } from '#advice/locality.ts';
import type { Niche } from '#advice/niche.ts';

/** What the catalogue says of a niche. */
export interface NicheCell extends Niche {
  readonly films: number;
  /** Films with a rating; by how much they are better rated than their genre and their time would have it: the sum, and the sum of squares. */
  readonly rated: number;
  readonly premium: number;
  readonly squares: number;
  /** Films recommended art et essai. */
  readonly labelled: number;
}

/** By how much the films of a niche are better rated than expected of them, shrunk; the spread is a standard deviation. Null: no film is rated. */
export interface Esteem {
  readonly premium: number;
  readonly spread: number;
}

/** How many people of this site like films of a niche. */
export interface Liking {
  readonly people: number;
  /** Share of all likes over share of the films. */
  readonly lift: number;
}

/** A niche and the three things that it is judged by. */
export interface JudgedNiche extends NicheCell {
  readonly esteem: Esteem | null;
  readonly fit: Fit & { readonly parts: FitParts };
  /** Null when fewer people than may be told apart like films of it. */
  readonly liking: Liking | null;
}

/** Of so many films, half of what supply can bring is there: a year of a film a week. More add less and less. */
export const halfSupply = 50;
/** What a number of films is worth to one cinema, 0 to 1. */
export const supplyOf = (films: number): number => films / (films + halfSupply);

/** Fewer films than this are no season. */
export const fewestFilms = 12;
/** Fewer people than this are never counted aloud. */
export const fewestPeople = 5;

/**
 * Judges the niches of enough films. Esteem: the mean by which their films are better rated than their genre and their time would have it, so that no niche
 * wins because only the good old films are still rated, because one country's voters are kinder, or because a genre is rated by those who chose it
 * (documentaries). It is shrunk towards none: n·d̄/(n + k), k = σ²/τ², with σ² the variance within niches and τ² that between them (DerSimonian and Laird
 * 1986), so that a few films prove little; its standard deviation is √(σ²/(n + k)). The likes of the site's own people move the fit: by as many people as
 * there are over as many plus 200.
 */
export function judgeNiches(
  cells: readonly NicheCell[],
  locality: Locality,
  likings: ReadonlyMap<string, Liking> = new Map(),
  keyOf: (niche: Niche) => string = ({ genre, decade, origin }) => `${genre} ${decade} ${origin}`,
): JudgedNiche[] {
  const kept = cells.filter(({ films }) => films >= fewestFilms);
  const spreads = variances(kept);
  return kept.map((cell): JudgedNiche => {
    const found = likings.get(keyOf(cell));
    const liking = found !== undefined && found.people >= fewestPeople ? found : null;
    return { ...cell, esteem: esteemOf(cell, spreads), fit: lean(fitOf(locality, cell), liking), liking };
  });
}

interface Variances {
  readonly within: number;
  readonly between: number;
}

function esteemOf({ rated, premium }: NicheCell, { within, between }: Variances): Esteem | null {
  if (rated === 0 || within === 0) return null;
  const weight = between > 0 ? within / between : Number.POSITIVE_INFINITY;
  if (weight === Number.POSITIVE_INFINITY) return { premium: 0, spread: 0 };
  return { premium: premium / (rated + weight), spread: Math.sqrt(within / (rated + weight)) };
}

/** Variance of films within their niche, and of the niches' true means. */
function variances(cells: readonly NicheCell[]): Variances {
  let films = 0;
  let niches = 0;
  let inside = 0;
  for (const { rated, premium, squares } of cells) {
    if (rated < 2) continue;
    films += rated;
    niches++;
    inside += squares - premium ** 2 / rated;
  }
  if (niches < 2 || films <= niches) return { within: 0, between: 0 };
  const within = inside / (films - niches);
  // the moments of DerSimonian and Laird, each niche weighing as many films as it has
  let weighted = 0;
  let squared = 0;
  for (const { rated, premium } of cells) {
    if (rated < 2) continue;
    weighted += premium;
    squared += rated ** 2;
  }
  const mean = weighted / films;
  let q = 0;
  for (const { rated, premium } of cells) if (rated >= 2) q += rated * (premium / rated - mean) ** 2;
  return { within, between: Math.max(0, (q - (niches - 1) * within) / (films - squared / films)) };
}

/** How many people weigh as much as all that is known of the place. */
const peopleAsSure = 200;

function lean<F extends Fit>(fit: F, liking: Liking | null): F {
  if (liking === null || liking.lift <= 0) return fit;
  const share = liking.people / (liking.people + peopleAsSure);
  return {
    ...fit,
    lift: Math.exp((1 - share) * Math.log(fit.lift) + share * Math.log(liking.lift)),
    spread: Math.hypot((1 - share) * fit.spread, share / Math.sqrt(liking.people)),
    known: true,
  };
}
