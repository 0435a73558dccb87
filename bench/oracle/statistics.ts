/** Prints what bench/oracle/statistics.py prints, by our kernels. */
import { changePoints } from '#kernels/statistics/change-points.ts';
import { benjaminiHochberg } from '#kernels/statistics/false-discovery.ts';
import { logOdds } from '#kernels/statistics/log-odds.ts';
import { normalCdf, normalQuantile, twoSided } from '#kernels/statistics/normal.ts';
import { quantile, quantileInterval } from '#kernels/statistics/quantile.ts';
import { kendallTau } from '#kernels/statistics/rank-agreement.ts';
import { binomialCdf, incompleteBeta, logGamma } from '#kernels/statistics/special.ts';
import { studentQuantile } from '#kernels/statistics/student.ts';
import { wilson } from '#kernels/statistics/wilson.ts';

/** Nine digits, the exponent with two as C writes it. */
const digits = (value: number): string => value.toExponential(8).replace(/e([+-])(\d)$/, 'e$10$2');

function show(name: string, ...values: number[]): void {
  console.log([name, ...values.map(digits)].join(' '));
}

for (const z of [-8, -3.1, -1.96, 0.3, 2.99, 3.01]) {
  show(`normal cdf ${z}`, normalCdf(z));
  show(`two-sided ${z}`, twoSided(z));
}
for (const p of [1e-20, 0.001, 0.025, 0.3, 0.9, 0.975]) show(`normal quantile ${p}`, normalQuantile(p));
for (const [p, degrees] of [
  [0.975, 1],
  [0.975, 9],
  [0.6, 4],
  [0.005, 30],
] as const)
  show(`student quantile ${p} ${degrees}`, studentQuantile(p, degrees));
for (const x of [0.001, 0.5, 3.7, 9.9, 123.4, 1_000_000]) show(`log gamma ${x}`, logGamma(x));
for (const [a, b, x] of [
  [2, 3, 0.4],
  [0.5, 0.5, 0.1],
  [500, 700, 0.41],
  [140_000, 140_000, 0.501],
  [1, 30, 0.02],
] as const)
  show(`incomplete beta ${a} ${b} ${x}`, incompleteBeta(a, b, x));
for (const [k, n, p] of [
  [3, 10, 0.2],
  [0, 30, 0.02],
  [150, 300, 0.48],
  [9, 10, 0.9],
] as const)
  show(`binomial cdf ${k} ${n} ${p}`, binomialCdf(k, n, p));
for (const [k, n, level] of [
  [81, 263, 0.95],
  [15, 148, 0.9],
  [0, 20, 0.95],
  [1, 29, 0.99],
] as const) {
  const { low, high } = wilson(k, n, level);
  show(`wilson ${k} ${n} ${level}`, low, high);
}

const values = Float64Array.from({ length: 60 }, (_, i) => (((i + 1) * 37) % 101) ** 1.5).sort();
for (const p of [0.1, 0.25, 0.5, 0.75, 0.9]) {
  show(`quantile ${p}`, quantile(values, p));
  const { low, high } = quantileInterval(values, p);
  show(`quantile interval ${p}`, low, high);
}

show('benjamini-hochberg', ...benjaminiHochberg(Float64Array.of(0.01, 0.04, 0.03, 0.005, 0.9, 0.03, 0.0001)));
show('kendall', kendallTau(Float64Array.of(1, 2, 2, 4, 5, 1, 9), Float64Array.of(2, 1, 2, 2, 7, 8, 9)));

const odds = logOdds(Float64Array.of(12, 0, 130), Float64Array.of(100, 40, 900), Float64Array.of(0.5, 2, 4), {
  target: 250,
  rest: 4000,
  prior: 10,
});
show('log-odds delta', ...odds.delta);
show('log-odds variance', ...odds.variance);
show('log-odds z', ...odds.z);

const x = Float64Array.from({ length: 50 }, (_, k) => 1960 + k);
const y = x.map(
  (year) => (year < 1985 ? 90 + 0.4 * (year - 1960) : 104 - 0.1 * (year - 1985)) + 1.5 * Math.sin(year * year),
);
const found = changePoints(
  x,
  y,
  x.map(() => 1),
  { most: 2, least: 8 },
);
show('changes at', ...found.at);
show('levels', ...found.level);
show('slopes', ...found.slope);
