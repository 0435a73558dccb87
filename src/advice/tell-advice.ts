import type { Advice } from '#advice/advise.ts';
import { adviceFinding, adviceMethod, adviceReasons, objectionTold, rankHolds } from '#advice/advice-words.ts';
import { nicheKey, origins, type Origin } from '#advice/niche.ts';
import { nicheName } from '#advice/niche-words.ts';
import { objectionsTo } from '#advice/objections.ts';
import { supplyOf } from '#advice/judge.ts';
import { fewestRanked, type RankedNiche } from '#advice/rank.ts';
import type { DotChart, HeatChart } from '#charts/chart.ts';
import type { Table, Told } from '#indicators/told.ts';
import type { Speech } from '#words/speech.ts';

/** What a cell of the grid shows. */
export const measures = ['score', 'supply', 'esteem', 'fit'] as const;
export type Measure = (typeof measures)[number];

/** Niches of the chart of ranks. */
const charted = 15;

/** The advice told: findings, the first niches with how far their ranks hold, the grid of one origin, the table of all. */
export function tellAdvice(
  advice: Advice,
  { origin, measure }: { readonly origin: Origin; readonly measure: Measure },
  say: Speech,
): Told {
  const { niches, films, withCountry, rated } = advice;
  return {
    title: say.pick({ fr: 'Dans quoi se spécialiser', en: 'What to specialise in' }),
    question: say.pick({
      fr: 'Quels films ce cinéma peut-il montrer qui plaisent ici, et que l’on ne voit pas partout\u00a0?',
      en: 'Which films can this cinema show that please here, and are not seen everywhere?',
    }),
    finding: adviceFinding(advice, say),
    cautions: cautionsOf(advice, say),
    charts: niches.length < fewestRanked ? [] : [ranksChart(advice, say), gridChart(advice, origin, measure, say)],
    tables: niches.length === 0 ? [] : [ranksTable(advice, say)],
    count: { value: niches.length, what: say.pick({ fr: 'niches', en: 'niches' }) },
    coverage: [
      {
        what: say.pick({ fr: 'films dont le pays est connu', en: 'films whose country is known' }),
        known: withCountry,
        of: films,
      },
      { what: say.pick({ fr: 'films notés', en: 'films with a rating' }), known: rated, of: films },
    ],
    method: adviceMethod(advice, say).join(' '),
    citations: [
      {
        text: 'DerSimonian, Laird 1986, Meta-analysis in clinical trials, Controlled Clinical Trials 7',
        url: 'https://doi.org/10.1016/0197-2456(86)90046-2',
      },
      {
        text: 'Holbrook, Schindler 1989, Some exploratory findings on the development of musical tastes, Journal of Consumer Research 16',
        url: 'https://doi.org/10.1086/209200',
      },
      {
        text: 'Saisana, Saltelli, Tarantola 2005, Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators, JRSS A 168',
        url: 'https://doi.org/10.1111/j.1467-985X.2005.00350.x',
      },
    ],
  };
}

/** The settings of the advice, in words. */
export const settingsTold = ({ weights, minVotes }: Pick<Advice, 'weights' | 'minVotes'>, say: Speech): string[] => [
  say.pick({
    fr: `poids de l’offre ${weights.supply}, de l’estime ${weights.esteem}, du public d’ici ${weights.fit}`,
    en: `weight of supply ${weights.supply}, of esteem ${weights.esteem}, of the local audience ${weights.fit}`,
  }),
  say.pick({ fr: `votes au moins ${say.number(minVotes)}`, en: `votes at least ${say.number(minVotes)}` }),
];

/** One niche, for who reads no table: its name, why, why not, how far its rank holds. */
export interface NicheTold {
  readonly key: string;
  readonly name: string;
  readonly reasons: readonly string[];
  readonly objections: readonly string[];
  readonly holds: string;
}

/** The first niches in words. */
export const tellNiches = (advice: Advice, most: number, say: Speech): NicheTold[] =>
  advice.niches.slice(0, most).map((niche) => ({
    key: nicheKey(niche),
    name: nicheName(niche, say),
    reasons: adviceReasons(niche, advice, say),
    objections: objectionsTo(niche, advice.locality.year, advice.niches.length).map((objection) =>
      objectionTold(objection, say),
    ),
    holds: rankHolds(niche, advice.niches.length, say),
  }));

