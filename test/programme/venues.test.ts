import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { venueMatcher } from '#programme/match/match-venues.ts';
import { reservedVenueIds } from '#programme/read-venue.ts';
import { readVenues } from '#programme/read-venues.ts';
import type { Venue } from '#state/venues.ts';
import { coded } from '../helpers/coded.ts';

const communes = [
  { code: '23001', name: 'Ahun', department: '23' },
  { code: '23096', name: 'Guéret', department: '23' },
];
const read = (lines: readonly string[], standing: readonly Venue[] = []): readonly Venue[] =>
  readVenues(new TextEncoder().encode(lines.join('\n')), 'venues.csv', { communes, department: '23', standing }).venues;
const table = (lines: readonly string[], standing: readonly Venue[] = []): readonly Venue[] =>
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

test('no venue has the address of a page of the programme', () => {
  const routes = readFileSync(join(import.meta.dirname, '../../src/web/routes/programme-routes.ts'), 'utf8');
  const pages = [...routes.matchAll(/'\/programme\/([a-z\d-]+)'/g)].map(([, name = '']) => name);
  assert.deepEqual(pages.toSorted(), [...reservedVenueIds].toSorted());
  for (const name of ['Cadre', 'Intégrer'])
    assert.throws(() => table([`${name};Ahun;`]), coded('VENUES_REFUSED', 'line 2: A venue cannot be called'));
  assert.throws(
    () => read(['id;nom;commune', 'cadre;La Lanterne;Ahun']),
    coded('VENUES_REFUSED', 'line 2: A venue cannot be called “cadre”'),
  );
});

const refused = (lines: readonly string[]): string => {
  try {
    read(lines);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

test('every fault of a venue is told, with its line, its value and what is accepted', () => {
  const message = refused([
    'nom;commune;latitude;longitude;places;site',
    '"La',
    'Lanterne";99999;95;abc;-3;javascript:alert(1)',
    ';Nulle-Part;46;;;',
    'Le Phare;;;;;',
  ]);
  for (const sentence of [
    'line 2: “99999” is no INSEE code of a commune: write 23096',
    'The latitude “95” is no number from -90 to 90.',
    'The longitude “abc” is no number from -180 to 180.',
    '“-3” is no number of seats: a whole number from 1 to 10 000.',
    '“javascript:alert(1)” is no address of a site',
    'line 4: The name of the venue is missing. The commune “Nulle-Part” is unknown',
    'Latitude and longitude go together',
    'line 5: The commune is missing',
  ])
    assert.ok(message.includes(sentence), `${sentence}\n${message}`);
  assert.match(refused(['[{"name": "X", "commune": "Ahun"}, {"name": "Y", "commune": "20004"}]']), /entry 2: “20004”/);
});

test('the codes of communes of every department are taken, and no other', () => {
  const taken = ['01004', '2A004', '2b033', '75056', '95585', '97105', '97611', '97502', '98735'];
  for (const code of taken) assert.equal(table([`X;${code};`])[0]?.commune, code.toUpperCase());
  for (const code of ['00001', '20004', '96001', '99999', '97001', '97901', '23000', '2C004', '123456'])
    assert.match(refused(['nom;commune', `X;${code}`]), /is no INSEE code|is unknown/, code);
});

test('equipment that is not known is left aside, and told', () => {
  const bytes = new TextEncoder().encode('nom;commune;équipements\nX;Ahun;wheelchair,zz,parking');
  const { venues, notes } = readVenues(bytes, 'venues.csv', { communes, department: '23', standing: [] });
  assert.deepEqual(venues[0]?.equipment, ['wheelchair', 'parking']);
  assert.match(notes.join('\n'), /^line 2: The equipment “zz” is unknown, and left aside\. Known: wheelchair/);
});
