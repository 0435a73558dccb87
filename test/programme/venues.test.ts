import assert from 'node:assert/strict';
import { test } from 'node:test';
import { venueMatcher } from '#programme/match/match-venues.ts';
import { readVenues } from '#programme/read-venues.ts';
import type { Venue } from '#state/venues.ts';
import { coded } from '../helpers/coded.ts';

const communes = [
  { code: '23001', name: 'Ahun', department: '23' },
  { code: '23096', name: 'Guéret', department: '23' },
];
const read = (lines: readonly string[], standing: readonly Venue[] = []): Venue[] =>
  readVenues(new TextEncoder().encode(lines.join('\n')), 'venues.csv', { communes, department: '23', standing });
const table = (lines: readonly string[], standing: readonly Venue[] = []): Venue[] =>
  read(['nom;commune;places', ...lines], standing);
const ids = (venues: readonly Venue[]): string[] => venues.map(({ id, commune }) => `${commune} ${id}`).toSorted();
/** What stands once files were added one after the other. */
const after = (...files: readonly (readonly string[])[]): Venue[] =>
  files.reduce<Venue[]>((standing, lines) => {
    const added = table(lines, standing);
    const changed = new Set(added.map(({ id }) => id));
    return [...standing.filter(({ id }) => !changed.has(id)), ...added];
  }, []);

test('halls of one name in several communes are several venues, in whatever order they come', () => {
  const [ahun, next, pinot] = ['Salle des fêtes;23001;80', 'salle des Fêtes;23002;90', 'Foyer Pinot;23003;'];
  const both = ['23001 salle-des-fetes-23001', '23002 salle-des-fetes-23002'];
  for (const files of [
    [[ahun], [next]],
    [[next], [ahun]],
    [[ahun, next]],
    [[next, ahun]],
    [[ahun], [next, ahun], [next]],
  ])
    assert.deepEqual(ids(after(...files)), both);
  assert.deepEqual(ids(after([pinot], ['Foyer Pinot;23004;'], [pinot])), [
    '23003 foyer-pinot',
    '23004 foyer-pinot-23004',
  ]);
  assert.deepEqual(ids(after(['Foyer Pinot;23004;', pinot])), ['23003 foyer-pinot-23003', '23004 foyer-pinot-23004']);
  assert.deepEqual(
    after([ahun], ['SALLE DES FETES;Ahun;120']).map(({ seats }) => seats),
    [120],
    'of that name and commune, it is the venue that stands',
  );
  assert.throws(() => table([ahun, 'Salle des Fêtes;Ahun;120']), coded('VENUES_REFUSED', 'is there twice'));
});

test('an identifier of its own is kept, and nobody else gets it', () => {
  const own = read(['id;nom;commune', ';La Lanterne;Guéret', 'la-lanterne;Le Phare;Ahun']);
  assert.deepEqual(ids(own), ['23001 la-lanterne', '23096 la-lanterne-23096']);
  const moved = read(['id;nom;commune', 'la-lanterne;Le Phare;Guéret'], own);
  assert.deepEqual(ids(moved), ['23096 la-lanterne']);
});

test('of halls with one name none is guessed; their identifiers are told', () => {
  const find = venueMatcher(table(['Salle des fêtes;23001;', 'Salle des fêtes;23002;']));
  assert.equal(find('salle-des-fetes-23002').venue?.commune, '23002');
  for (const text of ['Salle des fêtes', 'Salle des fêtes de Bonnat']) {
    const { venue, nearest } = find(text);
    assert.equal(venue, null);
    assert.equal(nearest.length, 2);
  }
});
