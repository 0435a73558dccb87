import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nationalityOf, type NationalityClues } from '#features/facts/nationality.ts';

const none: NationalityClues = { countries: [], language: '', title: '', originalTitle: '', titleFr: '' };
const of = (clues: Partial<NationalityClues>): string => {
  const told = nationalityOf({ ...none, ...clues });
  return told === null ? 'unknown' : `${told.nationality} by ${told.by}`;
};

test('countries of production, with the language where several made it together', () => {
  assert.equal(of({ countries: ['FR'], language: 'en' }), 'french by countries');
  assert.equal(of({ countries: ['BE', 'FR'], language: 'fr' }), 'french by countries');
  assert.equal(of({ countries: ['FR', 'US'], language: 'en' }), 'american by countries');
  assert.equal(of({ countries: ['FR', 'US'], language: 'fr' }), 'french by countries');
  assert.equal(of({ countries: ['GB', 'US'], language: 'en' }), 'american by countries');
  assert.equal(of({ countries: ['AT', 'DE', 'FR'], language: 'de' }), 'european by countries');
  assert.equal(of({ countries: ['FR', 'SE'], language: 'en' }), 'european by countries');
  assert.equal(of({ countries: ['CN', 'FR'], language: 'en' }), 'french by countries');
  assert.equal(of({ countries: ['FR', 'IR'], language: 'fa' }), 'other by countries');
  assert.equal(of({ countries: ['JP'], language: 'ja' }), 'other by countries');
  assert.equal(of({ countries: ['US'] }), 'american by countries');
});

test('without countries the language, then the titles, and nothing when neither tells', () => {
  assert.equal(of({ language: 'fr' }), 'french by language');
  assert.equal(of({ language: 'en' }), 'american by language');
  assert.equal(of({ language: 'it' }), 'european by language');
  assert.equal(of({ language: 'ko' }), 'other by language');
  const named = (title: string, originalTitle: string, titleFr: string): string =>
    of({ title, originalTitle, titleFr });
  assert.equal(named('The Visitors', 'Les Visiteurs', 'Les visiteurs'), 'french by titles');
  assert.equal(named('The Dinner Game', 'Le Dîner de cons', ''), 'french by titles');
  assert.equal(named('Jaws', 'Jaws', 'Les Dents de la mer'), 'american by titles');
  assert.equal(named('The Good Life', 'La dolce vita', 'La Douceur de vivre'), 'unknown');
  assert.equal(named('Life Is Sweet', 'Lo zio et il nipote', 'Lo zio et il nipote'), 'unknown');
  assert.equal(named('Home', 'Home', ''), 'unknown');
  assert.equal(of({}), 'unknown');
});
