import { asFilmIndex } from '#brand.ts';
import { rejections } from '#catalogue/queries/info.ts';
import type { Row } from '#catalogue/query.ts';
import {
  decadeChart,
  decadeTable,
  fieldChart,
  fieldTable,
  refusedTable,
  sourceTable,
} from '#indicators/catalogue-coverage-shown.ts';
import type { Filters } from '#indicators/filters.ts';
import { indicator } from '#indicators/indicator.ts';
import type { AskedYears } from '#indicators/parts/decade-span.ts';
import {
  coverageByDecade,
  coverageFilms,
  coverageSources,
  type CoverageCounts,
} from '#indicators/queries/catalogue-coverage.ts';
import type { Told } from '#indicators/told.ts';
import { coverageFinding, fieldNames, fields, known } from '#indicators/words/catalogue-coverage.ts';
import type { Speech } from '#words/speech.ts';

interface Measured {
  /** All the films kept; then each decade. */
  readonly total: CoverageCounts | null;
  readonly decades: readonly CoverageCounts[];
  readonly sources: readonly Row<(typeof coverageSources)['columns']>[];
  readonly asked: AskedYears;
  readonly refused: readonly Row<(typeof rejections)['columns']>[];
}

/** Below this a share says nothing. */
const FEW = 10;
const MOST_FILMS = 1000;

/** What the catalogue holds and what it knows: a census, so that its shares have no interval. */
export const catalogueCoverage = indicator<Measured>({
  name: 'catalogue-coverage',
  theme: 'world',
  filters: ['from', 'to', 'genre', 'minVotes'],
  needs: [],
  title: { fr: 'Ce que le catalogue sait', en: 'What the catalogue knows' },
  question: {
    fr: 'Que savons-nous des films de notre catalogue, et que nous manque-t-il\u00a0?',
    en: 'What do we know of the films of our catalogue, and what is missing?',
  },
  async measure({ catalogue, today }, filters) {
    const [rows, sources, refused] = await Promise.all([
      catalogue.run(coverageByDecade, kept(filters)),
      catalogue.run(coverageSources, {}),
      catalogue.run(rejections, {}),
    ]);
    const total = rows.find(({ decade }) => decade === null);
    const decades = rows.filter(({ decade }) => decade !== null);
    return {
      total: total === undefined || total.films < FEW ? null : total,
      decades,
      sources,
      refused,
      asked: yearsOf(filters, today),
    };
  },
  tell(measured, filters, say) {
    const { total } = measured;
    return {
      ...frame(measured, say),
      ...(total === null ? tooFew(measured, say) : told(total, measured, filters, say)),
    };
  },
  async films({ catalogue }, filters, key) {
    const match = /^([a-z]+)(?:\.(\d{4}))?$/.exec(key);
    const field = fields.find((one) => one === match?.[1] && one !== 'births');
    if (field === undefined) return null;
    const given = { ...kept(filters), field, decade: Number(match?.[2] ?? 0), most: MOST_FILMS };
    return (await catalogue.run(coverageFilms, given)).map(({ film }) => asFilmIndex(film));
  },
});

const yearsOf = ({ from, to }: Filters, today: string): AskedYears => ({ from: from ?? 0, to: to ?? 9999, today });

const kept = ({ from, to, genre, minVotes }: Filters) => ({
  from: from ?? 0,
  to: to ?? 0,
  genre: genre ?? '',
  votes: minVotes ?? 0,
});

function told(total: CoverageCounts, { decades, asked }: Measured, filters: Filters, say: Speech): Partial<Told> {
  return {
    finding: coverageFinding(total, decades, { filters, asked }, say),
    charts: [
      fieldChart(total, say),
      ...(decades.filter(({ films }) => films >= FEW).length > 1 ? [decadeChart(decades, FEW, asked, say)] : []),
    ],
    coverage: fields.map((field) => ({ what: say.pick(fieldNames[field].axis), ...known(total, field) })),
  };
}

const tooFew = ({ decades }: Measured, say: Speech): Partial<Told> => {
  const films = decades.reduce((sum, row) => sum + row.films, 0);
  return {
    finding: [
      films === 0
        ? say.pick({ fr: 'Aucun film ne répond à ces filtres.', en: 'No film meets these filters.' })
        : say.pick({
            fr: `Trop peu de films répondent à ces filtres (${films}, il en faut ${FEW})\u00a0: une part n’y voudrait rien dire.`,
            en: `Too few films meet these filters (${films}, at least ${FEW} are needed): a share would mean nothing.`,
          }),
    ],
    charts: [],
    coverage: [],
  };
};

function frame({ total, decades, sources, refused, asked }: Measured, say: Speech): Told {
  const films = decades.reduce((sum, row) => sum + row.films, 0);
  return {
    title: say.pick(catalogueCoverage.title),
    question: say.pick(catalogueCoverage.question),
    finding: [],
    cautions: [
      say.pick({
        fr: 'C’est un décompte de tous les films du catalogue, pas un sondage\u00a0: il n’y a pas d’intervalle à donner. Mais le catalogue n’est pas le cinéma tout entier\u00a0: il a ce que ses sources ont jugé bon d’y mettre.',
        en: 'This is a count of all the films of the catalogue, not a survey: there is no interval to give. But the catalogue is not the whole of cinema: it has what its sources thought fit to list.',
      }),
      say.pick({
        fr: 'Ce qui manque ne manque pas au hasard\u00a0: les films peu vus, anciens ou lointains sont les moins décrits. Les films sans année sont laissés de côté, et les interprètes sont ceux du générique connu, souvent les premiers seulement.',
        en: 'What is missing is not missing at random: films little seen, old or from afar are the least described. Films without a year are left aside, and actors are those of the credits known, often the first ones only.',
      }),
    ],
    charts: [],
    tables:
      total === null
        ? []
        : [
            fieldTable(total, say),
            ...(decades.length > 1 ? [decadeTable(decades, asked, say)] : []),
            sourceTable(sources, say),
            refusedTable(refused, say),
          ],
    count: {
      value: films,
      what: say.pick({ fr: 'films datés du catalogue', en: 'dated films of the catalogue' }),
      one: say.pick({ fr: 'film daté du catalogue', en: 'dated film of the catalogue' }),
    },
    coverage: [],
    method: say.pick({
      fr: 'Pour chaque information, le nombre de films où elle est présente, divisé par le nombre de films retenus. Chaque information garde le nom de la source dont elle vient\u00a0; ce que la construction du catalogue a écarté ou réparé est compté dans la dernière table.',
      en: 'For each fact, the number of films that have it, divided by the number of films kept. Each fact keeps the name of the source that it comes from; what the build of the catalogue set aside or repaired is counted in the last table.',
    }),
    citations: [],
  };
}
