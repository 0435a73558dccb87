"""What every peer in Python shares: reads a problem folder (see problem-folder.ts), writes ranked lists.

A peer calls answer(name, fit): fit(train) gets the training likes (viewers x films, CSR of ones) and returns score(rows), from baskets
(rows x films, CSR of ones) to dense scores, higher is better. Arguments of the script: FOLDER [whatever the peer needs]."""
import json
import os
import sys
import time

import numpy as np
import scipy.sparse as sp


def read(folder):
    with open(os.path.join(folder, 'problem.json')) as file:
        problem = json.load(file)
    import pandas as pd
    pairs = pd.read_csv(os.path.join(folder, 'train.csv'), header=None, dtype=np.int32).to_numpy()
    shape = problem['viewers'], problem['films']
    return problem, sp.csr_matrix((np.ones(len(pairs), np.float32), (pairs[:, 0], pairs[:, 1])), shape=shape)


def rows_of(baskets, films):
    indptr = np.concatenate([[0], np.cumsum([len(basket) for basket in baskets])])
    indices = np.concatenate([np.sort(basket) for basket in baskets]).astype(np.int32) if baskets else np.zeros(0, np.int32)
    return sp.csr_matrix((np.ones(len(indices), np.float32), indices, indptr), shape=(len(baskets), films))


def best(scores, depth):
    """The indices of the highest scores, ties to the lower index; -inf and nan never."""
    scores = np.where(np.isnan(scores), -np.inf, scores)
    order = np.argsort(-scores, kind='stable')[:depth]
    return [int(film) for film in order if scores[film] > -np.inf]


def answer(name, fit):
    folder = sys.argv[1]
    problem, train = read(folder)
    out = os.path.join(folder, 'lists', name)
    os.makedirs(out, exist_ok=True)
    start = time.time()
    score = fit(train)
    fitted = time.time()
    head = np.array(problem['head'], int)
    for question in problem['questions']:
        with open(os.path.join(folder, f"baskets-{question['file']}.jsonl")) as file:
            asked = [json.loads(line) for line in file]
        with open(os.path.join(out, f"{question['file']}.jsonl"), 'w') as file:
            for first in range(0, len(asked), 200):
                block = asked[first:first + 200]
                scores = np.array(score(rows_of([one['liked'] for one in block], problem['films'])), dtype=np.float64)
                for one, row in zip(block, scores):
                    row[one['liked']] = -np.inf
                    top = best(row, question['depth'])
                    row[head] = -np.inf
                    file.write(json.dumps({'id': one['id'], 'films': top, 'tail': best(row, 10)}) + '\n')
    print(json.dumps({'fit': round(fitted - start, 2), 'ask': round(time.time() - fitted, 2)}))
