"""Does with NumPy and SciPy (OpenBLAS, all cores) what src/kernels does: the peer of `bench/kernels/run.ts`. Prints one JSON object.

Usage: python numpy_kernels.py gemm N | inverse N | gram FOLDER
FOLDER holds indptr.i32, indices.i32 and weights.f32 of a sparse matrix of ones.
"""

import json
import sys
import time
from pathlib import Path

import numpy
from scipy import linalg, sparse

RANK = 256
CHECKED = 8


def timed(work):
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    return {"seconds": time.perf_counter() - wall, "cpuSeconds": time.process_time() - cpu}, result


def fastest(work, rounds):
    return min((timed(work) for _ in range(rounds)), key=lambda run: run[0]["seconds"])


def gemm(n: int) -> dict:
    random = numpy.random.default_rng(1)
    a = random.random((n, n), dtype=numpy.float32)
    b = random.random((n, n), dtype=numpy.float32)
    return {"matmul f32": fastest(lambda: a @ b, 4)[0]}


def inverse(n: int) -> dict:
    random = numpy.random.default_rng(1)
    half = random.random((n, RANK), dtype=numpy.float32) * 2 - 1
    matrix = half @ half.T + 20 * numpy.eye(n, dtype=numpy.float32)
    rounds = 3 if n <= 2000 else 1
    wide = matrix.astype(numpy.float64)
    narrow_run, inverted = fastest(lambda: numpy.linalg.inv(matrix), rounds)
    runs = {
        "numpy.linalg.inv f32": narrow_run,
        "scipy potrf + potri f32": fastest(lambda: by_cholesky(matrix), rounds)[0],
        "numpy.linalg.inv f64": fastest(lambda: numpy.linalg.inv(wide), rounds)[0],
    }
    columns = numpy.arange(CHECKED) * (n // CHECKED)
    product = wide @ inverted[:, columns].astype(numpy.float64)
    product[columns, numpy.arange(CHECKED)] -= 1
    return {**runs, "residual": float(numpy.abs(product).max())}


def by_cholesky(matrix):
    factor, _ = linalg.lapack.spotrf(matrix, lower=1)
    lower, _ = linalg.lapack.spotri(factor, lower=1)
    return numpy.tril(lower) + numpy.tril(lower, -1).T


def gram(folder: Path) -> dict:
    indptr = numpy.fromfile(folder / "indptr.i32", numpy.int32)
    indices = numpy.fromfile(folder / "indices.i32", numpy.int32)
    weights = numpy.fromfile(folder / "weights.f32", numpy.float32)
    matrix = sparse.csr_matrix((numpy.ones(len(indices), numpy.float32), indices, indptr))
    run, dense = timed(lambda: (matrix.T @ sparse.diags(weights) @ matrix).toarray())
    return {"scipy X.T @ W @ X": run, "sum": float(dense.sum(dtype=numpy.float64))}


task, argument = sys.argv[1:]
print(json.dumps(gram(Path(argument)) if task == "gram" else {"gemm": gemm, "inverse": inverse}[task](int(argument))))
