import { asFilmIndex } from '#brand.ts';
import { indicator } from '#indicators/indicator.ts';
import { doubtfulOf, doubtfulWithin } from '#indicators/parts/doubtful.ts';
import { ratingsOf, voteClasses, type MeasuredRatings } from '#indicators/parts/ratings.ts';
import { withinOf } from '#indicators/queries/chosen-films.ts';
import { filmsOfVotes, ratedCount, ratingCounts } from '#indicators/queries/ratings-strata.ts';
import { ratingsQuestion, ratingsTitle, tellRatings } from '#indicators/tell/ratings-strata.ts';

/** How films are rated, by how many voted and by decade. */
export const ratingsStrata = indicator<MeasuredRatings>({
  name: 'ratings-strata',
  theme: 'esteem',
  filters: ['from', 'to', 'genre', 'country'],
  needs: ['votes'],
  title: ratingsTitle,
  question: ratingsQuestion,
  async measure({ catalogue, today }, filters) {
    const doubtful = await doubtfulOf(catalogue);
    const within = withinOf(filters, today, doubtful);
    const [count] = await catalogue.run(ratedCount, within);
    return {
      ...ratingsOf(await catalogue.run(ratingCounts, within)),
      films: count?.films ?? 0,
      rated: count?.rated ?? 0,
      doubtful: await doubtfulWithin(catalogue, within),
    };
  },
  tell: tellRatings,
  async films({ catalogue, today }, filters, key) {
    const [votes, decade] = /^([0-4]):(\d{4})$/.exec(key)?.slice(1) ?? [];
    const bounds = voteClasses[Number(votes)];
    if (bounds === undefined || decade === undefined) return null;
    const within = withinOf(filters, today, await doubtfulOf(catalogue));
    const rows = await catalogue.run(filmsOfVotes, {
      ...within,
      from: Math.max(within.from, Number(decade)),
      to: Math.min(within.to, Number(decade) + 9),
      least: bounds[0],
      below: bounds[1],
    });
    return rows.map(({ film }) => asFilmIndex(film));
  },
});
