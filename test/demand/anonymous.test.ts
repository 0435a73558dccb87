import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { fewest, safeGroups, safeShare, type Cell, type Group } from '#demand/anonymous.ts';

const zones = ['', 'a', 'b', 'a b'] as const;

interface World {
  readonly cells: readonly Cell[];
  readonly zoneOf: (place: string) => string;
}

const worlds: fc.Arbitrary<World> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...zones)), { maxLength: 9 })
  .map((rows) => ({
    cells: rows.map(([people], at) => ({ place: `c${at}`, people })),
    zoneOf: (place) => rows[Number(place.slice(1))]?.[1] ?? '',
  }));

/** All that is told of a world: which places each number is the sum of, and the number. */
function told({ cells, zoneOf }: World): { places: readonly string[]; people: number }[] {
  const groups = safeGroups(cells, zoneOf);
  const sum = (some: readonly Group[]) => ({
    places: some.flatMap(({ places }) => places),
    people: some.reduce((total, { people }) => total + people, 0),
  });
  const zone = (name: string) => groups.filter((group) => group.zones?.split(' ').includes(name) === true);
  const total = cells.reduce((all, { people }) => all + people, 0);
  return [
    ...groups.map((group) => sum([group])),
    sum(zone('a')),
    sum(zone('b')),
    ...(total >= fewest ? [{ places: cells.map(({ place }) => place), people: total }] : []),
  ];
}

describe('what is told of places', () => {
  it('is of nobody, or of five people at least, and every person is in one group', () => {
    fc.assert(
      fc.property(worlds, ({ cells, zoneOf }) => {
        const groups = safeGroups(cells, zoneOf);
        const total = cells.reduce((sum, { people }) => sum + people, 0);
        for (const { people } of groups) assert.ok(people >= fewest);
        const placed = groups.flatMap(({ places }) => places);
        assert.equal(new Set(placed).size, placed.length);
        if (total < fewest) assert.deepEqual(groups, []);
        else {
          assert.equal(
            groups.reduce((sum, { people }) => sum + people, 0),
            total,
          );
          for (const { place, people } of cells) assert.equal(placed.includes(place), people > 0);
        }
      }),
    );
  });

  it('leaves nothing of fewer than five to whoever adds and subtracts it in any way', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { cells } = world;
        const at = new Map(cells.map(({ place }, index) => [place, index]));
        const rows = told(world).map(({ places }) => {
          const row = cells.map(() => 0);
          for (const place of places) row[at.get(place) ?? 0] = 1;
          return row;
        });
        // places where nobody is are known to be empty, at worst: their own rows are given to the attacker
        cells.forEach(({ people }, index) => {
          if (people === 0) rows.push(cells.map((_, one) => (one === index ? 1 : 0)));
        });
        const basis = reduced(rows);
        for (let some = 1; some < 2 ** cells.length; some++) {
          const wanted = cells.map((_, index) => (some >> index) & 1);
          const people = cells.reduce((sum, cell, index) => sum + cell.people * (wanted[index] ?? 0), 0);
          if (people === 0 || people >= fewest) continue;
          assert.ok(!spans(basis, wanted), `${JSON.stringify(cells)} tells of ${people} people: ${wanted.join('')}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('fixes no place of one to four people, even for who knows how the groups are made and where nobody lives', () => {
    // every world of six places of one zone, by what is told of it
    const places = [0, 1, 2, 3, 4, 5];
    const zoneOf = (): string => 'a';
    const byTold = new Map<string, { named: number; counts: number[][] }>();
    for (let code = 0; code < 7 ** places.length; code++) {
      const counts = places.map((digit) => Math.floor(code / 7 ** digit) % 7);
      const groups = safeGroups(
        counts.map((people, index) => ({ place: `c${index}`, people })),
        zoneOf,
      );
      const shown = groups.map((group) => [
        group.places.length === 1 ? group.places[0] : 'several',
        group.people,
        group.zones,
      ]);
      const key = JSON.stringify(shown);
      const named = groups.filter((group) => group.places.length === 1).length;
      const known = byTold.get(key) ?? { named, counts: [] };
      known.counts.push(counts);
      byTold.set(key, known);
    }
    for (const [key, { named, counts }] of byTold) {
      const [world = []] = counts;
      const left = world.filter((people, place) => people > 0 && !key.includes(`"c${place}"`));
      // of two places that are left, the one may give away the other, and of places that all hold four their sum: of the hundreds of a book, others are left
      if (places.length - named < 3 || left.reduce((sum, people) => sum + people, 0) >= 4 * (places.length - named))
        continue;
      for (const place of places) {
        const values = new Set(counts.map((one) => one[place] ?? 0));
        const [only = 0] = values;
        assert.ok(values.size > 1 || only === 0 || only >= fewest, `${key} says that place ${place} has ${only}`);
      }
    }
  });

  it('tells the recent part of a whole only when the rest may be told too', () => {
    assert.equal(safeShare(6, 12), 6);
    assert.equal(safeShare(12, 12), 12);
    assert.equal(safeShare(0, 12), 0);
    assert.equal(safeShare(9, 12), null);
    assert.equal(safeShare(3, 12), null);
    assert.equal(safeShare(0, 3), null);
  });
});

/** Rows in reduced echelon form, over the rationals as far as these small numbers go. */
function reduced(rows: readonly (readonly number[])[]): number[][] {
  const basis: number[][] = [];
  for (const row of rows) {
    const left = remainder(basis, row);
    const pivot = left.findIndex((value) => Math.abs(value) > 1e-9);
    if (pivot < 0) continue;
    const scale = left[pivot] ?? 1;
    basis.push(left.map((value) => value / scale));
  }
  return basis;
}

function remainder(basis: readonly (readonly number[])[], row: readonly number[]): number[] {
  let left = [...row];
  for (const one of basis) {
    const pivot = one.findIndex((value) => Math.abs(value) > 1e-9);
    const times = left[pivot] ?? 0;
    left = left.map((value, index) => value - times * (one[index] ?? 0));
  }
  return left;
}

const spans = (basis: readonly (readonly number[])[], row: readonly number[]): boolean =>
  remainder(basis, row).every((value) => Math.abs(value) < 1e-9);
