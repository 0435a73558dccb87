"""Times one training of implicit's alternating least squares, all cores. Prints one line of JSON.

Usage: python implicit_als_time.py FOLDER FACTORS ITERATIONS; the folder as numpy_buckets.py reads it."""
import json
import os
import resource
import sys
import time
from pathlib import Path

# What implicit asks for: its own threads, one each for the products inside them.
os.environ['OPENBLAS_NUM_THREADS'] = '1'

import numpy as np
from implicit.als import AlternatingLeastSquares
from scipy import sparse

folder, factors, iterations = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
problem = json.loads((folder / 'problem.json').read_text())
indptr, indices = np.fromfile(folder / 'indptr.i32', np.int32), np.fromfile(folder / 'indices.i32', np.int32)
shape = problem['viewers'], problem['films']
likes = sparse.csr_matrix((np.ones(len(indices), np.float32), indices, indptr), shape=shape)
wall, cpu = time.perf_counter(), time.process_time()
model = AlternatingLeastSquares(factors=factors, regularization=0.01, alpha=1, iterations=iterations, random_state=1)
model.fit(likes, show_progress=False)
print(json.dumps({
    'steps': [],
    'seconds': time.perf_counter() - wall,
    'cpuSeconds': time.process_time() - cpu,
    'peakMB': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
}))
