import type { Axis, BarChart } from '#charts/chart.ts';
import type { Study } from '#web/study/study.tsx';
import { written } from '#web/study/written.ts';

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

interface BarsAsked {
  readonly title: string;
  readonly told: string;
  readonly category: string;
  readonly axis: Axis;
  readonly lying?: boolean;
  readonly bars: readonly Bar[];
  readonly digits?: number;
}

/** Plain bars, each with its value in words, and its range when it has one. */
export function bars({ words, say }: Study, asked: BarsAsked): BarChart {
  const { title, told, category, axis, lying = true, digits } = asked;
  const options = digits === undefined ? {} : { digits };
  const amount = (value: number): string => {
    const text = written(value, axis.share === true ? 'share' : '', say, options);
    return axis.unit === undefined ? text : `${text}\u00a0${axis.unit}`;
  };
  return {
    kind: 'bar',
    title,
    description: told,
    language: say.language,
    lying,
    category: { title: category },
    y: digits === undefined ? axis : { ...axis, digits },
    parts: [axis.title],
    bars: asked.bars.map(({ name, value, low, high }) => ({
      name,
      values: [value],
      label:
        low === undefined || high === undefined || low === high
          ? `${name}${say.pick(colon)}${amount(value)}`
          : `${name}${say.pick(colon)}${amount(value)} (${words.range(amount(low), amount(high))})`,
      ...(low === undefined || high === undefined ? {} : { from: low, to: high }),
    })),
  };
}

/** Between a name and its value. */
export const colon = { fr: '\u00a0: ', en: ': ' } as const;
