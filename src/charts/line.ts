import { area } from 'd3-shape';
import { flatAxis, flatAxisHeight, smallOf, uprightAxis, type Box } from '#charts/axes.ts';
import type { LineChart, LinePoint } from '#charts/chart.ts';
import { dodge, legend } from '#charts/labels.ts';
import { rulesOf } from '#charts/line-rules.ts';
import { countStrip, stripHeight } from '#charts/line-strip.ts';
import { mark, marks, unheard } from '#charts/mark.ts';
import { widest, wrap } from '#charts/measure.ts';
import { dashes, inTurn, turn } from '#charts/palette.ts';
import { scaleOf, type Scale } from '#charts/scales.ts';
import { seriesShape } from '#charts/shapes.ts';
import { text, type Drawn, type Sheet } from '#charts/sheet.ts';
import { lineThrough, px, rule, tag } from '#charts/svg.ts';

type Series = LineChart['series'][number];

interface Plot {
  readonly sheet: Sheet;
  readonly box: Box;
  readonly x: Scale;
  readonly y: Scale;
  /** The usual way from one point to the next, on the sheet. */
  readonly step: number;
}

/** Curves with bands, whiskers, rules and a strip of counts; names at the ends of the curves where there is room. */
export function drawLine(chart: LineChart, sheet: Sheet): Drawn {
  const size = smallOf(sheet);
  const series = chart.series.map(({ name, points }) => ({ name, points: points.filter(isPlace) }));
  const several = series.length > 1;
  const names = several && !sheet.narrow ? series.map(({ name }) => wrap(name, size, 150, 3, true)) : [];
  const items = series.map(({ name }, index) => ({ name, key: (at: number, y: number) => lineKey(index, at, y) }));
  const keys = legend(sheet, several && sheet.narrow ? items : [], { top: 0, keyWidth: 30 });
  const tall = sheet.narrow ? 210 : 300;
  const left =
    widest(
      yScale(chart, series, sheet, [tall, 0]).ticks.map((tick) => tick.text),
      size,
    ) + 8;
  const right = sheet.width - (names.length > 0 ? widest(names.flat(), size, true) + 14 : 8);
  const xs = [...series.flatMap(({ points }) => points), ...(chart.strip?.points ?? [])].map((point) => point.x);
  const x = scaleOf(sheet, {
    axis: chart.x,
    values: xs,
    range: [left + 6, right - 6],
    most: sheet.narrow ? 6 : 11,
    zero: false,
    round: false,
    flat: true,
    size,
  });
  const rules = rulesOf(chart, sheet, x, { left, right });
  const top = keys.height + size * 2.4 + rules.height;
  const box = { left, right, top, bottom: top + tall };
  const y = yScale(chart, series, sheet, [box.bottom, top]);
  const plot = { sheet, box, x, y, step: stepOf(xs, x) };
  const under = box.bottom + flatAxisHeight(sheet, chart.x.title);
  const body = [
    keys.body,
    uprightAxis(sheet, y, { ...box, top: top - rules.height }, chart.y.title),
    unheard(rules.draw(box)),
    unheard(...series.map((one, index) => bandsOf(one, index, plot))),
    unheard(...series.map((one, index) => curveOf(one, index, plot))),
    flatAxis(sheet, x, box, chart.x.title),
    names.length === 0 ? '' : unheard(...endNames(series, names, plot)),
    ...series.map((one, index) => pointsOf(one, index, plot)),
    chart.strip === undefined ? '' : countStrip(chart.strip, plot, under),
  ];
  return { body: body.join(''), height: under + (chart.strip === undefined ? 0 : stripHeight(sheet, chart.strip)) };
}

function yScale({ y }: LineChart, series: readonly Series[], sheet: Sheet, range: readonly [number, number]): Scale {
  const all = series.flatMap(({ points }) =>
    points.flatMap(({ y: at, low, high, from, to }) => [at, low, high, from, to]),
  );
  return scaleOf(sheet, {
    axis: y,
    values: all.filter((value) => value !== undefined),
    range,
    most: sheet.narrow ? 5 : 6,
    zero: true,
    round: true,
    flat: false,
    size: smallOf(sheet),
  });
}

const isPlace = ({ x, y }: LinePoint): boolean => Number.isFinite(x) && Number.isFinite(y);

const lineKey = (index: number, at: number, y: number): string =>
  rule([at, y], [at + 30, y], {
    class: `l${turn(index)}`,
    'stroke-width': 2.5,
    'stroke-dasharray': inTurn(dashes, index),
  }) +
  tag('path', { class: `f${turn(index)}`, d: seriesShape(index, 36), transform: `translate(${px(at + 15)} ${px(y)})` });

function stepOf(xs: readonly number[], x: Scale): number {
  const places = [...new Set(xs)].toSorted((a, b) => a - b).map(x.at);
  const steps = places
    .slice(1)
    .map((place, index) => place - (places[index] ?? 0))
    .filter((step) => step > 0);
  return steps.length === 0 ? 40 : Math.min(...steps);
}

/** The points in runs without a gap. */
function runsOf({ points }: Series, { x, step }: Plot): readonly (readonly LinePoint[])[] {
  const runs: LinePoint[][] = [];
  for (const point of points.toSorted((a, b) => a.x - b.x)) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run === undefined || before === undefined || x.at(point.x) - x.at(before.x) > step * 1.5) runs.push([point]);
    else run.push(point);
  }
  return runs;
}

