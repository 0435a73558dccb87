import type { PersonPage } from '#lanterne.ts';
import { isOurs, known } from '#web/film-json-ld.ts';
import { plainText } from '#web/json-ld.ts';
import { wholeAddress } from '#web/origin.ts';
import type { Site } from '#web/site.ts';

/** A person as schema.org's Person: https://schema.org/Person. */
export function personJsonLd({ language, words }: Site, person: PersonPage, origin: string): object {
  const address = wholeAddress(origin, language, `/personne/${person.id}`);
  const year = (value: number | null): string | null => (value === null ? null : String(value).padStart(4, '0'));
  return known({
    '@context': 'https://schema.org',
    '@type': 'Person',
    '@id': address,
    url: address,
    name: plainText(person.name),
    birthDate: year(person.birthYear),
    deathDate: year(person.deathYear),
    hasOccupation: person.works
      .filter(({ role }) => role !== 'other' && role !== 'self')
      .map(({ role }) => ({ '@type': 'Occupation', name: words.catalogue.roles[role] })),
    sameAs: person.id.startsWith('nm') && !isOurs(person.id) ? `https://www.imdb.com/name/${person.id}/` : null,
  });
}
