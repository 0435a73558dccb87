export interface ChangePoints {
  /** The x at which each new line starts; none when one line tells it as well. */
  readonly at: number[];
  /** Of each line, one more than changes: its height at its first x. */
  readonly level: number[];
  readonly slope: number[];
}

/**
 * Straight lines that follow a series, each with its own level and slope, and where one gives way to the next. Of all placings
 * of 0 to `most` changes the one of the least BIC = n·log(RSS / n) + k·log n, a change costing three parameters: its place, a
 * level, a slope.
 * @param x rising; `weights`: how sure each y is (1 / variance, up to a factor); a point of weight 0 is left out
 * @param most changes at most, 3 unless told
 * @param least points a line must have, a tenth of the series and never below 5 unless told
 * @returns one empty `level` and `slope` list when no point has weight
 * Source: Bai & Perron 2003, "Computation and analysis of multiple structural change models", section 3 (dynamic programming);
 * Yao 1988, "Estimating the number of change-points via Schwarz' criterion".
 */
export function changePoints(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array,
  { most = 3, least }: { readonly most?: number; readonly least?: number } = {},
): ChangePoints {
  const kept = Uint32Array.from(x.keys()).filter((i) => weights[i]! > 0);
  const n = kept.length;
  if (n === 0) return { at: [], level: [], slope: [] };
  const lines = openLines(
    Float64Array.from(kept, (i) => x[i]!),
    Float64Array.from(kept, (i) => y[i]!),
    Float64Array.from(kept, (i) => weights[i]!),
  );
  const shortest = Math.max(2, least ?? Math.max(5, Math.ceil(n / 10)));
  const changes = Math.max(0, Math.min(most, Math.floor(n / shortest) - 1));
  const starts = bestStarts(n, changes, shortest, lines.rss);
  return {
    at: starts.slice(1).map((start) => x[kept[start]!]!),
    ...lines.told(starts),
  };
}

interface Lines {
  /** Weighted squares left by the line through the points from `first` up to, not including, `end`. */
  rss(first: number, end: number): number;
  told(starts: readonly number[]): { level: number[]; slope: number[] };
}

function openLines(x: Float64Array, y: Float64Array, weights: Float64Array): Lines {
  const n = x.length;
  // Sums are taken about the middle: years near 2000 squared would eat the digits.
  const [middleX, middleY] = [mean(x), mean(y)];
  const running = () => new Float64Array(n + 1);
  const [sw, su, sv, suu, suv, svv] = [running(), running(), running(), running(), running(), running()];
  for (let i = 0; i < n; i++) {
    const [w, u, v] = [weights[i]!, x[i]! - middleX, y[i]! - middleY];
    sw[i + 1] = sw[i]! + w;
    su[i + 1] = su[i]! + w * u;
    sv[i + 1] = sv[i]! + w * v;
    suu[i + 1] = suu[i]! + w * u * u;
    suv[i + 1] = suv[i]! + w * u * v;
    svv[i + 1] = svv[i]! + w * v * v;
  }
  const moments = (first: number, end: number) => {
    const w = sw[end]! - sw[first]!;
    const u = (su[end]! - su[first]!) / w;
    const v = (sv[end]! - sv[first]!) / w;
    const uu = suu[end]! - suu[first]! - w * u * u;
    const uv = suv[end]! - suv[first]! - w * u * v;
    const vv = svv[end]! - svv[first]! - w * v * v;
    return { u, v, vv, uv, slope: uu > 0 ? uv / uu : 0 };
  };
  return {
    rss(first, end) {
      const { vv, uv, slope } = moments(first, end);
      return Math.max(0, vv - slope * uv);
    },
    told(starts) {
      const found = starts.map((start, k) => ({ start, ...moments(start, starts[k + 1] ?? n) }));
      return {
        level: found.map(({ start, u, v, slope }) => middleY + v + slope * (x[start]! - middleX - u)),
        slope: found.map(({ slope }) => slope),
      };
    },
  };
}

/** The first point of each line of the placing of least BIC. */
function bestStarts(n: number, changes: number, shortest: number, rss: Lines['rss']): number[] {
  // left[k][end]: the least squares of the points before `end` by k + 1 lines; from[k][end]: where the last of them starts.
  const left = Array.from({ length: changes + 1 }, () => new Float64Array(n + 1).fill(Infinity));
  const from = Array.from({ length: changes + 1 }, () => new Uint32Array(n + 1));
  for (let end = Math.min(n, shortest); end <= n; end++) left[0]![end] = rss(0, end);
  for (let start = shortest; start <= n - shortest; start++)
    for (let end = start + shortest; end <= n; end++) {
      const last = rss(start, end);
      for (let k = 1; k <= changes; k++) {
        const all = left[k - 1]![start]! + last;
        if (all >= left[k]![end]!) continue;
        left[k]![end] = all;
        from[k]![end] = start;
      }
    }
  // A perfect fit would have a logarithm of -Infinity whatever the number of lines: rounding is no evidence.
  const floor = 1e-20 + 1e-12 * left[0]![n]!;
  const bic = left.map((row, k) => n * Math.log(Math.max(row[n]!, floor) / n) + (2 + 3 * k) * Math.log(n));
  const starts: number[] = [];
  let end = n;
  for (let k = bic.indexOf(Math.min(...bic)); k > 0; k--) {
    end = from[k]![end]!;
    starts.unshift(end);
  }
  return [0, ...starts];
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
