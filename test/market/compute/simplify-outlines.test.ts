import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simplifyOutlines, type Outline } from '#market/compute/simplify-outlines.ts';
import { seededRandom } from '#kernels/random.ts';

/** A grid of squares whose borders tremble: neighbours share every point of theirs. */
function trembling(side: number, seed: number): Map<string, Outline> {
  const random = seededRandom(seed);
  const step = 10;
  const shaken = new Map<string, readonly [number, number]>();
  const at = (x: number, y: number): readonly [number, number] => {
    const key = `${x} ${y}`;
    const known = shaken.get(key) ?? ([2 + x / 100 + random() / 1000, 46 + y / 100 + random() / 1000] as const);
    shaken.set(key, known);
    return known;
  };
  const outlines = new Map<string, Outline>();
  for (let column = 0; column < side; column++)
    for (let row = 0; row < side; row++) {
      const [x, y] = [column * step, row * step];
      const ring = [
        ...Array.from({ length: step }, (_, k) => at(x + k, y)),
        ...Array.from({ length: step }, (_, k) => at(x + step, y + k)),
        ...Array.from({ length: step }, (_, k) => at(x + step - k, y + step)),
        ...Array.from({ length: step }, (_, k) => at(x, y + step - k)),
        at(x, y),
      ];
      outlines.set(`${column} ${row}`, [[ring]]);
    }
  return outlines;
}

const segments = (outline: Outline): string[] =>
  outline
    .flat()
    .flatMap((ring) =>
      ring.slice(1).map((point, at) => [point, ring[at] ?? point].map(String).toSorted().join(' to ')),
    );

test('borders stay shared, and lose points', () => {
  for (const seed of [1, 2, 3]) {
    const before = trembling(3, seed);
    const after = simplifyOutlines(before, 0.002);
    const count = new Map<string, number>();
    for (const outline of after.values())
      for (const one of segments(outline)) count.set(one, (count.get(one) ?? 0) + 1);
    // 3 × 3 squares: 12 borders inside, each of two squares
    const inside = [...count.values()].filter((times) => times === 2).length;
    assert.ok(inside >= 12, `${inside} segments are shared`);
    const [points, kept] = [before, after].map((some) => [...some.values()].flat(2).flat().length / 2);
    assert.ok((kept ?? 0) < (points ?? 0) / 3);
    for (const outline of after.values())
      for (const ring of outline.flat()) {
        assert.deepEqual(ring[0], ring.at(-1), 'a ring is closed');
        assert.ok(ring.length >= 4);
      }
    // a border is inside two outlines or on the edge of one: nothing else
    assert.ok([...count.values()].every((times) => times <= 2));
  }
});

test('a tolerance of nothing changes nothing but where a ring begins', () => {
  const before = trembling(2, 9);
  const after = simplifyOutlines(before, 0);
  for (const [code, outline] of before)
    assert.deepEqual(segments(after.get(code) ?? []).toSorted(), segments(outline).toSorted());
});

test('an island alone keeps its shape; what shrinks to a line is left out', () => {
  const circle = Array.from({ length: 60 }, (_, at) => {
    const angle = (2 * Math.PI * (at % 60)) / 60;
    return [2 + 0.1 * Math.cos(angle), 46 + 0.1 * Math.sin(angle)] as const;
  });
  const island: Outline = [[[...circle, circle[0] ?? [2, 46]]]];
  const speck: Outline = [
    [
      [
        [0, 0],
        [0.001, 0],
        [0.001, 0.001],
        [0, 0],
      ],
    ],
  ];
  const after = simplifyOutlines(
    new Map([
      ['island', island],
      ['speck', speck],
    ]),
    0.01,
  );
  const ring = after.get('island')?.[0]?.[0] ?? [];
  assert.ok(ring.length >= 6 && ring.length < 30, `${ring.length} points`);
  assert.deepEqual(after.get('speck'), []);
});
