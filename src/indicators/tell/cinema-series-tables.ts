import { leastPeople, stages, type MeasuredStages, type StageGroup } from '#indicators/parts/cinema-series.ts';
import type { Cell, Column, Table } from '#indicators/told.ts';
import { stageNames } from '#indicators/words/cinema-series.ts';
import { decadeCell } from '#indicators/words/decade-span.ts';
import type { Speech } from '#words/speech.ts';

/** By decade of birth, by direction, by threshold; then who crossed. */
export function stageTables(measured: MeasuredStages, say: Speech): Table[] {
  const { born, unborn, all, crossings, byThreshold, bridges, toSeries } = measured;
  const groups = [
    ...born.map((group) => ({ name: String(group.decade), key: String(group.decade), group })),
    ...(unborn.n < leastPeople
      ? []
      : [{ name: say.pick({ fr: 'inconnue', en: 'unknown' }), key: 'unknown', group: unborn }]),
    { name: say.pick({ fr: 'ensemble', en: 'all' }), key: 'any', group: all },
  ];
  const table = (
    name: string,
    title: string,
    first: Column,
    rows: readonly (readonly Cell[])[],
    keys: (string | null)[],
  ): Table => ({
    name,
    title,
    columns: [first, ...shareColumns(say)],
    rows,
    keys,
  });
  return [
    table(
      'stages-by-birth',
      say.pick({ fr: 'Par décennie de naissance', en: 'By decade of birth' }),
      { key: 'born', title: say.pick({ fr: 'Naissance', en: 'Birth' }), kind: 'text' },
      groups.map(({ name, group }) => [name, ...shareCells(group)]),
      groups.map(({ key, group }) =>
        group.counts.both > 0 ? `both.${key}` : group.counts.film > 0 ? `film.${key}` : null,
      ),
    ),
    ...(toSeries.n < leastPeople
      ? []
      : [
          {
            name: 'crossings',
            title: say.pick({ fr: 'Passages par décennie', en: 'Crossings by decade' }),
            columns: column(say, [
              ['decade', 'Décennie', 'Decade', 'year'],
              ['to-series', 'Du cinéma aux séries', 'From films to series', 'number'],
              ['to-film', 'Des séries au cinéma', 'From series to films', 'number'],
              ['same', 'La même année', 'The same year', 'number'],
            ]),
            rows: crossings.map((crossing) => [
              decadeCell(crossing.decade, measured.asked),
              crossing.toSeries,
              crossing.toFilm,
              crossing.same,
            ]),
            keys: crossings.map((crossing) =>
              crossing.toSeries > 0
                ? `to-series.${crossing.decade}`
                : crossing.toFilm > 0
                  ? `to-film.${crossing.decade}`
                  : `same.${crossing.decade}`,
            ),
          } satisfies Table,
        ]),
    table(
      'stages-by-threshold',
      say.pick({ fr: 'Selon le nombre de rôles exigé', en: 'By how many credits are asked for' }),
      { key: 'credits', title: say.pick({ fr: 'Rôles au moins', en: 'Credits at least' }), kind: 'number' },
      byThreshold.filter(({ n }) => n > 0).map((group) => [group.k, ...shareCells(group)]),
      byThreshold.filter(({ n }) => n > 0).map(() => null),
    ),
    ...(bridges.length === 0 ? [] : [bridgeTable(measured, say)]),
  ];
}

const shareColumns = (say: Speech): Column[] => [
  ...column(say, [['n', 'Personnes', 'People', 'number']]),
  ...stages.flatMap((stage): Column[] => [
    { key: stage, title: say.pick(stageNames[stage]), kind: 'share', digits: 1 },
    { key: `${stage}-low`, title: say.pick({ fr: 'de', en: 'from' }), kind: 'share', digits: 1 },
    { key: `${stage}-high`, title: say.pick({ fr: 'à', en: 'to' }), kind: 'share', digits: 1 },
  ]),
];

const shareCells = ({ n, shares }: StageGroup): Cell[] => [
  n,
  ...stages.flatMap((stage) => [shares[stage].value, shares[stage].low, shares[stage].high]),
];

function bridgeTable({ bridges }: MeasuredStages, say: Speech): Table {
  const way = (film: number, series: number): string =>
    film < series
      ? say.pick({ fr: 'du cinéma aux séries', en: 'from films to series' })
      : film > series
        ? say.pick({ fr: 'des séries au cinéma', en: 'from series to films' })
        : say.pick({ fr: 'la même année', en: 'the same year' });
  return {
    name: 'bridges',
    title: say.pick({
      fr: 'Qui a joué dans les deux (les plus votés)',
      en: 'Who acted in both (the most voted)',
    }),
    columns: column(say, [
      ['person', 'Personne', 'Person', 'person'],
      ['name', 'Nom', 'Name', 'text'],
      ['born', 'Naissance', 'Birth', 'year'],
      ['films', 'Films', 'Films', 'number'],
      ['series', 'Séries', 'Series', 'number'],
      ['first-film-year', 'Premier film', 'First film', 'year'],
      ['first-film', 'Titre', 'Title', 'text'],
      ['first-series-year', 'Première série', 'First series', 'year'],
      ['first-series', 'Titre', 'Title', 'text'],
      ['way', 'Sens', 'Way', 'text'],
    ]),
    rows: bridges.map((one) => [
      one.id,
      one.name ?? one.id,
      one.birthYear,
      one.films,
      one.series,
      one.firstFilm,
      say.pick({ fr: one.filmFr, en: one.film }),
      one.firstSeries,
      say.pick({ fr: one.showFr, en: one.show }),
      way(one.firstFilm, one.firstSeries),
    ]),
    keys: bridges.map(({ id }) => id),
  };
}

const column = (
  say: Speech,
  told: readonly (readonly [key: string, fr: string, en: string, kind: Column['kind']])[],
): Column[] => told.map(([key, fr, en, kind]) => ({ key, title: say.pick({ fr, en }), kind }));
