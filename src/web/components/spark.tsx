import type { JSX } from 'preact';
import type { Chart } from '#charts/chart.ts';

const WIDTH = 240;
const HEIGHT = 48;
const MOST = 60;

/** The shape of a chart, without numbers: an ornament beside the sentence that says it. Null for what has no shape at this size. */
export function Spark({ chart }: { readonly chart: Chart }): JSX.Element | null {
  const drawn = shapeOf(chart);
  return drawn === null ? null : (
    <svg
      class="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {drawn}
    </svg>
  );
}

function shapeOf(chart: Chart): JSX.Element | null {
  switch (chart.kind) {
    case 'line': {
      const shown = chart.series.slice(0, 3);
      const points = shown.flatMap((one) => one.points);
      if (points.length < 3) return null;
      const x = scale(
        points.map((point) => point.x),
        [2, WIDTH - 2],
      );
      const y = scale(
        points.map((point) => point.y),
        [HEIGHT - 4, 4],
      );
      return (
        <>
          {shown.map(({ name, points: own }) => (
            <polyline
              key={name}
              points={thin(own)
                .map((point) => `${x(point.x)},${y(point.y)}`)
                .join(' ')}
            />
          ))}
        </>
      );
    }
    case 'bar':
      return bars(chart.bars.map(({ values }) => values));
    case 'dot': {
      const dots = chart.dots.slice(0, 12);
      if (dots.length === 0) return null;
      const x = scale(
        [...dots.flatMap(({ from, to }) => [from, to]), chart.neutral ?? dots[0]?.x ?? 0],
        [4, WIDTH - 4],
      );
      return (
        <>
          {chart.neutral === undefined ? null : <path class="neutral" d={`M${x(chart.neutral)} 0V${HEIGHT}`} />}
          {dots.map((dot, at) => (
            <path key={at} d={`M${x(dot.from)} ${row(at, dots.length)}H${x(dot.to)}`} />
          ))}
        </>
      );
    }
    case 'span': {
      const rows = chart.rows.slice(0, 10);
      const x = scale(
        rows.flatMap(({ from, to }) => [from, to]),
        [2, WIDTH - 2],
      );
      return rows.length === 0 ? null : (
        <path d={rows.map(({ from, to }, at) => `M${x(from)} ${row(at, rows.length)}H${x(to)}`).join('')} />
      );
    }
    case 'heat':
    case 'map':
      return null;
  }
}

/** The first part of each bar, before the whole of it. */
function bars(values: readonly (readonly number[])[]): JSX.Element | null {
  const shown = thin(values);
  const whole = shown.map((parts) => parts.reduce((sum, value) => sum + value, 0));
  const most = Math.max(...whole);
  if (shown.length < 2 || most <= 0) return null;
  const step = WIDTH / shown.length;
  const columns = (heights: readonly number[]): string =>
    heights
      .map((value, at) => {
        const height = round((HEIGHT * Math.max(0, value)) / most);
        return `M${round(at * step)} ${HEIGHT}v${-height}h${round(step * 0.8)}v${height}z`;
      })
      .join('');
  return (
    <>
      {shown.some((parts) => parts.length > 1) ? <path class="solid pale" d={columns(whole)} /> : null}
      <path class="solid" d={columns(shown.map(([first = 0]) => first))} />
    </>
  );
}

const row = (at: number, of: number): number => round(((at + 0.5) * HEIGHT) / of);
const round = (value: number): number => Math.round(value * 10) / 10;

/** So many points at most, evenly. */
const thin = <T,>(points: readonly T[]): readonly T[] =>
  points.length <= MOST ? points : points.filter((_, at) => at % Math.ceil(points.length / MOST) === 0);

function scale(values: readonly number[], [from, to]: readonly [number, number]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => round(high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));
}
