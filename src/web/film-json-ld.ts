import type { FilmPage } from '#lanterne.ts';
import { peopleIn } from '#web/film-people.ts';
import { plainText } from '#web/json-ld.ts';
import { wholeAddress } from '#web/origin.ts';
import { pictureAddress } from '#web/poster-address.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

const MOST_ACTORS = 12;
const MOST_WORDS = 20;

/**
 * A film as schema.org's Movie (https://schema.org/Movie). It holds no rating: search engines want those of a site's own visitors
 * (https://developers.google.com/search/docs/appearance/structured-data/review-snippet), and IMDb's are not ours to give on.
 */
export function filmJsonLd(site: Site, facts: FilmPage, origin: string): object {
  const { card } = facts;
  const { language, lanterne } = site;
  const address = wholeAddress(origin, language, `/film/${card.id}`);
  const named = (...categories: string[]): object[] =>
    peopleIn(facts, ...categories).map(({ person, name }) => ({
      '@type': 'Person',
      name: plainText(name),
      url: wholeAddress(origin, language, `/personne/${person}`),
    }));
  const story = language === 'fr' ? (facts.overviewFr ?? facts.overview) : (facts.overview ?? facts.overviewFr);
  const title = titleOf(card, language);
  const themes = facts.keywords.flatMap((keyword) => lanterne.keywordLabel(keyword, language) ?? []);
  return known({
    '@context': 'https://schema.org',
    '@type': 'Movie',
    '@id': address,
    url: address,
    name: plainText(title),
    alternateName: [card.title, card.titleFr, card.originalTitle]
      .filter((name, at, all) => name !== null && name !== title && all.indexOf(name) === at)
      .map((name) => plainText(name ?? '')),
    image: origin + pictureAddress(site, card, 'w500'),
    description: story === null ? null : plainText(story),
    datePublished: facts.releaseDate ?? (card.year === null ? null : String(card.year)),
    duration: card.runtime === null ? null : `PT${Math.floor(card.runtime / 60)}H${card.runtime % 60}M`,
    genre: card.genres.map(site.words.genre),
    inLanguage: card.language,
    countryOfOrigin: card.countries.map((code) => ({ '@type': 'Country', name: code })),
    director: named('director'),
    author: named('writer'),
    musicBy: named('composer'),
    actor: named('actor', 'actress', 'self').slice(0, MOST_ACTORS),
    keywords: themes.slice(0, MOST_WORDS).map(plainText).join(', '),
    sameAs: isOurs(card.id) ? null : `https://www.imdb.com/title/${card.id}/`,
  });
}

/** Identifiers from 99000001 up are the starter catalogue's own: IMDb does not know them. */
export const isOurs = (id: string): boolean => /^(?:tt|nm)99\d{6}$/.test(id);

/** A value without the fields of which nothing is known. */
export const known = (value: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, field]) => field !== null && field !== '' && !(Array.isArray(field) && field.length === 0),
    ),
  );
