import type { AgeGroup, MeasuredAges } from '#indicators/parts/actors-age.ts';
import type { Bounds } from '#indicators/parts/ages.ts';
import type { Cell, Column, Table } from '#indicators/told.ts';
import { sexNames } from '#indicators/words/actors-age.ts';
import { decadeCell } from '#indicators/words/decade-span.ts';
import type { Speech } from '#words/speech.ts';

/** By year, by decade with the means and the gap, and those at work. */
export function ageTables({ years, decades, gaps, working, asked }: MeasuredAges, say: Speech): Table[] {
  const sex = column('sex', 'Sexe', 'Sex', 'text', say);
  const mean = [
    number('mean', 'Moyenne', 'Mean', say),
    number('mean-low', 'de', 'from', say),
    number('mean-high', 'à', 'to', say),
  ];
  return [
    {
      name: 'age-by-year',
      title: say.pick({ fr: 'Par année', en: 'By year' }),
      columns: [column('year', 'Année', 'Year', 'year', say), sex, ...medianColumns(say), ...knownColumns(say)],
      rows: years.map((group) => [
        group.start,
        sexNames[group.sex][say.language],
        ...medianCells(group),
        ...knownCells(group),
      ]),
      keys: years.map(({ sex: who, start }) => `${who}.${start}`),
    },
    {
      name: 'age-by-decade',
      title: say.pick({ fr: 'Par décennie', en: 'By decade' }),
      columns: [
        column('decade', 'Décennie', 'Decade', 'year', say),
        sex,
        ...medianColumns(say),
        ...mean,
        column('people', 'Personnes', 'People', 'number', say),
        number('gap', 'Écart hommes-femmes', 'Gap men-women', say),
        number('gap-low', 'de', 'from', say),
        number('gap-high', 'à', 'to', say),
        ...knownColumns(say),
      ],
      rows: decades.map((group) => {
        const gap = gaps.find(({ start }) => start === group.start)?.gap;
        return [
          decadeCell(group.start, asked),
          sexNames[group.sex][say.language],
          ...medianCells(group),
          group.mean.value,
          group.mean.low,
          group.mean.high,
          group.people,
          gap?.value ?? null,
          gap?.low ?? null,
          gap?.high ?? null,
          ...knownCells(group),
        ];
      }),
      keys: decades.map(({ sex: who, start }) => `${who}.${start}s`),
    },
    {
      name: 'age-of-working',
      title: say.pick({ fr: 'Les personnes en activité', en: 'People at work' }),
      columns: [sex, ...mean, ...knownColumns(say)],
      rows: working.map((group) => [
        sexNames[group.sex][say.language],
        group.mean.value,
        group.mean.low,
        group.mean.high,
        ...knownCells(group),
      ]),
    },
  ].filter(({ rows }) => rows.length > 0);
}

const column = (key: string, fr: string, en: string, kind: Column['kind'], say: Speech): Column => ({
  key,
  title: say.pick({ fr, en }),
  kind,
});
const number = (key: string, fr: string, en: string, say: Speech): Column => ({
  ...column(key, fr, en, 'number', say),
  digits: 1,
});

const medianColumns = (say: Speech): Column[] => [
  number('median', 'Médiane', 'Median', say),
  number('low', 'de', 'from', say),
  number('high', 'à', 'to', say),
  number('first-quarter', 'Premier quart', 'First quarter', say),
  number('third-quarter', 'Troisième quart', 'Third quarter', say),
];
const medianCells = ({ median, quarter, threeQuarters }: AgeGroup): Cell[] => [
  median.value,
  median.low,
  median.high,
  quarter,
  threeQuarters,
];

const knownColumns = (say: Speech): Column[] => [
  column('known', 'Âges connus', 'Ages known', 'number', say),
  column('unknown', 'Âges inconnus', 'Ages unknown', 'number', say),
  column('share-known', 'Part connue', 'Share known', 'share', say),
  number('plausible-low', 'Plausible, de', 'Plausible, from', say),
  number('plausible-high', 'à', 'to', say),
  number('worst-low', 'Au pire, de', 'At worst, from', say),
  number('worst-high', 'à', 'to', say),
];
const knownCells = ({ known, unknown, bounds }: { known: number; unknown: number; bounds: Bounds }): Cell[] => [
  known,
  unknown,
  known / (known + unknown),
  bounds.plausible.low,
  bounds.plausible.high,
  bounds.worst.low,
  bounds.worst.high,
];
