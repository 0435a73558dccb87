import type { DotChart, HeatChart } from '#charts/chart.ts';
import { alphas, betas } from '#market/compute/huff-fit.ts';
import { huffGround } from '#market/questions/huff.ts';
import { bars, colon } from '#web/study/bars.ts';
import { evidence } from '#web/study/evidence.tsx';
import type { Study } from '#web/study/study.tsx';
import { written } from '#web/study/written.ts';

/** The share of each cinema of the department: modelled, with its range, and sold. */
export function sharesChart(study: Study) {
  const { words, book, say } = study;
  const { huff: said } = words;
  const ground = huffGround(book);
  if (ground === null) return null;
  const rows = ground.cinemas
    .slice(0, ground.compared)
    .flatMap((cinema) => {
      const share = study.value('huff', `share/${cinema.id}`);
      const sold = study.value('huff', `sold/${cinema.id}`);
      return share === null || sold === null
        ? []
        : [{ name: cinema.communeName, full: share.label[say.language], share, sold: sold.value }];
    })
    .toSorted((a, b) => b.sold - a.sold)
    .slice(0, 12);
  const percent = (value: number): string => written(value, 'share', say, { digits: 0 });
  const chart: DotChart = {
    kind: 'dot',
    title: said.chart,
    description: said.told,
    language: say.language,
    x: { title: words.films.share, share: true },
    dots: rows.flatMap(({ name, share: { value, low = value, high = value }, sold }) => [
      {
        name: said.modelled,
        group: name,
        x: value,
        from: low,
        to: high,
        label: `${name}, ${said.modelled}${say.pick(colon)}${percent(value)} (${words.range(percent(low), percent(high))})`,
      },
      {
        name: said.sold,
        group: name,
        x: sold,
        from: sold,
        to: sold,
        label: `${name}, ${said.sold}${say.pick(colon)}${percent(sold)}`,
      },
    ]),
  };
  return evidence(study, {
    computed: ['huff'],
    chart,
    table: {
      name: 'huff',
      title: said.chart,
      columns: [
        { key: 'cinema', title: words.public.cinema, kind: 'text' },
        { key: 'modelled', title: said.modelled, kind: 'share', digits: 1 },
        { key: 'low', title: words.low, kind: 'share', digits: 1 },
        { key: 'high', title: words.high, kind: 'share', digits: 1 },
        { key: 'sold', title: said.sold, kind: 'share', digits: 1 },
      ],
      rows: rows.map(({ full, share, sold }) => [full, share.value, share.low ?? null, share.high ?? null, sold]),
    },
  });
}

/** Where the demand goes, cinemas elsewhere too. */
export function demandChart(study: Study) {
  const { words, book, say, department } = study;
  const { huff: said } = words;
  const rows = (huffGround(book)?.cinemas ?? [])
    .flatMap((cinema) => {
      const drawn = study.value('huff', `drawn/${cinema.id}`);
      const where = cinema.department === department ? '' : ` (${cinema.department})`;
      return drawn === null ? [] : [{ ...drawn, name: drawn.label[say.language] + where }];
    })
    .toSorted((a, b) => b.value - a.value)
    .slice(0, 12);
  if (rows.length < 3) return null;
  return evidence(study, {
    computed: ['huff'],
    chart: bars(study, {
      title: said.drawn,
      told: said.drawnTold,
      category: words.public.cinema,
      axis: { title: said.demand, share: true },
      bars: rows,
      digits: 0,
    }),
    table: {
      name: 'demand',
      title: said.drawn,
      columns: [
        { key: 'cinema', title: words.public.cinema, kind: 'text' },
        { key: 'share', title: said.demand, kind: 'share', digits: 1 },
        { key: 'low', title: words.low, kind: 'share', digits: 1 },
        { key: 'high', title: words.high, kind: 'share', digits: 1 },
      ],
      rows: rows.map(({ name, value, low, high }) => [name, value, low ?? null, high ?? null]),
    },
  });
}

/** The error of each pair of powers. */
export function gridChart(study: Study) {
  const { words, book, say } = study;
  const { huff: said } = words;
  const grid = huffGround(book)?.grid ?? [];
  const number = (value: number): string => written(value, '', say, { digits: 1 });
  const at = (alpha: number, beta: number) => grid.find((one) => one.alpha === alpha && one.beta === beta);
  const chart: HeatChart = {
    kind: 'heat',
    title: said.grid,
    description: said.gridTold,
    language: say.language,
    rows: { title: 'α', names: alphas.map(number) },
    columns: { title: 'β', names: betas.map(number) },
    cells: alphas.map((alpha) =>
      betas.map((beta) => {
        const error = at(alpha, beta)?.error ?? null;
        const text = error === null ? '' : number(error);
        return { value: error, text, label: `α ${number(alpha)}, β ${number(beta)}${say.pick(colon)}${text}` };
      }),
    ),
    legend: { title: said.gridLegend, digits: 0 },
  };
  return evidence(study, {
    computed: ['huff'],
    chart,
    table: {
      name: 'huff-grid',
      title: said.grid,
      columns: [
        { key: 'alpha', title: 'α', kind: 'number', digits: 1 },
        ...betas.map((beta) => ({
          key: `beta-${beta}`,
          title: `β ${number(beta)}`,
          kind: 'number' as const,
          digits: 1,
        })),
      ],
      rows: alphas.map((alpha) => [alpha, ...betas.map((beta) => at(alpha, beta)?.error ?? null)]),
    },
  });
}
