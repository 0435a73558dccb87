import { fallsApart, fewestRanked, type RankedNiche } from '#advice/rank.ts';

/** What speaks against a niche, the strongest first: each is a sentence with its number. */
export type Objection =
  | { readonly kind: 'heritage'; readonly years: number }
  | { readonly kind: 'few'; readonly films: number }
  | { readonly kind: 'lessLoved'; readonly premium: number }
  | { readonly kind: 'notLoved' }
  | { readonly kind: 'notHere'; readonly lift: number }
  | { readonly kind: 'unknownHere' }
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'fallsApart'; readonly best: number; readonly worst: number; readonly share: number };

/** CNC's bound: a film first shown ten years ago or more is heritage. */
export const heritageYears = 10;
/** Fewer films than this soon repeat themselves. */
const fewFilms = 40;

/**
 * The case against a niche, from its own numbers. @param year the year of the answer
 * @param niches how many are ranked: of a handful, no rank is told, so none falls apart
 */
export function objectionsTo(niche: RankedNiche, year: number, niches: number): Objection[] {
  const { films, esteem, fit, decade, origin, best, worst, firstTenth } = niche;
  const objections: Objection[] = [];
  if (fit.known && fit.lift < 0.95) objections.push({ kind: 'notHere', lift: fit.lift });
  if (!fit.known) objections.push({ kind: 'unknownHere' });
  if (esteem !== null && esteem.premium + 2 * esteem.spread < 0)
    objections.push({ kind: 'lessLoved', premium: esteem.premium });
  else if (esteem !== null && esteem.premium - 2 * esteem.spread < 0) objections.push({ kind: 'notLoved' });
  if (films < fewFilms) objections.push({ kind: 'few', films });
  if (year - (decade + 9) >= heritageYears) objections.push({ kind: 'heritage', years: year - (decade + 5) });
  else if (origin === 'american') objections.push({ kind: 'everywhere' });
  if (niches >= fewestRanked && firstTenth < fallsApart)
    objections.push({ kind: 'fallsApart', best, worst, share: firstTenth });
  return objections;
}
