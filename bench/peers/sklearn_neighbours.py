"""Answers baskets by scikit-learn's nearest neighbours by cosine on TF-IDF terms, in process and without reasons: the heart of the usual FastAPI
service. Prints one line of JSON.

Usage: python sklearn_neighbours.py FOLDER; it holds problem.json, and NAME.indptr.i32 and NAME.indices.i32 a family of terms (bench/recommend/run.ts)."""
import json
import sys
import time
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.neighbors import NearestNeighbors

folder = Path(sys.argv[1])
problem = json.loads((folder / 'problem.json').read_text())
parts = []
for family in problem['families']:
    indptr = np.fromfile(folder / f"{family['name']}.indptr.i32", np.int32)
    indices = np.fromfile(folder / f"{family['name']}.indices.i32", np.int32)
    parts.append(sparse.csr_matrix((np.ones(len(indices), np.float32), indices, indptr), shape=(len(indptr) - 1, family['columns'])))
terms = TfidfTransformer().fit_transform(sparse.hstack(parts, 'csr')).astype(np.float32)
size = 5 + problem['top']
neighbours = NearestNeighbors(n_neighbors=size, metric='cosine', algorithm='brute').fit(terms)
milliseconds, processor = [], []
for basket in problem['baskets']:
    cpu, start = time.process_time(), time.perf_counter()
    query = sparse.csr_matrix(terms[basket].mean(axis=0))
    _, found = neighbours.kneighbors(query)
    liked = set(basket)
    answer = [int(film) for film in found[0] if film not in liked][:problem['top']]
    milliseconds.append(1000 * (time.perf_counter() - start))
    processor.append(1000 * (time.process_time() - cpu))
megabytes = (terms.data.nbytes + terms.indices.nbytes + terms.indptr.nbytes) / 1e6
print(json.dumps({'milliseconds': milliseconds, 'processor': processor, 'megabytes': megabytes}))
