import { asFilmIndex } from '#brand.ts';
import { indicator } from '#indicators/indicator.ts';
import {
  comparisonOf,
  home,
  lastRecommended,
  recommendedOf,
  recentYears,
  type MeasuredRecommended,
} from '#indicators/parts/recommended.ts';
import { chosenFor } from '#indicators/parts/measure-shares.ts';
import { stratumOf } from '#indicators/parts/usual-stratum.ts';
import type { Chosen } from '#indicators/queries/chosen-films.ts';
import {
  recommendedByCountry,
  recommendedByYear,
  recommendedFilms,
  recommendedLines,
} from '#indicators/queries/art-et-essai.ts';
import { recommendedQuestion, recommendedTitle, tellRecommended } from '#indicators/tell/art-et-essai.ts';

/** The share of films that the AFCAE recommends as art et essai, by year and by country. */
export const artEtEssai = indicator<MeasuredRecommended>({
  name: 'art-et-essai',
  theme: 'world',
  filters: ['from', 'to', 'genre', 'country', 'minVotes', 'stratum'],
  needs: ['art-et-essai'],
  title: recommendedTitle,
  question: recommendedQuestion,
  async measure(ground, filters) {
    const chosen = await chosenFor(ground, filters);
    const years = await ground.catalogue.run(recommendedByYear, chosen);
    const recent = recentOf(years, chosen);
    const countries = await ground.catalogue.run(recommendedByCountry, { ...chosen, ...recent });
    const [lines] = await ground.catalogue.run(recommendedLines, {});
    const told = recommendedOf(years, countries);
    const ofHome =
      filters.country === null ? await ground.catalogue.run(recommendedByYear, { ...chosen, country: home }) : [];
    return {
      ...told,
      home: comparisonOf(ofHome, told.years.at(-1)?.year),
      recent,
      lines: lines?.lines ?? 0,
      lost: lines?.lost ?? 0,
      stratum: await stratumOf(ground.catalogue, filters),
      minVotes: filters.minVotes ?? 0,
    };
  },
  tell: tellRecommended,
  async films(ground, filters, key) {
    const [kind, value] = /^(year|country):(\d{4}|[A-Z]{2})$/.exec(key)?.slice(1) ?? [];
    if (kind === undefined || value === undefined) return null;
    const chosen = await chosenFor(ground, filters);
    const year = Number(value);
    if (kind === 'year' && !(year >= chosen.from && year <= chosen.to)) return [];
    const inside =
      kind === 'year'
        ? { from: year, to: year, made: '' }
        : { ...recentOf(await ground.catalogue.run(recommendedByYear, chosen), chosen), made: value };
    const rows = await ground.catalogue.run(recommendedFilms, { ...chosen, ...inside });
    return rows.map(({ film }) => asFilmIndex(film));
  },
});

/** The last ten years of which the list speaks. */
function recentOf(years: Parameters<typeof lastRecommended>[0], { from, to }: Chosen): { from: number; to: number } {
  const end = lastRecommended(years) ?? to;
  return { from: Math.max(from, end - recentYears + 1), to: end };
}