function cautionsOf({ rated, films, locality }: Advice, say: Speech): string[] {
  return [
    ...(rated < films
      ? [
          say.pick({
            fr: `${say.percent(films === 0 ? 0 : 1 - rated / films)} des films n’ont pas de note\u00a0: leur estime n’est pas connue${rated === 0 ? ', et le conseil repose sur l’offre et le public seuls' : ''}.`,
            en: `${say.percent(films === 0 ? 0 : 1 - rated / films)} of the films have no rating: their esteem is not known${rated === 0 ? ', and the advice rests on supply and audience alone' : ''}.`,
          }),
        ]
      : []),
    ...(locality.ages.length === 0
      ? [
          say.pick({
            fr: 'Les âges de ce département ne sont pas connus\u00a0: « lanterne import market » les apporte. L’époque des films ne compte donc pas dans le public d’ici.',
            en: 'The ages of this department are not known: “lanterne import market” brings them. So the time of the films does not count in the local audience.',
          }),
        ]
      : []),
    say.pick({
      fr: 'Les notes sont celles d’internautes du monde entier, plus jeunes et plus américains que le public d’ici.',
      en: 'Ratings are those of Internet users of the whole world, younger and more American than the local audience.',
    }),
    ...(locality.heritage === null
      ? []
      : [
          say.pick({
            fr: `En France, les films de dix ans et plus font ${say.percent(locality.heritage.entries, 1)} des entrées pour ${say.percent(locality.heritage.films, 1)} des films montrés (CNC, ${locality.heritage.year})\u00a0: ils demandent un rendez-vous, une présentation, une saison.`,
            en: `In France, films of ten years and more make ${say.percent(locality.heritage.entries, 1)} of entries from ${say.percent(locality.heritage.films, 1)} of the films shown (CNC, ${locality.heritage.year}): they take an appointment, an introduction, a season.`,
          }),
        ]),
    say.pick({
      fr: 'Ni le prix des copies ni leur disponibilité ne sont connus\u00a0: demandez au distributeur.',
      en: 'Neither the price of prints nor whether they can be had is known: ask the distributor.',
    }),
  ];
}

/** Four digits are all that an estimate of this kind has. */
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e4) / 1e4);

function ranksTable({ niches }: Advice, say: Speech): Table {
  const title = (fr: string, en: string): string => say.pick({ fr, en });
  return {
    name: 'niches',
    title: title('Toutes les niches, de la première à la dernière', 'All niches, from the first to the last'),
    columns: [
      { key: 'niche', title: title('Niche', 'Niche'), kind: 'text' },
      { key: 'rank', title: title('Rang', 'Rank'), kind: 'number' },
      { key: 'rank-best', title: title('Au mieux', 'At best'), kind: 'number' },
      { key: 'rank-worst', title: title('Au pire', 'At worst'), kind: 'number' },
      { key: 'first-tenth', title: title('Dans le premier dixième', 'In the first tenth'), kind: 'share' },
      { key: 'films', title: title('Films', 'Films'), kind: 'number' },
      { key: 'art-et-essai', title: title('Art et essai', 'Art-house label'), kind: 'number' },
      { key: 'esteem', title: title('Estime', 'Esteem'), kind: 'number', digits: 2 },
      { key: 'esteem-low', title: title('de', 'from'), kind: 'number', digits: 2 },
      { key: 'esteem-high', title: title('à', 'to'), kind: 'number', digits: 2 },
      { key: 'fit', title: title('Public d’ici (fois)', 'Local audience (times)'), kind: 'number', digits: 2 },
      { key: 'fit-low', title: title('de', 'from'), kind: 'number', digits: 2 },
      { key: 'fit-high', title: title('à', 'to'), kind: 'number', digits: 2 },
      { key: 'score', title: title('Note', 'Score'), kind: 'number', digits: 2 },
    ],
    rows: niches.map((niche) => [
      nicheName(niche, say),
      niche.rank,
      niche.best,
      niche.worst,
      niche.firstTenth,
      niche.films,
      niche.labelled,
      rounded(niche.esteem?.premium ?? null),
      rounded(niche.esteem === null ? null : niche.esteem.premium - 1.96 * niche.esteem.spread),
      rounded(niche.esteem === null ? null : niche.esteem.premium + 1.96 * niche.esteem.spread),
      rounded(niche.fit.lift),
      rounded(niche.fit.lift * Math.exp(-1.96 * niche.fit.spread)),
      rounded(niche.fit.lift * Math.exp(1.96 * niche.fit.spread)),
      rounded(niche.score),
    ]),
    keys: niches.map(nicheKey),
  };
}

