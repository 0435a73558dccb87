import { asFilmIndex } from '#brand.ts';
import type { Stratum } from '#indicators/filters.ts';
import { indicator } from '#indicators/indicator.ts';
import { doubtfulOf, doubtfulWithin } from '#indicators/parts/doubtful.ts';
import { lengthStratum, medianWith, type MeasuredLengths } from '#indicators/parts/length-strata.ts';
import { leastVotesOfTop, manyVotes, withinOf } from '#indicators/queries/chosen-films.ts';
import { filmLengths, filmsOfYear, lengthsSetAside } from '#indicators/queries/film-lengths.ts';
import { lengthQuestion, lengthTitle, tellLength } from '#indicators/tell/film-length.ts';

const otherLimits = [40, 58, 60, 70];
/** The votes of which films of a stratum are. */
const votesOf: Readonly<Record<Stratum, number>> = { all: 0, voted: manyVotes, top: leastVotesOfTop };
const strata: readonly Stratum[] = ['all', 'voted', 'top'];

/** How long films last, year by year. */
export const filmLength = indicator<MeasuredLengths>({
  name: 'film-length',
  theme: 'films',
  filters: ['from', 'to', 'genre', 'country', 'stratum'],
  needs: ['lengths'],
  title: lengthTitle,
  question: lengthQuestion,
  async measure({ catalogue, today }, filters) {
    const doubtful = await doubtfulOf(catalogue);
    const within = withinOf(filters, today, doubtful);
    const rows = await catalogue.run(filmLengths, { ...within, feature: within.shortest, shortest: 1 });
    const [aside] = await catalogue.run(lengthsSetAside, {
      from: within.from,
      to: within.to,
      genre: within.genre,
      country: within.country,
      shortest: within.shortest,
      votes: votesOf[filters.stratum ?? 'all'],
    });
    const shown = strata.filter((stratum) => filters.stratum === null || filters.stratum === stratum);
    const measured = shown.map((stratum) => lengthStratum(rows, stratum));
    const last = measured.find(({ whole }) => whole !== null)?.whole?.later ?? null;
    const columns = shown.map((stratum) => (stratum === 'all' ? 'films' : stratum));
    return {
      strata: measured,
      television: aside?.television ?? 0,
      doubtful: await doubtfulWithin(catalogue, within),
      shorts: aside?.shorts ?? 0,
      limits:
        last === null
          ? []
          : otherLimits.map((minutes) => ({
              minutes,
              // The most voted are ranked among features: of shorter films there is nothing to say.
              medians: columns.map((column) =>
                column === 'top' && minutes < within.shortest
                  ? Number.NaN
                  : medianWith(rows, { ...last, shortest: minutes, column }).value,
              ),
            })),
      last: last === null ? null : { from: last.from, to: last.to },
      fiction: last === null ? Number.NaN : medianWith(rows, { ...last, column: 'fiction' }).value,
    };
  },
  tell: tellLength,
  async films({ catalogue, today }, filters, key) {
    const [stratum, year] = /^(all|voted|top):(\d{4})$/.exec(key)?.slice(1) ?? [];
    if (stratum === undefined || year === undefined) return null;
    const within = withinOf(filters, today, await doubtfulOf(catalogue));
    const only = { ...within, from: Number(year), to: Number(year), stratum };
    if (only.from < within.from || only.to > within.to) return [];
    return (await catalogue.run(filmsOfYear, only)).map(({ film }) => asFilmIndex(film));
  },
});
