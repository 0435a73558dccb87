"""The reference tool's own denoising autoencoder (second argument: its path, third: the dropout, fourth: l2): our judge on its scores must give its figures."""
import sys

import numpy as np
from problem import answer
from reference_split import load

tool, dropout, l2 = load(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4])


def fit(train):
    weights = tool.edlae((train.T @ train).toarray().astype(np.float64), dropout, l2)
    return lambda rows: rows @ weights


answer('reference_edlae' if dropout else 'reference_ease', fit)
