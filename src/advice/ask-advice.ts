import { asOrigin, type Origin } from '#advice/niche.ts';
import { usualVotes } from '#advice/advise.ts';
import { usualWeights, type AdviceWeights } from '#advice/rank.ts';
import type { SeasonWish } from '#advice/season.ts';
import { measures, type Measure } from '#advice/tell-advice.ts';

/** What a reader asks of the advice. */
export interface AskedAdvice {
  readonly weights: AdviceWeights;
  readonly minVotes: number;
  readonly origin: Origin;
  readonly measure: Measure;
}

/** A value that cannot be used, by its name in addresses and options. */
export interface AdviceRefusal {
  readonly name:
    | 'supply'
    | 'esteem'
    | 'fit'
    | 'weights'
    | 'min-votes'
    | 'origin'
    | 'show'
    | 'genre'
    | 'decade'
    | 'films'
    | 'label';
  readonly value: string;
}

type Given = (name: string) => string | null | undefined;

/** Weights are whole, from none to five. */
export const mostWeight = 5;
const mostVotes = 1_000_000;
export const filmsOfSeason = { least: 2, usual: 8, most: 30 };

/** Reads what is asked; what cannot be used is named, and what is usual stands in its place. */
export function readAdvice(given: Given): { readonly asked: AskedAdvice; readonly refused: readonly AdviceRefusal[] } {
  const refused: AdviceRefusal[] = [];
  const number = reader(given, refused);
  const weights = {
    supply: number('supply', usualWeights.supply, 0, mostWeight),
    esteem: number('esteem', usualWeights.esteem, 0, mostWeight),
    fit: number('fit', usualWeights.fit, 0, mostWeight),
  };
  if (weights.supply + weights.esteem + weights.fit === 0) refused.push({ name: 'weights', value: '0' });
  const minVotes = number('min-votes', usualVotes, 1, mostVotes);
  const show = given('show') ?? '';
  const measure = measures.find((one) => one === show);
  if (show !== '' && measure === undefined) refused.push({ name: 'show', value: show });
  const origin = originOf(given, refused);
  return { asked: { weights, minVotes, origin: origin ?? 'french', measure: measure ?? 'score' }, refused };
}

/** Reads what a season is to be made of. @param genres those of the catalogue */
export function readSeason(
  given: Given,
  genres: readonly string[],
): { readonly wish: SeasonWish; readonly refused: readonly AdviceRefusal[] } {
  const refused: AdviceRefusal[] = [];
  const number = reader(given, refused);
  const asked = given('genre') ?? '';
  const genre = genres.find((one) => one.toLowerCase() === asked.toLowerCase()) ?? null;
  if (asked !== '' && genre === null) refused.push({ name: 'genre', value: asked });
  const year = number('decade', 0, 1880, 2100);
  const label = given('label') ?? '';
  if (!['', '0', '1'].includes(label)) refused.push({ name: 'label', value: label });
  return {
    wish: {
      genre,
      decade: year === 0 ? null : Math.floor(year / 10) * 10,
      origin: originOf(given, refused),
      labelled: label === '1',
      count: number('films', filmsOfSeason.usual, filmsOfSeason.least, filmsOfSeason.most),
      minVotes: number('min-votes', usualVotes, 1, mostVotes),
    },
    refused,
  };
}

function originOf(given: Given, refused: AdviceRefusal[]): Origin | null {
  const text = given('origin') ?? '';
  const origin = asOrigin(text);
  if (text !== '' && origin === null) refused.push({ name: 'origin', value: text });
  return origin;
}

function reader(given: Given, refused: AdviceRefusal[]) {
  return (name: AdviceRefusal['name'], usual: number, low: number, high: number): number => {
    const text = given(name)?.trim() ?? '';
    if (text === '') return usual;
    const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= low && value <= high) return value;
    refused.push({ name, value: text.slice(0, 40) });
    return usual;
  };
}
