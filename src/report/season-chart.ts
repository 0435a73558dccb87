import type { BarChart } from '#charts/chart.ts';
import type { Table } from '#indicators/told.ts';
import type { ToldReport } from '#report/told-report.ts';
import type { Speech } from '#words/speech.ts';

/** The year of the cinemas as a chart, and the table of the same rows. */
export function seasonChart(
  { chart, months }: NonNullable<ToldReport['season']>,
  say: Speech,
): { readonly chart: BarChart; readonly table: Table } {
  const name = (fr: string, en: string): string => say.pick({ fr, en });
  return {
    chart: {
      kind: 'bar',
      language: say.language,
      lying: false,
      title: name(
        'Les mois de l’année au cinéma\u00a0: 100 est un mois moyen',
        'The months of the year at the cinema: 100 is an average month',
      ),
      description: chart,
      category: { title: name('Mois', 'Month') },
      y: { title: name('indice, 100 en moyenne', 'index, 100 on average') },
      parts: [name('indice', 'index')],
      bars: months.map((one) => ({
        name: one.short,
        values: [Math.round(one.value)],
        from: one.low,
        to: one.high,
        label: one.label,
      })),
    },
    table: {
      name: 'months',
      title: chart,
      columns: [
        { key: 'month', title: name('Mois', 'Month'), kind: 'text' },
        { key: 'index', title: name('Indice', 'Index'), kind: 'number' },
        { key: 'low', title: name('Année la plus basse', 'Lowest year'), kind: 'number' },
        { key: 'high', title: name('Année la plus haute', 'Highest year'), kind: 'number' },
      ],
      rows: months.map((one) => [one.name, one.value, one.low, one.high]),
    },
  };
}