function bandsOf(series: Series, index: number, plot: Plot): string {
  const wide = bandPath(series, plot, ({ low, high }) => [low, high]);
  const dense = !plot.sheet.fine;
  const narrow = dense ? bandPath(series, plot, ({ from, to }) => [from, to]) : '';
  return [
    wide === '' ? '' : tag('path', { class: `f${turn(index)}`, 'fill-opacity': '0.15', d: wide }),
    narrow === '' ? '' : tag('path', { class: `f${turn(index)}`, 'fill-opacity': '0.3', d: narrow }),
  ].join('');
}

type Ends = readonly [number | undefined, number | undefined];

function bandPath(series: Series, plot: Plot, endsOf: (point: LinePoint) => Ends): string {
  const shape = area<readonly [number, number, number]>()
    .x(([at]) => at)
    .y0(([, low]) => low)
    .y1(([, , high]) => high)
    .digits(1);
  return runsOf(series, plot)
    .map((run) =>
      run.flatMap((point): [number, number, number][] => {
        const [low, high] = endsOf(point);
        if (low === undefined || high === undefined || !Number.isFinite(low) || !Number.isFinite(high)) return [];
        return [[plot.x.at(point.x), plot.y.at(low), plot.y.at(high)]];
      }),
    )
    .filter(({ length }) => length > 1)
    .map((run) => shape(run) ?? '')
    .join('');
}

function curveOf(series: Series, index: number, plot: Plot): string {
  const { x, y, sheet } = plot;
  const runs = runsOf(series, plot);
  const d = runs
    .filter(({ length }) => length > 1)
    .map((run) => lineThrough(run.map((point) => [x.at(point.x), y.at(point.y)])));
  const alone = sheet.fine ? [] : runs.filter(({ length }) => length === 1).flat();
  return [
    tag('path', {
      class: `l${turn(index)}`,
      'stroke-width': 2.5,
      'stroke-linejoin': 'round',
      'stroke-dasharray': inTurn(dashes, index),
      d: d.join(''),
    }),
    ...alone.map((point) => tag('circle', { class: `f${turn(index)}`, cx: x.at(point.x), cy: y.at(point.y), r: 2.5 })),
  ].join('');
}

function pointsOf({ name, points }: Series, index: number, { sheet, x, y, step }: Plot): string {
  const reach = Math.max(5, Math.min(13, step / 2));
  const shape = sheet.fine ? seriesShape(index, 42) : '';
  const drawn = points.map((point) => {
    const [cx, cy] = [x.at(point.x), y.at(point.y)];
    const [from, to] = [point.from, point.to].map((end) =>
      end === undefined || !Number.isFinite(end) ? cy : y.at(end),
    );
    const whisker =
      sheet.fine && from !== undefined && to !== undefined && from !== to
        ? rule([cx, from], [cx, to], { class: `l${turn(index)}`, 'stroke-width': 1.5 })
        : '';
    const dot =
      shape === ''
        ? ''
        : tag('path', { class: `f${turn(index)}`, d: shape, transform: `translate(${px(cx)} ${px(cy)})` });
    return mark(sheet, point, whisker, dot, tag('circle', { class: 'hit', cx, cy, r: reach }));
  });
  if (points.length === 0) return '';
  // on a telephone points so close are not touched one by one
  return marks(sheet, summary(name, points, sheet), sheet.narrow && !sheet.fine ? [] : drawn);
}

/** A series in words: its ends, and its least and most. */
function summary(name: string, points: readonly LinePoint[], { say }: Sheet): string {
  const sorted = points.toSorted((a, b) => a.y - b.y);
  const parts = say.pick({
    fr: ['au début', 'à la fin', 'au plus bas', 'au plus haut'],
    en: ['first', 'last', 'lowest', 'highest'],
  });
  const told = [points[0], points.at(-1), sorted[0], sorted.at(-1)];
  const colon = say.pick({ fr: '\u00a0: ', en: ': ' });
  return `${name}${colon}${parts.map((part, index) => `${part}, ${told[index]?.label ?? ''}`).join(' ; ')}`;
}

function endNames(
  series: readonly Series[],
  names: readonly (readonly string[])[],
  { sheet, box, x, y }: Plot,
): string[] {
  const size = smallOf(sheet);
  const ends = series.map(({ points }) => points.toSorted((a, b) => a.x - b.x).at(-1));
  const places = dodge(
    ends.map((end, index) => ({
      at: end === undefined ? box.top : y.at(end.y),
      height: (names[index]?.length ?? 1) * size * 1.2 + 4,
    })),
    box.top - size / 2,
    box.bottom + size,
  );
  return names.flatMap((lines, index) => {
    const end = ends[index];
    if (end === undefined) return [];
    const middle = places[index] ?? 0;
    const lead =
      box.right - x.at(end.x) > 24 || Math.abs(middle - y.at(end.y)) > size
        ? rule([x.at(end.x) + 4, y.at(end.y)], [box.right + 4, middle], {
            class: `l${turn(index)}`,
            'stroke-width': 1,
            'stroke-opacity': '0.6',
          })
        : '';
    return [
      lead,
      ...lines.map((line, row) =>
        text(line, [box.right + 8, middle + size * (0.36 + (row - (lines.length - 1) / 2) * 1.2)], {
          size,
          class: `f${turn(index)}`,
          bold: true,
        }),
      ),
    ];
  });
}
