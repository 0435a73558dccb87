"""lenskit's EASE, at the regularisation of the second argument (its own is 1, which nobody uses on such data)."""
import sys

from lenskit.knn import EASEScorer
from lenskit_scores import lenskit_fit
from problem import answer

answer('lenskit_ease', lenskit_fit(EASEScorer(regularization=float(sys.argv[2]))))
