import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectSeats, learnShowUp, partiesOf, seatsOf, type Lesson } from '#demand/expected-seats.ts';
import { seededRandom } from '#kernels/random.ts';
import type { Parties } from '#state/attendance.ts';

const worlds = 2000;

/** Parties as people come to the cinema: mostly two. */
function drawParties(random: () => number, wishes: number): Parties {
  const sizes = Array.from({ length: wishes }, () => {
    const u = random();
    return u < 0.3 ? 1 : u < 0.75 ? 2 : u < 0.87 ? 3 : u < 0.96 ? 4 : 5;
  });
  return partiesOf(sizes.map((seats) => ({ seats })));
}

/** How many come when each party comes whole with probability p. */
function draw(random: () => number, parties: Parties, p: number): number {
  let come = 0;
  parties.forEach((count, at) => {
    for (let party = 0; party < count; party++) if (random() < p) come += at + 1;
  });
  return come;
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Marsaglia & Tsang 2000, with their lift for shapes under one. */
function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function beta(random: () => number, a: number, b: number): number {
  const [x, y] = [gamma(random, a), gamma(random, b)];
  return x / (x + y);
}

/** Past runs of films whose shares are around one mean. */
const drawLessons = (random: () => number, runs: number, mean: number, alike: number): Lesson[] =>
  Array.from({ length: runs }, () => {
    const parties = drawParties(random, 10 + Math.floor(random() * 30));
    const came = draw(random, parties, beta(random, mean * alike, (1 - mean) * alike));
    return { parties, came };
  });

function within({ low, high }: { low: number; high: number }, value: number): boolean {
  return value >= low && value <= high;
}

describe('the seats to be expected', () => {
  it('are in the 90 % interval nine times in ten when shares are as believed before anything was counted', () => {
    const random = seededRandom(20261123);
    const untaught = learnShowUp([]);
    let covered = 0;
    for (let world = 0; world < worlds; world++) {
      const mean = beta(random, 3, 7);
      const alike = [6, 12, 24, 48, 96][Math.floor(random() * 5)] ?? 6;
      const p = beta(random, mean * alike, (1 - mean) * alike);
      const parties = drawParties(random, 20 + Math.floor(random() * 60));
      if (within(expectSeats(untaught, parties), draw(random, parties, p))) covered++;
    }
    const share = covered / worlds;
    assert.ok(share >= 0.87 && share <= 0.93, `covered ${share}`);
  });

  for (const planted of [0.15, 0.3, 0.5])
    it(`are in it nine times in ten once a share of ${planted} was learnt from forty runs`, () => {
      const random = seededRandom(1000 * planted + 7);
      let [covered, tried] = [0, 0];
      // forty houses, each asked fifty times
      for (let house = 0; house < 40; house++) {
        const taught = learnShowUp(drawLessons(random, 40, planted, 12));
        for (let film = 0; film < worlds / 40; film++) {
          const p = beta(random, planted * 12, (1 - planted) * 12);
          const parties = drawParties(random, 20 + Math.floor(random() * 60));
          tried++;
          if (within(expectSeats(taught, parties), draw(random, parties, p))) covered++;
        }
      }
      const share = covered / tried;
      assert.ok(share >= 0.87 && share <= 0.93, `covered ${share}`);
    });

  it('narrow as runs are counted, and the share nears the planted one', () => {
    const random = seededRandom(5);
    const lessons = drawLessons(random, 60, 0.2, 24);
    const parties = drawParties(random, 40);
    const widths = [0, 5, 60].map((runs) => {
      const taught = learnShowUp(lessons.slice(0, runs));
      const { low, high } = expectSeats(taught, parties);
      return { seats: high - low, share: taught.interval.high - taught.interval.low, mean: taught.mean };
    });
    const [none, few, many] = widths;
    assert.ok(none !== undefined && few !== undefined && many !== undefined);
    assert.ok(none.seats > few.seats && few.seats > many.seats, JSON.stringify(widths));
    assert.ok(none.share > few.share && few.share > many.share, JSON.stringify(widths));
    assert.ok(Math.abs(none.mean - 0.3) < 0.01 && Math.abs(many.mean - 0.2) < 0.03, JSON.stringify(widths));
  });

  it('learn nothing from tickets of which nobody knows who had wished', () => {
    const parties = partiesOf(Array.from({ length: 30 }, () => ({ seats: 2 })));
    const unasked: Lesson[] = Array.from({ length: 10 }, () => ({ parties, came: null }));
    assert.deepEqual(learnShowUp(unasked), learnShowUp([]));
  });

  it('never leave what is possible, and bear counts that no parties make', () => {
    const parties = [0, 3, 0, 0, 0, 0, 0, 0, 0];
    for (const came of [0, 1, 5, 6, 60]) {
      const taught = learnShowUp([{ parties, came }]);
      const { low, mean, high } = expectSeats(taught, parties);
      assert.ok(0 <= low && low <= mean && mean <= high && high <= seatsOf(parties), `${low} ${mean} ${high}`);
      assert.ok(Math.abs(taught.next.reduce((sum, one) => sum + one, 0) - 1) < 1e-9);
    }
    assert.deepEqual(expectSeats(learnShowUp([{ parties: [], came: 1 }]), []), { low: 0, high: 0, mean: 0 });
  });
});
