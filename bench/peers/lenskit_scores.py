"""A scorer of lenskit trained on the likes, asked as its own pipelines ask it: a query with the viewer's films, every film to score."""
import numpy as np
import pandas as pd
from lenskit.data import ItemList, RecQuery, from_interactions_df
from lenskit.training import TrainingOptions


def lenskit_fit(scorer):
    def fit(train):
        coo = train.tocoo()
        data = from_interactions_df(pd.DataFrame({'user_id': coo.row, 'item_id': coo.col}))
        scorer.train(data, TrainingOptions(rng=1))
        every = ItemList(item_ids=np.arange(train.shape[1]))

        def score(rows):
            return np.stack([
                scorer(RecQuery(user_items=ItemList(item_ids=rows.indices[rows.indptr[r]:rows.indptr[r + 1]])), every).scores()
                for r in range(rows.shape[0])
            ])

        return score

    return fit
