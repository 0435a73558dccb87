"""The statistics by NumPy and SciPy, a value a line: what bench/oracle/statistics.ts prints of ours must be the same.

    python bench/oracle/statistics.py > theirs.txt; node_modules/.bin/node bench/oracle/statistics.ts | diff theirs.txt -

Needs numpy and scipy, no catalogue.
"""

from itertools import combinations

import numpy as np
from scipy import special, stats


def show(name: str, *values: float) -> None:
    print(name, *(f"{value:.8e}" for value in np.ravel(values)))


for z in [-8, -3.1, -1.96, 0.3, 2.99, 3.01]:
    show(f"normal cdf {z}", stats.norm.cdf(z))
    show(f"two-sided {z}", 2 * stats.norm.sf(abs(z)))
for p in [1e-20, 0.001, 0.025, 0.3, 0.9, 0.975]:
    show(f"normal quantile {p}", stats.norm.ppf(p))
for p, degrees in [(0.975, 1), (0.975, 9), (0.6, 4), (0.005, 30)]:
    show(f"student quantile {p} {degrees}", stats.t.ppf(p, degrees))
for x in [0.001, 0.5, 3.7, 9.9, 123.4, 1000000]:
    show(f"log gamma {x}", special.gammaln(x))
for a, b, x in [(2, 3, 0.4), (0.5, 0.5, 0.1), (500, 700, 0.41), (140000, 140000, 0.501), (1, 30, 0.02)]:
    show(f"incomplete beta {a} {b} {x}", special.betainc(a, b, x))
for k, n, p in [(3, 10, 0.2), (0, 30, 0.02), (150, 300, 0.48), (9, 10, 0.9)]:
    show(f"binomial cdf {k} {n} {p}", stats.binom.cdf(k, n, p))
for k, n, level in [(81, 263, 0.95), (15, 148, 0.9), (0, 20, 0.95), (1, 29, 0.99)]:
    found = stats.binomtest(k, n).proportion_ci(level, method="wilson")
    show(f"wilson {k} {n} {level}", found.low, found.high)

values = np.sort((np.arange(1, 61) * 37 % 101) ** 1.5)
for p in [0.1, 0.25, 0.5, 0.75, 0.9]:
    show(f"quantile {p}", np.quantile(values, p))
    n = len(values)
    place = (n - 1) * p
    # P(the j-th of a resample <= the value of rank r), for every r at once.
    reach = lambda j: stats.beta.cdf(np.arange(1, n + 1) / n, j, n - j + 1)
    low = np.searchsorted(reach(int(np.floor(place + 1e-9)) + 1), 0.025)
    high = np.searchsorted(reach(int(np.ceil(place - 1e-9)) + 1), 0.975)
    show(f"quantile interval {p}", values[low], values[high])

show("benjamini-hochberg", stats.false_discovery_control([0.01, 0.04, 0.03, 0.005, 0.9, 0.03, 0.0001]))
a, b = [1, 2, 2, 4, 5, 1, 9], [2, 1, 2, 2, 7, 8, 9]
show("kendall", stats.kendalltau(a, b).statistic)

prior = np.array([0.5, 2, 4])
target, rest = np.array([12, 0, 130]) + prior, np.array([100, 40, 900]) + prior
odds = lambda y, n: y / (n + 10 - y)
delta = np.log(odds(target, 250)) - np.log(odds(rest, 4000))
variance = 1 / target + 1 / (260 - target) + 1 / rest + 1 / (4010 - rest)
show("log-odds delta", delta)
show("log-odds variance", variance)
show("log-odds z", delta / np.sqrt(variance))

x = np.arange(1960, 2010)
y = np.where(x < 1985, 90 + 0.4 * (x - 1960), 104 - 0.1 * (x - 1985)) + 1.5 * np.sin(x * x)
n, least, most = len(x), 8, 2


def lines(starts):
    ends = [*starts[1:], n]
    fits = [np.polyfit(x[s:e] - x[s], y[s:e], 1) for s, e in zip(starts, ends)]
    left = [y[s:e] - np.polyval(f, x[s:e] - x[s]) for f, s, e in zip(fits, starts, ends)]
    return fits, np.concatenate(left)


def best(changes):
    placings = ((0, *c) for c in combinations(range(least, n - least + 1), changes))
    wide = (p for p in placings if all(e - s >= least for s, e in zip(p, [*p[1:], n])))
    return min(wide, key=lambda p: np.sum(lines(p)[1] ** 2))


bests = [best(k) for k in range(most + 1)]
rest_of_most = lines(bests[-1])[1]
alike = np.clip(np.sum(rest_of_most[1:] * rest_of_most[:-1]) / np.sum(rest_of_most**2) + 2 * (most + 1) / n, 0, 0.9)
misfit = [
    n * (1 - alike) / (1 + alike) * np.log(np.sum(lines(p)[1] ** 2)) + (2 + 3 * k) * np.log(n) * n / (n - 3 - 3 * k)
    for k, p in enumerate(bests)
]
chosen = bests[int(np.argmin(misfit))]
fits, _ = lines(chosen)
show("changes at", *(x[s] for s in chosen[1:]))
show("levels", *(f[1] for f in fits))
show("slopes", *(f[0] for f in fits))
