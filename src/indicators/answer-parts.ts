import type { Chart } from '#charts/chart.ts';
import { fault } from '#errors.ts';
import type { Table, Told } from '#indicators/told.ts';

/** The table of an answer by its name, the first one unless told. @throws INDICATOR_PART_UNKNOWN */
export function tableOf(indicator: string, { tables, finding }: Told, name: string): Table {
  const table = name === '' ? tables[0] : tables.find((one) => one.name === name);
  if (table !== undefined) return table;
  throw fault('INDICATOR_PART_UNKNOWN', {
    name: indicator,
    part: name === '' ? 'table' : `table “${name.slice(0, 60)}”`,
    finding: finding.join(' '),
    parts: tables.length === 0 ? 'none' : tables.map((one) => one.name).join(', '),
  });
}

/** The chart of an answer by its place from 1, the first one unless told. @throws INDICATOR_PART_UNKNOWN */
export function chartOf(indicator: string, { charts, finding }: Told, place: string): Chart {
  const chart = /^\d{0,3}$/.test(place) ? charts[Number(place || 1) - 1] : undefined;
  if (chart !== undefined) return chart;
  throw fault('INDICATOR_PART_UNKNOWN', {
    name: indicator,
    part: place === '' ? 'chart' : `chart ${place.slice(0, 20)}`,
    finding: finding.join(' '),
    parts: charts.length === 0 ? 'none' : `charts 1 to ${charts.length}`,
  });
}
