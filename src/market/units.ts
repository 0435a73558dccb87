import type { Bilingual } from '#words/speech.ts';

/** Every unit of the book, as it is written after a value. '' is an index, `share` goes from 0 to 1 and is written as a percentage. */
export const unitWords: ReadonlyMap<string, Bilingual> = new Map([
  ['', { fr: '', en: '' }],
  ['share', { fr: '', en: '' }],
  ['M', { fr: 'millions', en: 'million' }],
  ['M€', { fr: 'M€', en: 'M€' }],
  ['€', { fr: '€', en: '€' }],
  ['km', { fr: 'km', en: 'km' }],
  ['km²', { fr: 'km²', en: 'km²' }],
  ['people', { fr: 'habitants', en: 'people' }],
  ['people/km²', { fr: 'habitants au km²', en: 'people per km²' }],
  ['entries', { fr: 'entrées', en: 'admissions' }],
  ['viewers', { fr: 'spectateurs', en: 'viewers' }],
  ['screenings', { fr: 'séances', en: 'screenings' }],
  ['screens', { fr: 'écrans', en: 'screens' }],
  ['seats', { fr: 'fauteuils', en: 'seats' }],
  ['cinemas', { fr: 'cinémas', en: 'cinemas' }],
  ['circuits', { fr: 'circuits', en: 'circuits' }],
  ['films', { fr: 'films', en: 'films' }],
  ['communes', { fr: 'communes', en: 'communes' }],
  ['places', { fr: 'lieux', en: 'places' }],
  ['pupils', { fr: 'élèves', en: 'pupils' }],
  ['households', { fr: 'ménages', en: 'households' }],
  ['dwellings', { fr: 'logements', en: 'dwellings' }],
  ['lines', { fr: 'lignes', en: 'lines' }],
]);
