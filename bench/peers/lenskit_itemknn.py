"""lenskit's item-based nearest neighbours on likes, at most 20 neighbours a score (its own setting)."""
from lenskit.knn import ItemKNNScorer
from lenskit_scores import lenskit_fit
from problem import answer

answer('lenskit_itemknn', lenskit_fit(ItemKNNScorer(feedback='implicit')))
