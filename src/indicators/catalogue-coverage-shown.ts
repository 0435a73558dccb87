import type { BarChart, HeatChart } from '#charts/chart.ts';
import type { Row } from '#catalogue/query.ts';
import type { rejections } from '#catalogue/queries/info.ts';
import type { AskedYears } from '#indicators/parts/decade-span.ts';
import type { CoverageCounts, coverageSources } from '#indicators/queries/catalogue-coverage.ts';
import type { Table } from '#indicators/told.ts';
import {
  fieldNames,
  fields,
  fine,
  known,
  share,
  sourceFields,
  type Field,
} from '#indicators/words/catalogue-coverage.ts';
import { decadeCell, decadeName, decadeTick } from '#indicators/words/decade-span.ts';
import { sourceName } from '#indicators/words/sources.ts';
import type { Speech } from '#words/speech.ts';

const keyOf = (field: Field, decade?: number): string | null =>
  field === 'births' ? null : decade === undefined ? field : `${field}.${decade}`;

/** A bar for each fact. */
export function fieldChart(total: CoverageCounts, say: Speech): BarChart {
  return {
    kind: 'bar',
    language: say.language,
    title: say.pick({ fr: 'Part des films dont on connaît…', en: 'Share of films of which we know…' }),
    description: say.pick({
      fr: 'Une barre par information, de 0 à 100\u00a0%. La dernière est une part des interprètes, non des films.',
      en: 'A bar for each fact, from 0 to 100%. The last one is a share of the actors, not of films.',
    }),
    lying: true,
    category: { title: say.pick({ fr: 'Information', en: 'Fact' }) },
    y: { title: say.pick({ fr: 'part connue', en: 'share known' }), share: true },
    parts: [say.pick({ fr: 'connu', en: 'known' })],
    bars: fields.flatMap((field) => {
      const value = share(total, field);
      if (value === null) return [];
      const name = say.pick(fieldNames[field].axis);
      const { known: some, of } = known(total, field);
      const label = say.pick({
        fr: `${name}\u00a0: ${fine(value, say)} (${say.number(some)} sur ${say.number(of)})`,
        en: `${name}: ${fine(value, say)} (${say.number(some)} of ${say.number(of)})`,
      });
      const key = some === 0 ? null : keyOf(field);
      return [{ name, values: [value], label, ...(key === null ? {} : { key }) }];
    }),
  };
}

/** A cell for each fact and decade; hatched where the films are fewer than `few`. */
export function decadeChart(
  decades: readonly CoverageCounts[],
  few: number,
  asked: AskedYears,
  say: Speech,
): HeatChart {
  return {
    kind: 'heat',
    language: say.language,
    title: say.pick({ fr: 'Ce qui est connu, par décennie', en: 'What is known, by decade' }),
    description: say.pick({
      fr: 'Une ligne par information, une colonne par décennie\u00a0; plus la case est foncée, plus la part connue est grande.',
      en: 'A row for each fact, a column for each decade; the darker the cell, the larger the share known.',
    }),
    rows: {
      title: say.pick({ fr: 'Information', en: 'Fact' }),
      names: fields.map((field) => say.pick(fieldNames[field].axis)),
    },
    columns: {
      title: say.pick({ fr: 'Décennie', en: 'Decade' }),
      names: decades.map(({ decade }) => decadeTick(decade ?? 0, asked)),
    },
    cells: fields.map((field) =>
      decades.map((row) => {
        const value = row.films < few ? null : share(row, field);
        const name = `${say.pick(fieldNames[field].axis)}, ${decadeName(row.decade ?? 0, asked, say)}`;
        const key = keyOf(field, row.decade ?? 0);
        return {
          value,
          text: value === null ? '' : say.number(100 * value),
          label: `${name}${say.language === 'fr' ? '\u00a0' : ''}: ${value === null ? '–' : fine(value, say)}`,
          ...(key === null || value === null || value === 0 ? {} : { key }),
        };
      }),
    ),
    legend: { title: say.pick({ fr: 'part connue', en: 'share known' }), share: true },
  };
}

export function fieldTable(total: CoverageCounts, say: Speech): Table {
  const shown = fields.filter((field) => share(total, field) !== null);
  return {
    name: 'known',
    title: say.pick({ fr: 'Ce qui est connu', en: 'What is known' }),
    columns: [
      { key: 'fact', title: say.pick({ fr: 'Information', en: 'Fact' }), kind: 'text' },
      { key: 'known', title: say.pick({ fr: 'Connue', en: 'Known' }), kind: 'number' },
      { key: 'of', title: say.pick({ fr: 'Sur', en: 'Out of' }), kind: 'number' },
      { key: 'share', title: say.pick({ fr: 'Part', en: 'Share' }), kind: 'share', digits: 1 },
    ],
    rows: shown.map((field) => {
      const { known: some, of } = known(total, field);
      return [say.pick(fieldNames[field].axis), some, of, share(total, field)];
    }),
    keys: shown.map((field) => (known(total, field).known === 0 ? null : keyOf(field))),
  };
}

export function decadeTable(decades: readonly CoverageCounts[], asked: AskedYears, say: Speech): Table {
  return {
    name: 'decades',
    title: say.pick({ fr: 'Part connue, par décennie', en: 'Share known, by decade' }),
    columns: [
      { key: 'decade', title: say.pick({ fr: 'Décennie', en: 'Decade' }), kind: 'year' },
      { key: 'films', title: say.pick({ fr: 'Films', en: 'Films' }), kind: 'number' },
      ...fields.map((field) => ({ key: field, title: say.pick(fieldNames[field].axis), kind: 'share' }) as const),
    ],
    rows: decades.map((row) => [
      decadeCell(row.decade ?? 0, asked),
      row.films,
      ...fields.map((field) => share(row, field)),
    ]),
  };
}

export const sourceTable = (sources: readonly Row<(typeof coverageSources)['columns']>[], say: Speech): Table => ({
  name: 'sources',
  title: say.pick({
    fr: 'D’où vient chaque information (tout le catalogue)',
    en: 'Where each fact comes from (whole catalogue)',
  }),
  columns: [
    { key: 'fact', title: say.pick({ fr: 'Information', en: 'Fact' }), kind: 'text' },
    { key: 'source', title: 'Source', kind: 'text' },
    { key: 'count', title: say.pick({ fr: 'Films (ou personnes)', en: 'Films (or people)' }), kind: 'number' },
  ],
  rows: sources.map(({ field, source, count }) => {
    const name = fields.find((one) => one === field);
    const title = name === undefined ? sourceFields[field] : fieldNames[name].axis;
    return [title === undefined ? field : say.pick(title), sourceName(source, say), count];
  }),
});

export const refusedTable = (refused: readonly Row<(typeof rejections)['columns']>[], say: Speech): Table => ({
  name: 'set-aside',
  title: say.pick({
    fr: 'Écarté ou réparé à la construction du catalogue',
    en: 'Set aside or repaired when the catalogue was built',
  }),
  columns: [
    { key: 'file', title: say.pick({ fr: 'Fichier', en: 'File' }), kind: 'text' },
    { key: 'reason', title: say.pick({ fr: 'Raison (en anglais)', en: 'Reason' }), kind: 'text' },
    { key: 'count', title: say.pick({ fr: 'Lignes', en: 'Rows' }), kind: 'number' },
  ],
  rows: refused.map(({ file, reason, count }) => [file, reason, count]),
});
