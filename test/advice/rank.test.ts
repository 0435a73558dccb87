import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { judgeNiches, type NicheCell } from '#advice/judge.ts';
import { nicheKey } from '#advice/niche.ts';
import { objectionsTo } from '#advice/objections.ts';
import { rankNiches } from '#advice/rank.ts';
import { seededRandom } from '#kernels/random.ts';
import { locality } from './a-place.ts';

const genres = ['Comedy', 'Action', 'Horror', 'War', 'Western', 'Romance', 'Thriller', 'Music'];

/** Niches of like films, with ratings drawn around `truth`. */
function world(truth: (niche: NicheCell) => number, films: (at: number) => number, seed = 1): NicheCell[] {
  const random = seededRandom(seed);
  const gauss = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return genres.flatMap((genre, row) =>
    [1960, 1980, 2000].map((decade, column): NicheCell => {
      const cell = {
        genre,
        decade,
        origin: 'american' as const,
        films: films(row * 3 + column),
        rated: 0,
        premium: 0,
        squares: 0,
        labelled: 0,
      };
      const ratings = Array.from({ length: cell.films }, () => truth(cell) + gauss());
      return {
        ...cell,
        rated: ratings.length,
        premium: ratings.reduce((sum, rating) => sum + rating, 0),
        squares: ratings.reduce((sum, rating) => sum + rating ** 2, 0),
      };
    }),
  );
}

test('a niche of too few films is none; a like of fewer than five people is not counted', () => {
  const cells = world(
    () => 0,
    (at) => (at === 0 ? 11 : 30),
  );
  const first = cells.find(({ films }) => films === 30);
  assert.ok(first !== undefined);
  const key = nicheKey(first);
  assert.equal(judgeNiches(cells, locality).length, 23);
  const liked = (people: number) =>
    judgeNiches(cells, locality, new Map([[key, { people, lift: 4 }]]), nicheKey).find(
      (niche) => nicheKey(niche) === key,
    );
  assert.equal(liked(4)?.liking, null);
  assert.deepEqual(liked(5)?.liking, { people: 5, lift: 4 });
  assert.ok((liked(400)?.fit.lift ?? 0) > (liked(5)?.fit.lift ?? 9));
  assert.equal(liked(4)?.fit.lift, judgeNiches(cells, locality).find((niche) => nicheKey(niche) === key)?.fit.lift);
});

test('esteem: chance is shrunk to none, a true premium is found, and its interval covers it', () => {
  const none = judgeNiches(
    world(
      () => 0,
      () => 40,
      7,
    ),
    locality,
  );
  assert.ok(Math.max(...none.map(({ esteem }) => Math.abs(esteem?.premium ?? 9))) < 0.2);
  // normal premiums of deviation .5 between niches, 1 within: 95 % intervals, over 40 worlds
  let covered = 0;
  let asked = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed * 77);
    const gauss = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const truth = new Map<string, number>();
    const of = (niche: NicheCell): number => {
      const key = nicheKey(niche);
      const known = truth.get(key) ?? 0.5 * gauss();
      truth.set(key, known);
      return known;
    };
    for (const niche of judgeNiches(
      world(of, (at) => 12 + at * 4, seed),
      locality,
    )) {
      const { premium = 0, spread = 0 } = niche.esteem ?? {};
      asked++;
      if (Math.abs(premium - of(niche)) <= 1.96 * spread) covered++;
    }
  }
  assert.ok(Math.abs(covered / asked - 0.95) < 0.03, `${covered} of ${asked}`);
});

test('a niche that is best in every way holds its rank; equals do not, and are told so', () => {
  const cells = world(
    (niche) => (niche.genre === 'Comedy' && niche.decade === 1980 ? 2 : 0),
    (at) => (at === 1 ? 600 : 20 + at),
  );
  const even = { supply: 1, esteem: 1, fit: 1 };
  const ranked = rankNiches(judgeNiches(cells, locality), locality, { weights: even });
  const [first, second] = ranked;
  assert.equal(first?.genre, 'Comedy');
  assert.equal(first?.decade, 1980);
  assert.deepEqual([first?.best, first?.worst, first?.firstTenth], [1, 1, 1]);
  assert.ok(!objectionsTo(first ?? assert.fail(), 2026, ranked.length).some(({ kind }) => kind === 'fallsApart'));
  assert.ok((second?.worst ?? 0) > 2);
  const last = ranked.at(-1) ?? assert.fail();
  assert.ok(objectionsTo(last, 2026, ranked.length).some(({ kind }) => kind === 'fallsApart'));
  assert.ok(!objectionsTo(last, 2026, 4).some(({ kind }) => kind === 'fallsApart'));
});

test('the same question has the same answer, ranks are a permutation, and a lone weight ranks by its part', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom('supply', 'esteem', 'fit'), (seed, part) => {
      const judged = judgeNiches(
        world(
          ({ decade }) => (decade - 1980) / 40,
          (at) => 15 + 3 * at,
          seed,
        ),
        locality,
      );
      const weights = { supply: 0, esteem: 0, fit: 0, [part]: 2 };
      const ranked = rankNiches(judged, locality, { weights, draws: 50 });
      assert.deepEqual(ranked, rankNiches(judged, locality, { weights, draws: 50 }));
      assert.deepEqual(
        ranked.map(({ rank }) => rank),
        [...ranked.keys()].map((at) => at + 1),
      );
      const scores = ranked.map(({ parts }) => parts[part]);
      assert.deepEqual(
        scores,
        scores.toSorted((a, b) => b - a),
      );
      assert.ok(ranked.every(({ best, worst }) => best >= 1 && best <= worst && worst <= ranked.length));
    }),
    { numRuns: 20 },
  );
});
