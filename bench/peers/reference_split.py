"""Writes the split of the reference tool as a problem folder (see problem-folder.ts), so that figures compare one to one with its own.

  reference_split.py TOOL SET FOLDER     SET: ml-1m or letterboxd; TOOL: the path of the reference tool, which is imported, never copied"""
import importlib.util
import json
import os
import sys

import numpy as np


def load(path):
    spec = importlib.util.spec_from_file_location('reference_tool', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(path, which, folder):
    tool = load(path)
    big = which == 'letterboxd'
    likes = tool.likes_letterboxd() if big else tool.likes_ml1m()
    train, fold, hold = tool.unseen_viewers(likes, .05 if big else .1)
    fold, hold = fold[:1000], hold[:1000]
    os.makedirs(folder, exist_ok=True)
    coo = train.tocoo()
    with open(os.path.join(folder, 'train.csv'), 'wb') as out:
        rows = np.stack([coo.row, coo.col], 1)
        for start in range(0, len(rows), 500_000):
            out.write('\n'.join(f'{u},{i}' for u, i in rows[start:start + 500_000].tolist()).encode() + b'\n')
    liked = np.asarray(train.sum(0)).ravel().astype(np.float64)
    questions = []
    for label in ('1', '2', '3', '5', '10', '20', '80 %'):
        whole = label.endswith('%')
        baskets, targets = fold, hold
        if not whole:
            # As the tool draws them: a new generator of seed 1 for each size.
            rng = np.random.default_rng(1)
            baskets = [rng.choice(f, min(int(label), len(f)), replace=False) for f in fold]
            targets = [np.concatenate([h, np.setdiff1d(f, b)]) for f, h, b in zip(fold, hold, baskets)]
        name = ''.join(c for c in label if c.isalnum())
        write(folder, f'baskets-{name}', 'liked', baskets)
        write(folder, f'targets-{name}', 'films', targets)
        questions.append({'label': label, 'file': name, 'depth': 100 if whole else 10})
    with open(os.path.join(folder, 'problem.json'), 'w') as out:
        json.dump({'films': train.shape[1], 'viewers': train.shape[0], 'tailTargets': 5 if big else 3,
                   'head': np.argsort(-liked)[:200 if big else 150].tolist(), 'questions': questions}, out)


def write(folder, name, key, lists):
    with open(os.path.join(folder, name + '.jsonl'), 'w') as out:
        for at, films in enumerate(lists):
            out.write(json.dumps({'id': at, key: [int(film) for film in films]}) + '\n')


if __name__ == '__main__':
    main(*sys.argv[1:4])
