import type { Fit, FitParts, Locality } from '#advice/locality.ts';
import type { Niche } from '#advice/niche.ts';

/** The age at which the films of one's time mark for life, and the range over which it is moved to see what depends on it. */
export const markingAge = { usual: 20, from: 14, to: 30 };
/** Standard deviation, in years, of the bell around that age. */
export const markingSpread = 9;

/** What is not known may be this much one way or the other: a factor of about 1.2. */
const unknownSpread = 0.2;
/** One table of two. */
const halfKnownSpread = 0.15;
/** An audience by ages read off a chart, carried to local ages. */
const agesSpread = 0.1;

/**
 * How much better a niche fits here than in the whole country, by origin: the share of its origin in local entries over its share in national ones.
 */
export function originFit({ origins }: Locality, { origin }: Pick<Niche, 'origin'>): Fit {
  const { local, national, spread } = origins[origin];
  if (local === null || national === null || local <= 0 || national <= 0)
    return { lift: 1, spread: unknownSpread, known: false };
  return { lift: local / national, spread, known: true };
}

/**
 * The same by genre, from two tables. Its audience by ages, with each age as present as it is here: Σ_a audience_a(genre) · local_a / national_a. And how
 * large its public is: the share of entries that it makes over that of the middle genre, by its square root, since entries follow what is shown as much as
 * what is wished. A genre that neither table tells fits as anywhere, and that is unsure.
 */
export function genreFit(
  { ages, genreAges, genreEntries }: Pick<Locality, 'ages' | 'genreAges' | 'genreEntries'>,
  { genre }: Pick<Niche, 'genre'>,
): Fit {
  const audience = genreAges.get(genre);
  const entries = genreEntries.get(genre);
  let lift = 1;
  if (audience !== undefined && audience.length === ages.length) {
    lift = 0;
    for (const [band, { local, national }] of ages.entries())
      lift += national > 0 ? ((audience[band] ?? 0) * local) / national : 0;
  }
  const middle = [...genreEntries.values()].toSorted((a, b) => a - b)[Math.floor(genreEntries.size / 2)];
  if (entries !== undefined && middle !== undefined && middle > 0) lift *= Math.sqrt(entries / middle);
  if ((audience === undefined && entries === undefined) || lift <= 0)
    return { lift: 1, spread: unknownSpread, known: false };
  return { lift, spread: audience === undefined || entries === undefined ? halfKnownSpread : agesSpread, known: true };
}

/**
 * The same by decade: how many of those who come here were at the marking age when its films came out, over the same in the country. People prefer for
 * life what was current in their youth: established for songs (Holbrook and Schindler 1989, Journal of Consumer Research 16: a peak at 23.5 years), carried
 * here to films as a hypothesis, with the age moved from 14 to 30.
 * @param at the marking age, in years
 */
export function decadeFit({ ages, year }: Locality, { decade }: Pick<Niche, 'decade'>, at = markingAge.usual): Fit {
  let local = 0;
  let national = 0;
  for (const band of ages) {
    const marked = meanMark(band, year - (decade + 4.5), at);
    local += band.local * marked;
    national += band.national * marked;
  }
  // nobody who comes was young then: nothing is known of it
  if (national < 1e-3) return { lift: 1, spread: unknownSpread, known: false };
  return { lift: local / national, spread: agesSpread, known: true };
}

/** The mean, over the ages of a band, of the mark that films of `past` years ago left: a bell around the marking age, on a floor that any film has. */
function meanMark({ from, to }: { from: number; to: number }, past: number, at: number): number {
  let sum = 0;
  for (let age = from; age <= to; age++) sum += floor + Math.exp(-(((age - past - at) / markingSpread) ** 2) / 2);
  return sum / (to - from + 1);
}
/** Films of before one's birth are liked too. */
const floor = 0.25;

/** The three together: lifts multiply, spreads add in squares; and each apart. */
export function fitOf(locality: Locality, niche: Niche): Fit & { readonly parts: FitParts } {
  const parts = {
    origin: originFit(locality, niche),
    genre: genreFit(locality, niche),
    decade: decadeFit(locality, niche),
  };
  const all = Object.values(parts);
  return {
    lift: all.reduce((product, { lift }) => product * lift, 1),
    spread: Math.hypot(...all.map(({ spread }) => spread)),
    known: all.some(({ known }) => known),
    parts,
  };
}
