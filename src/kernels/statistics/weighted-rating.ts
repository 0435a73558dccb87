/**
 * A film's rating drawn towards the mean of all: v/(v+m)·R + m/(v+m)·C, R its rating by v votes. A film without a vote has C.
 * @param mean C, the mean rating of the films compared
 * @param weight m, how many votes the mean is worth; above 0
 * Source: IMDb's help pages on the Top 250; it is the shrunk mean of the votes.
 */
export const weightedRating = (rating: number, votes: number, mean: number, weight: number): number =>
  votes === 0 ? mean : (votes * rating + weight * mean) / (votes + weight);
