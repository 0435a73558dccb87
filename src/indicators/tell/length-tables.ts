import type { LengthStratum, MeasuredLengths, Period } from '#indicators/parts/length-strata.ts';
import type { Cell, Column, Table } from '#indicators/told.ts';
import { strataNames } from '#indicators/words/film-length.ts';
import type { Speech } from '#words/speech.ts';

/** The rows of the charts in their order, then the comparisons, then what the limit of shorts changes. */
export function lengthTables(measured: MeasuredLengths, strata: readonly LengthStratum[], say: Speech): Table[] {
  const tables = strata.map((stratum) => yearsTable([stratum], `film-length-${stratum.stratum}`, say));
  return [
    ...(strata.length > 1 ? [yearsTable(strata, 'film-length', say)] : []),
    ...tables,
    periodsTable(strata, say),
    limitsTable(measured, say),
  ];
}

function yearsTable(strata: readonly LengthStratum[], name: string, say: Speech): Table {
  const words = say.pick({
    fr: ['Films', 'Année', 'Médiane', 'de', 'à', 'Premier quart', 'Troisième quart', 'N', 'Durée inconnue'],
    en: ['Films', 'Year', 'Median', 'from', 'to', 'First quarter', 'Third quarter', 'N', 'Length unknown'],
  });
  const title = (i: number): string => words[i] ?? '';
  const columns: Column[] = [
    { key: 'films', title: title(0), kind: 'text' },
    { key: 'year', title: title(1), kind: 'year' },
    { key: 'median', title: title(2), kind: 'number', digits: 1, unit: 'min' },
    { key: 'low', title: title(3), kind: 'number', digits: 1, unit: 'min' },
    { key: 'high', title: title(4), kind: 'number', digits: 1, unit: 'min' },
    { key: 'first-quarter', title: title(5), kind: 'number', digits: 1, unit: 'min' },
    { key: 'third-quarter', title: title(6), kind: 'number', digits: 1, unit: 'min' },
    { key: 'n', title: title(7), kind: 'number' },
    { key: 'unknown', title: title(8), kind: 'share' },
  ];
  const rows = strata.flatMap(({ stratum, years }) =>
    years.map(({ year, median, quarter, threeQuarters, of }) => ({
      key: `${stratum}:${year}`,
      cells: [
        say.pick(strataNames[stratum]),
        year,
        median.value,
        median.low,
        median.high,
        quarter,
        threeQuarters,
        median.n,
        1 - median.n / of,
      ] satisfies Cell[],
    })),
  );
  return {
    name,
    title: say.pick({ fr: 'Durée par année', en: 'Length by year' }),
    columns,
    rows: rows.map(({ cells }) => cells),
    keys: rows.map(({ key }) => key),
  };
}

function periodsTable(strata: readonly LengthStratum[], say: Speech): Table {
  const words = say.pick({
    fr: ['Films', 'Avant', 'Médiane', 'N', 'Après', 'Médiane', 'N', 'Écart', 'de', 'à'],
    en: ['Films', 'Earlier', 'Median', 'N', 'Later', 'Median', 'N', 'Difference', 'from', 'to'],
  });
  const keys = [
    'films',
    'earlier',
    'earlier-median',
    'earlier-n',
    'later',
    'later-median',
    'later-n',
    'difference',
    'low',
    'high',
  ];
  const span = ({ from, to }: Period): string => `${from}-${to}`;
  return {
    name: 'film-length-periods',
    title: say.pick({ fr: 'Dix ans comparés à dix autres', en: 'Ten years compared with ten others' }),
    columns: keys.map((key, i): Column => {
      const text = key === 'films' || key === 'earlier' || key === 'later';
      return {
        key,
        title: words[i] ?? '',
        kind: text ? 'text' : 'number',
        ...(text || key.endsWith('-n') ? {} : { digits: 1 }),
      };
    }),
    rows: strata.flatMap(({ stratum, whole, recent }) =>
      [whole, recent].flatMap((one): Cell[][] =>
        one === null
          ? []
          : [
              [
                say.pick(strataNames[stratum]),
                span(one.earlier),
                one.earlier.median.value,
                one.earlier.median.n,
                span(one.later),
                one.later.median.value,
                one.later.median.n,
                one.change.value,
                one.change.low,
                one.change.high,
              ],
            ],
      ),
    ),
  };
}

function limitsTable({ limits, strata, last }: MeasuredLengths, say: Speech): Table {
  return {
    name: 'film-length-limits',
    title: say.pick({
      fr: `Ce que change la durée en dessous de laquelle un film est laissé de côté${last === null ? '' : ` (${last.from}-${last.to})`}`,
      en: `What the length below which a film is left out changes${last === null ? '' : ` (${last.from}-${last.to})`}`,
    }),
    columns: [
      { key: 'limit', title: say.pick({ fr: 'Limite', en: 'Limit' }), kind: 'number', unit: 'min' },
      ...strata.map(({ stratum }): Column => ({
        key: `median-${stratum}`,
        title: say.pick(strataNames[stratum]),
        kind: 'number',
        digits: 1,
        unit: 'min',
      })),
    ],
    rows: limits.map(({ minutes, medians }) => [
      minutes,
      ...medians.map((value) => (Number.isNaN(value) ? null : value)),
    ]),
  };
}
