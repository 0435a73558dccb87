import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { bridgeFilms, neighboursKept } from '#models/hybrid/bridge.ts';
import { bondsWith, contentOf, namesOf } from '../liking.ts';
import { featuresOf, handMade, reordered, type Facts } from '../worlds.ts';

/** Many films of the three families: some with few terms, some twice the same. */
const world: readonly Facts[] = Array.from({ length: 60 }, (_, n) => {
  const facts = handMade[n % 15] ?? handMade[0];
  const words = (facts?.terms['keyword'] ?? []).filter((__, at) => (n + at) % 3 !== 0);
  return {
    ...facts,
    terms: { ...facts?.terms, keyword: words, title: [`film ${n % 50}`] },
    votes: 200 + 997 * (n % 50),
    rating: 5 + (n % 50) / 20,
  };
});
const features = featuresOf(world);
const content = contentOf(features);
const ids = namesOf(features).map((name, film) => `${name}|${film}`);
const rated = [...ids.keys()].filter((film) => film % 3 === 0);
const films = rated.map((film) => ids[film] ?? '').toSorted();
const popularity = Float32Array.from(films, (_, at) => 0.01 + ((at * 37) % 90) / 100);
const likes = {
  films,
  popularity,
  indexOf: (id: string) => (films.includes(id) ? films.indexOf(id) : undefined),
};
const bridge = bridgeFilms(content, likes, ids);

/** Bond of each rated film (by column) with one film, by asking one film at a time. */
function bondsOf(film: number): { at: number; bond: number }[] {
  return films.map((id, at) => ({ at, bond: bondsWith(content, ids.indexOf(id))[film] ?? 0 }));
}

test('the neighbours are the rated films of the largest bonds; of equal ones, those whose columns come first', () => {
  for (const film of ids.keys()) {
    const row = bridge.row[film] ?? -1;
    assert.equal(bridge.column[film], likes.indexOf(ids[film] ?? '') ?? -1);
    assert.equal(row >= 0, film % 3 !== 0 && content.recommendable(film));
    if (row < 0) continue;
    const expected = bondsOf(film)
      .filter(({ bond }) => bond > 0)
      .toSorted((a, b) => b.bond - a.bond || a.at - b.at)
      .slice(0, neighboursKept);
    const places = Array.from({ length: neighboursKept }, (_, k) => row * neighboursKept + k);
    assert.deepEqual(
      places.map((k) => bridge.neighbours[k]),
      places.map((_, k) => expected[k]?.at ?? -1),
    );
    assert.deepEqual(
      places.map((k) => bridge.bonds[k]),
      places.map((_, k) => expected[k]?.bond ?? 0),
    );
  }
});

test('expected shares are least squares on fame, its square and esteem, worked out by slow descent', () => {
  const inputs = (film: number): number[] => {
    const f = (content.fame[film] ?? 0) - 9;
    return [1, f, f * f, (content.esteem[film] ?? 0) - 6.5];
  };
  const [lines, goal] = [rated.map(inputs), rated.map((film) => bridge.logShare[film] ?? 0)];
  // Coordinate descent on the ridge problem: each weight in turn is the best for the rest.
  const weights = [0, 0, 0, 0];
  for (let round = 0; round < 20_000; round++)
    for (const i of weights.keys()) {
      let [above, below] = [0, 1];
      for (const [at, x] of lines.entries()) {
        const rest = x.reduce((sum, value, j) => (j === i ? sum : sum + value * (weights[j] ?? 0)), 0);
        above += (x[i] ?? 0) * ((goal[at] ?? 0) - rest);
        below += (x[i] ?? 0) ** 2;
      }
      weights[i] = above / below;
    }
  const ceiling = Math.max(...goal);
  for (const film of ids.keys()) {
    if (film % 3 === 0)
      assert.equal(bridge.logShare[film], Math.fround(Math.log(popularity[bridge.column[film] ?? 0] ?? 1)));
    else {
      const expected = inputs(film).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
      assert.ok(Math.abs((bridge.logShare[film] ?? 0) - Math.min(ceiling, expected)) < 1e-4, `film ${film}`);
    }
  }
});

test('no film is expected to please more than the best liked one, however the parabola bends', () => {
  const few = { ...likes, films: films.slice(0, 2), popularity: Float32Array.of(0.02, 0.05) };
  const indexOf = (id: string): number | undefined => (few.films.includes(id) ? few.films.indexOf(id) : undefined);
  const { logShare } = bridgeFilms(content, { ...few, indexOf }, ids);
  assert.ok(logShare.every((share) => Number.isFinite(share) && share <= Math.fround(Math.log(0.05)) + 1e-6));
});

test('twice the same, and the same in another order of the catalogue', () => {
  assert.deepEqual(bridgeFilms(content, likes, ids), bridge);
  const order = shuffle([...ids.keys()], seededRandom(3));
  const moved = contentOf(reordered(features, order));
  const again = bridgeFilms(
    moved,
    likes,
    order.map((film) => ids[film] ?? ''),
  );
  for (const [at, film] of order.entries()) {
    assert.equal(again.column[at], bridge.column[film]);
    assert.ok(Math.abs((again.logShare[at] ?? 0) - (bridge.logShare[film] ?? 0)) < 1e-4);
    const [row, other] = [bridge.row[film] ?? -1, again.row[at] ?? -1];
    assert.equal(other >= 0, row >= 0);
    if (row < 0) continue;
    const bonds = (of: typeof bridge, from: number): Float32Array =>
      of.bonds.subarray(from * neighboursKept, (from + 1) * neighboursKept);
    for (const [k, bond] of bonds(bridge, row).entries())
      assert.ok(Math.abs(bond - (bonds(again, other)[k] ?? 0)) < 1e-5, `film ${film}`);
  }
});

test('without any rated film there is nothing to tie to, and with all of them nothing to tie', () => {
  const none = { films: [], popularity: new Float32Array(0), indexOf: () => undefined };
  const alone = bridgeFilms(content, none, ids);
  assert.ok(alone.column.every((at) => at === -1) && alone.neighbours.every((at) => at === -1));
  assert.ok(alone.logShare.every(Number.isFinite));
  const all = {
    films: ids,
    popularity: new Float32Array(ids.length).fill(0.1),
    indexOf: (id: string) => ids.indexOf(id),
  };
  assert.equal(bridgeFilms(content, all, ids).neighbours.length, 0);
});
