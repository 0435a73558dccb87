import type { AskedAdvice } from '#advice/ask-advice.ts';
import { usualVotes } from '#advice/advise.ts';
import type { SeasonWish } from '#advice/season.ts';
import { filmsOfSeason } from '#advice/ask-advice.ts';
import { usualWeights } from '#advice/rank.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** The advice with its settings; those that are usual are not said. */
export const adviceAddress = (
  { language }: Pick<Site, 'language'>,
  { weights, minVotes, origin, measure }: AskedAdvice,
  file = '',
): string =>
  pathIn(language, `/specialisation${file}`) +
  queryOf([
    ['supply', weights.supply, usualWeights.supply],
    ['esteem', weights.esteem, usualWeights.esteem],
    ['fit', weights.fit, usualWeights.fit],
    ['min-votes', minVotes, usualVotes],
    ['origin', origin, 'french'],
    ['show', measure, 'score'],
  ]);

/** A season of films. */
export const seasonAddress = (
  { language }: Pick<Site, 'language'>,
  { genre, decade, origin, labelled, count, minVotes }: SeasonWish,
  file = '',
): string =>
  pathIn(language, `/specialisation/saison${file}`) +
  queryOf([
    ['genre', genre ?? '', ''],
    ['decade', decade ?? '', ''],
    ['origin', origin ?? '', ''],
    ['label', labelled ? 1 : '', ''],
    ['films', count, filmsOfSeason.usual],
    ['min-votes', minVotes ?? usualVotes, usualVotes],
  ]);

function queryOf(terms: readonly (readonly [name: string, value: string | number, usual: string | number])[]): string {
  const query = new URLSearchParams(
    terms.flatMap(([name, value, usual]) => (value === usual ? [] : [[name, String(value)]])),
  ).toString();
  return query === '' ? '' : `?${query}`;
}
