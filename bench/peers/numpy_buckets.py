"""Trains the five matrices of src/models/collaborative with NumPy and SciPy (OpenBLAS, all cores): the same moments, the same systems, the same
pruning, each by the quickest way that they have. The peer of `bench/train/run.ts`. Prints one line of JSON.

Usage: python numpy_buckets.py FOLDER; it holds indptr.i32, indices.i32 and problem.json (see likes-folder.ts)."""
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
from scipy import linalg, sparse

MOST_SHARE = 0.8
LEAST_RIDGE = 2e-5

folder = Path(sys.argv[1])
problem = json.loads((folder / 'problem.json').read_text())
keep, shown = problem['keep'], problem['shown']
indptr = np.fromfile(folder / 'indptr.i32', np.int32)
indices = np.fromfile(folder / 'indices.i32', np.int32)
likes = sparse.csr_matrix((np.ones(len(indices), np.float32), indices, indptr), shape=(problem['viewers'], problem['films']))
n = problem['films']
sizes = np.diff(indptr).astype(np.float64)
steps, started = [], (time.perf_counter(), time.process_time())
last = started


def step(name):
    global last
    now = time.perf_counter(), time.process_time()
    steps.append({'step': name, 'seconds': now[0] - last[0], 'cpuSeconds': now[1] - last[1]})
    last = now


def gram(weights):
    """X' diag(w) X; half the rows are enough of it, but SciPy has no symmetric product."""
    rows = np.flatnonzero(weights)
    half = sparse.diags(np.sqrt(weights[rows]).astype(np.float32)) @ likes[rows]
    return (half.T @ half).toarray()


def prune(weights):
    np.fill_diagonal(weights, 0)
    if keep >= n:
        columns = np.tile(np.arange(n), (n, 1))
    else:
        columns = np.sort(np.argpartition(np.abs(weights), n - keep, axis=1)[:, n - keep:], axis=1)
    return columns, np.take_along_axis(weights, columns, axis=1)


def pack(columns, values):
    scales = np.abs(values).max(axis=1, keepdims=True) / 32767
    return columns.astype(np.uint16), np.rint(values / np.where(scales > 0, scales, 1)).astype(np.int16), scales


def drawn(bucket, common):
    k = bucket['draw']['films'] if 'films' in bucket['draw'] else None
    w = np.where(sizes >= 2, np.maximum(sizes, 1) ** -bucket['viewerExponent'], 0)
    wanted = np.full_like(sizes, k) if k else np.rint(bucket['draw']['share'] * sizes)
    size = np.minimum(np.maximum(1, wanted), np.maximum(1, np.floor(MOST_SHARE * sizes)))
    with np.errstate(divide='ignore', invalid='ignore'):
        pairs = np.where(w > 0, w * size * (size - 1) / (sizes * (sizes - 1)), 0)
        leads = np.where(w > 0, w * size * (sizes - size) / (sizes * (sizes - 1)), 0)
        x = likes.T @ np.where(w > 0, w * size / sizes, 0)
        y = likes.T @ np.where(w > 0, w * (sizes - size) / sizes, 0)
    if common:
        g, h, apart = common
        leading = np.multiply(h, np.float32(k))
        leading -= np.float32(k * k) * g
        leading += gram(np.where(apart, leads, 0))
        together = None
        if k > 1:
            together = np.multiply(g, np.float32(k * (k - 1)))
            together += gram(np.where(apart, pairs, 0))
    else:
        leading, together = gram(leads), None if k == 1 else gram(pairs)
    np.fill_diagonal(leading, 0)
    total = w.sum()
    strength = max(bucket['ridge'] * (w * size).sum() / max(1, (w > 0).sum()), LEAST_RIDGE * x.max(), 1e-9)
    leading -= np.outer((x / total).astype(np.float32), y.astype(np.float32))
    diagonal = x + strength
    if k == 1:
        share = (x / diagonal).astype(np.float32)
        shared = (share @ leading) / (total - float(share @ x))
        leading += np.outer(x.astype(np.float32), shared.astype(np.float32))
        weights = leading / diagonal[:, None].astype(np.float32)
    else:
        together -= np.outer((x / total).astype(np.float32), x.astype(np.float32))
        np.fill_diagonal(together, diagonal - x * x / total)
        factor = linalg.cho_factor(together, lower=True, overwrite_a=True, check_finite=False)
        weights = linalg.cho_solve(factor, leading, overwrite_b=True, check_finite=False)
    columns, values = prune(weights)
    brought = np.bincount(columns.ravel(), (values * x[:, None]).ravel(), minlength=n)
    return columns, values, (y - brought) / total


def denoised(bucket):
    w = np.where(sizes > 0, np.maximum(sizes, 1) ** -bucket['viewerExponent'], 0)
    counts = np.bincount(indices, minlength=n).astype(np.float64)
    matrix = gram(w)
    p = bucket['dropout']
    penalty = max(bucket['l2'], LEAST_RIDGE * matrix.diagonal().max(), 1e-9) + p / (1 - p) * counts
    matrix[np.diag_indices(n)] += penalty.astype(np.float32)
    factor, _ = linalg.lapack.spotrf(matrix.T, lower=1, overwrite_a=1)
    half, _ = linalg.lapack.spotri(factor, lower=1, overwrite_c=1)
    inverse = np.tril(half) + np.tril(half, -1).T
    lean = np.maximum(counts, 1) ** bucket['filmExponent']
    scale = np.maximum(penalty, (1 - bucket['relaxation']) / inverse.diagonal())
    inverse *= lean[:, None].astype(np.float32)
    inverse *= (-scale / lean).astype(np.float32)
    return (*prune(inverse), np.zeros(n))


sharing = {}
for bucket in problem['buckets']:
    if 'films' in bucket.get('draw', {}):
        sharing.setdefault(bucket['viewerExponent'], []).append(bucket['draw']['films'])
held = None
for at, bucket in enumerate(problem['buckets']):
    exponent = bucket['viewerExponent']
    shares = 'films' in bucket.get('draw', {}) and len(sharing[exponent]) > 1
    if not shares:
        held = None
    elif held is None or held[0] != exponent:
        apart = (sizes >= 2) & (sizes < np.ceil(max(sharing[exponent]) / MOST_SHARE))
        w = np.where((sizes >= 2) & ~apart, np.maximum(sizes, 1) ** -exponent, 0)
        with np.errstate(divide='ignore', invalid='ignore'):
            g = gram(np.where(w > 0, w / (sizes * (sizes - 1)), 0))
            h = gram(np.where(w > 0, w / (sizes - 1), 0))
        held = exponent, (g, h, apart)
        step('films liked together')
    columns, values, intercept = drawn(bucket, held and held[1]) if 'draw' in bucket else denoised(bucket)
    pack(columns, values)
    step(f"baskets of {bucket['name']}")
    rows = np.full((len(shown), n), np.nan, np.float32)
    for r, film in enumerate(shown):
        rows[r, columns[film]] = values[film]
    rows.tofile(folder / f'numpy-{at}.f32')
    del columns, values
    last = time.perf_counter(), time.process_time()
print(json.dumps({
    'steps': steps,
    'seconds': sum(one['seconds'] for one in steps),
    'cpuSeconds': sum(one['cpuSeconds'] for one in steps),
    'peakMB': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
}))
