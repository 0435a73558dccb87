"""lenskit's implicit matrix factorisation (alternating least squares), 64 factors."""
from lenskit.als import ImplicitMFScorer
from lenskit_scores import lenskit_fit
from problem import answer

answer('lenskit_implicit_mf', lenskit_fit(ImplicitMFScorer(embedding_size=64)))
