import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { normalCdf, normalQuantile, twoSided } from '#kernels/statistics/normal.ts';
import { binomialCdf, incompleteBeta, logGamma } from '#kernels/statistics/special.ts';
import { studentQuantile } from '#kernels/statistics/student.ts';

const near = (found: number, expected: number, tolerance: number): void =>
  assert.ok(
    Math.abs(found - expected) <= tolerance * Math.max(1e-300, Math.abs(expected)),
    `${found}, not ${expected}`,
  );
const positive = fc.double({ min: 0.05, max: 300, noNaN: true });
const within = fc.double({ min: 0.001, max: 0.999, noNaN: true });

/** The integral of f from a to b, Simpson's rule. */
function integral(f: (x: number) => number, a: number, b: number, steps = 4000): number {
  const h = (b - a) / steps;
  let sum = f(a) + f(b);
  for (let k = 1; k < steps; k++) sum += f(a + k * h) * (k % 2 === 1 ? 4 : 2);
  return (sum * h) / 3;
}

test('the normal distribution at the points of published tables', () => {
  // Abramowitz & Stegun 1964, tables 26.1 and 26.2; the far tail by SciPy.
  near(normalCdf(1), 0.841344746068543, 1e-14);
  near(normalCdf(2), 0.977249868051821, 1e-14);
  near(normalCdf(-3), 0.0013498980316301, 1e-13);
  near(normalCdf(-5), 2.866515718791939e-7, 1e-13);
  near(normalCdf(-8), 6.220960574271785e-16, 1e-12);
  near(normalCdf(-20), 2.753624118606234e-89, 1e-12);
  assert.equal(normalCdf(0), 0.5);
  assert.equal(normalCdf(Infinity), 1);
  assert.equal(normalCdf(-Infinity), 0);
  assert.ok(Number.isNaN(normalCdf(Number.NaN)));
  // The test values of Wichura 1988.
  near(normalQuantile(0.25), -0.6744897501960817, 1e-15);
  near(normalQuantile(0.001), -3.090232306167814, 1e-15);
  near(normalQuantile(1e-20), -9.262340089798407, 1e-15);
  near(normalQuantile(0.975), 1.959963984540054, 1e-15);
  assert.deepEqual([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)], [-Infinity, Infinity, 0]);
  assert.ok(Number.isNaN(normalQuantile(-0.1)) && Number.isNaN(normalQuantile(1.1)));
  near(twoSided(1.959963984540054), 0.05, 1e-13);
  near(twoSided(-2.5758293035489004), 0.01, 1e-13);
  assert.equal(twoSided(0), 1);
});

test('the normal distribution is the integral of its density, and its quantile the way back', () => {
  const density = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  fc.assert(
    fc.property(fc.double({ min: -7, max: 7, noNaN: true }), (z) => {
      assert.ok(Math.abs(normalCdf(z) - 0.5 - integral(density, 0, z, 400)) < 1e-10);
      assert.ok(Math.abs(normalCdf(z) + normalCdf(-z) - 1) < 1e-14);
      const tail = normalCdf(-Math.abs(z));
      near(normalCdf(normalQuantile(tail)), tail, 1e-11);
    }),
  );
});

test('the logarithm of the gamma function: factorials, halves, and the step from x to x + 1', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    factorial *= n;
    near(Math.exp(logGamma(n + 1)), factorial, 1e-12);
  }
  near(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
  // By SciPy.
  near(logGamma(1e6), 12815504.569147611, 1e-14);
  fc.assert(
    fc.property(positive, (x) => {
      assert.ok(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) < 1e-11 * Math.max(1, logGamma(x + 1)));
    }),
  );
  assert.equal(logGamma(0), Infinity);
  assert.ok(Number.isNaN(logGamma(-1)));
});

test('the incomplete beta function where it has a formula', () => {
  fc.assert(
    fc.property(positive, within, (a, x) => {
      near(incompleteBeta(1, 1, x), x, 1e-13);
      near(incompleteBeta(a, 1, x), x ** a, 1e-11);
      near(1 - incompleteBeta(1, a, x), (1 - x) ** a, 1e-9 / Math.max(1e-9, (1 - x) ** a));
      near(incompleteBeta(0.5, 0.5, x), (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-12);
      near(incompleteBeta(a, a, 0.5), 0.5, 1e-11);
    }),
  );
  assert.deepEqual([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)], [0, 1]);
  assert.ok(Number.isNaN(incompleteBeta(0, 1, 0.5)));
});

test('the incomplete beta function is the integral of its density', () => {
  const parameter = fc.double({ min: 1.5, max: 60, noNaN: true });
  // With t = sin² u the density has no steep edge.
  const folded = (a: number, b: number, u: number): number =>
    2 * Math.sin(u) ** (2 * a - 1) * Math.cos(u) ** (2 * b - 1) * Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b));
  fc.assert(
    fc.property(parameter, parameter, within, (a, b, x) => {
      const expected = integral((u) => folded(a, b, u), 0, Math.asin(Math.sqrt(x)));
      assert.ok(Math.abs(incompleteBeta(a, b, x) - expected) < 1e-9);
      assert.ok(Math.abs(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x) - 1) < 1e-12);
    }),
    { numRuns: 50 },
  );
});

test('a binomial distribution is the sum of its terms', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -2, max: 62 }), within, (n, k, p) => {
      let term = (1 - p) ** n;
      let sum = 0;
      for (let i = 0; i <= Math.min(k, n); i++) {
        sum += term;
        term *= ((n - i) / (i + 1)) * (p / (1 - p));
      }
      // The terms start from (1 - p)^n, which is nothing when it underflows; 0.999^60 is far from that.
      assert.ok(Math.abs(binomialCdf(k, n, p) - sum) < 1e-9, `${binomialCdf(k, n, p)}, not ${sum}`);
    }),
  );
});

test("Student's quantiles as printed in tables", () => {
  // Abramowitz & Stegun 1964, table 26.10, with more digits by SciPy.
  near(studentQuantile(0.975, 1), 12.706204736432, 1e-9);
  near(studentQuantile(0.975, 10), 2.22813885196494, 1e-9);
  near(studentQuantile(0.995, 5), 4.03214298355523, 1e-9);
  near(studentQuantile(0.025, 3), -3.18244630528371, 1e-9);
  near(studentQuantile(0.975, 1e6), normalQuantile(0.975), 1e-5);
  assert.deepEqual([studentQuantile(0, 4), studentQuantile(1, 4)], [-Infinity, Infinity]);
});
