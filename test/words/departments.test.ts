import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capital, departmentWords, townWords } from '#words/departments.ts';

test('a department has its article', () => {
  const inFrench = (code: string, name: string): string[] => Object.values(departmentWords(code, name, 'fr'));
  assert.deepEqual(inFrench('23', 'Creuse'), ['la Creuse', 'de la Creuse', 'dans la Creuse']);
  assert.deepEqual(inFrench('15', 'Cantal'), ['le Cantal', 'du Cantal', 'dans le Cantal']);
  assert.deepEqual(inFrench('36', 'Indre'), ['l’Indre', 'de l’Indre', 'dans l’Indre']);
  assert.deepEqual(inFrench('34', 'Hérault'), ['l’Hérault', 'de l’Hérault', 'dans l’Hérault']);
  assert.deepEqual(inFrench('87', 'Haute-Vienne'), ['la Haute-Vienne', 'de la Haute-Vienne', 'dans la Haute-Vienne']);
  assert.deepEqual(inFrench('40', 'Landes'), ['les Landes', 'des Landes', 'dans les Landes']);
  assert.deepEqual(inFrench('75', 'Paris'), ['Paris', 'de Paris', 'à Paris']);
  assert.deepEqual(departmentWords('48', 'Lozère', 'en').in, 'in the Lozère');
  assert.deepEqual(departmentWords('99', null, 'fr').of, 'du département 99');
});

test('a town has the article of its name', () => {
  assert.deepEqual(Object.values(townWords('Guéret', 'fr')), ['Guéret', 'de Guéret', 'à Guéret']);
  assert.deepEqual(Object.values(townWords('Le Mans', 'fr')), ['Le Mans', 'du Mans', 'au Mans']);
  assert.deepEqual(Object.values(townWords('Les Sables-d’Olonne', 'fr')).slice(1), [
    'des Sables-d’Olonne',
    'aux Sables-d’Olonne',
  ]);
  assert.deepEqual(townWords('Aubusson', 'fr').of, 'd’Aubusson');
  assert.deepEqual(townWords('La Souterraine', 'fr').in, 'à La Souterraine');
  assert.equal(capital('à Guéret'), 'À Guéret');
});