function ranksChart({ niches }: Advice, say: Speech): DotChart {
  const first = niches.slice(0, charted);
  return {
    kind: 'dot',
    language: say.language,
    title: say.pick({
      fr: 'Les premières niches, et entre quels rangs elles se tiennent dans neuf essais sur dix',
      en: 'The first niches, and between which ranks they stand in nine draws of ten',
    }),
    description: say.pick({
      fr: `Un point pour le rang de chacune des ${say.number(first.length)} premières niches, un trait pour l’étendue de ses rangs parmi ${say.number(niches.length)}. Plus le trait est court, plus le rang tient.`,
      en: `A dot for the rank of each of the first ${say.number(first.length)} niches, a bar for the extent of its ranks among ${say.number(niches.length)}. The shorter the bar, the better the rank holds.`,
    }),
    x: { title: say.pick({ fr: 'Rang', en: 'Rank' }) },
    dots: first.map((niche) => ({
      name: nicheName(niche, say),
      label: `${nicheName(niche, say)}. ${rankHolds(niche, niches.length, say)}`,
      key: nicheKey(niche),
      x: niche.rank,
      from: niche.best,
      to: niche.worst,
    })),
  };
}

function gridChart({ niches }: Advice, origin: Origin, measure: Measure, say: Speech): HeatChart {
  const here = niches.filter((niche) => niche.origin === origin);
  const decades = [...new Set(here.map(({ decade }) => decade))].toSorted((a, b) => a - b);
  const genres = [...new Set(here.map(({ genre }) => genre))].toSorted((a, b) =>
    say.genre(a).localeCompare(say.genre(b), say.language),
  );
  const byPlace = new Map(here.map((niche) => [`${niche.genre} ${niche.decade}`, niche]));
  const measured = measureNames(say)[measure];
  const films = nicheName({ origin }, say);
  return {
    kind: 'heat',
    language: say.language,
    title: gridTitle(here, measure, films, say),
    description: say.pick({
      fr: `Grille des genres par décennie, ${films}. Une case hachurée a moins de 12 films.`,
      en: `Grid of genres by decade, ${films}. A hatched cell has fewer than 12 films.`,
    }),
    rows: { title: say.pick({ fr: 'Genre', en: 'Genre' }), names: genres.map((genre) => say.genre(genre)) },
    columns: { title: say.pick({ fr: 'Décennie', en: 'Decade' }), names: decades.map(String) },
    cells: genres.map((genre) =>
      decades.map((decade) => {
        const niche = byPlace.get(`${genre} ${decade}`);
        const name = nicheName({ genre, decade, origin }, say);
        if (niche === undefined)
          return {
            value: null,
            text: '',
            label: `${name}\u00a0: ${say.pick({ fr: 'moins de 12 films', en: 'fewer than 12 films' })}`,
          };
        const text = valueText(niche, measure, say);
        return {
          value: valueOf(niche, measure),
          text,
          label: `${name}\u00a0: ${measured} ${text}`,
          key: nicheKey(niche),
        };
      }),
    ),
    legend: { title: measured, digits: measure === 'supply' ? 0 : 2 },
    ...(measure === 'esteem' || measure === 'score' ? { middle: 0 } : measure === 'fit' ? { middle: 1 } : {}),
  };
}

/** Where the measure is highest. */
function gridTitle(niches: readonly RankedNiche[], measure: Measure, films: string, say: Speech): string {
  const measured = measureNames(say)[measure].toLowerCase();
  const [first] = niches.toSorted((a, b) => (valueOf(b, measure) ?? -Infinity) - (valueOf(a, measure) ?? -Infinity));
  if (first === undefined) return say.pick({ fr: `Aucune niche\u00a0: ${films}`, en: `No niche: ${films}` });
  const { genre, decade } = first;
  const name = nicheName({ genre, decade }, say);
  return say.pick({
    fr: `De tous les ${films}, ce sont les ${name} qui viennent en tête (${measured})`,
    en: `Of all ${films}, ${name} come first (${measured})`,
  });
}

/** The names of the measures, for a grid and a form. */
export const measureNames = (say: Speech): Readonly<Record<Measure, string>> =>
  say.pick({
    fr: { score: 'Note', supply: 'Offre', esteem: 'Estime', fit: 'Public d’ici' },
    en: { score: 'Score', supply: 'Supply', esteem: 'Esteem', fit: 'Local audience' },
  });

/** The names of the origins, for a form. */
export const originNames = (say: Speech): readonly (readonly [Origin, string])[] =>
  origins.map((origin) => [origin, nicheName({ origin }, say)]);

function valueOf({ score, films, esteem, fit }: RankedNiche, measure: Measure): number | null {
  return { score, supply: supplyOf(films), esteem: esteem?.premium ?? null, fit: fit.lift }[measure];
}

function valueText({ score, films, esteem, fit }: RankedNiche, measure: Measure, say: Speech): string {
  if (measure === 'supply') return say.number(films);
  if (measure === 'esteem') return esteem === null ? '?' : say.number(esteem.premium, 2);
  return say.number(measure === 'score' ? score : fit.lift, 2);
}
