import type { Axis } from '#charts/chart.ts';

/** What is written at ticks: in the axis's unit, with as many digits as tell them apart, years without a separator. */
export function tickWords(
  axis: Axis,
  ticks: readonly number[],
  values: readonly number[],
  language: 'fr' | 'en',
): readonly string[] {
  const write = writer(axis, ticks, values, language === 'fr' ? 'fr' : 'en-GB');
  return ticks.map((tick) => withUnit(write(tick === 0 ? 0 : tick), axis, language));
}

/** One value as its axis writes it, with so many digits that it can be read beside a bar. */
export function valueWords(axis: Axis, value: number, language: 'fr' | 'en'): string {
  const locale = language === 'fr' ? 'fr' : 'en-GB';
  const size = Math.abs(value);
  if (axis.digits !== undefined) {
    const style = axis.share === true ? 'percent' : 'decimal';
    const told = { style, minimumFractionDigits: axis.digits, maximumFractionDigits: axis.digits } as const;
    return withUnit(new Intl.NumberFormat(locale, told).format(value), axis, language);
  }
  if (axis.share === true) {
    const digits = size > 0 && size < 0.0995 ? 1 : 0;
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value);
  }
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 2;
  const options = size >= 1e6 ? compact : { maximumFractionDigits: digits };
  return withUnit(new Intl.NumberFormat(locale, options).format(value), axis, language);
}

const compact = { notation: 'compact', maximumSignificantDigits: 3 } as const;

function writer(
  axis: Axis,
  ticks: readonly number[],
  values: readonly number[],
  locale: string,
): (value: number) => string {
  if (areYears(axis, [...values, ...ticks])) return String;
  const steps = ticks.slice(1).map((tick, index) => Math.abs(tick - (ticks[index] ?? tick)));
  const step = Math.min(...steps, Infinity);
  const digits = Number.isFinite(step) && step > 0 ? Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))) : 2;
  if (axis.share === true) {
    const after = Math.max(0, digits - 2);
    const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: after });
    return (value) => format.format(value);
  }
  if (ticks.some((tick) => Math.abs(tick) >= 1e6)) {
    const format = new Intl.NumberFormat(locale, compact);
    return (value) => format.format(value);
  }
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: axis.scale === 'log' ? 6 : digits });
  return (value) => format.format(value);
}

const areYears = ({ unit, share, scale }: Axis, values: readonly number[]): boolean =>
  unit === undefined &&
  share !== true &&
  scale !== 'log' &&
  values.length > 0 &&
  values.every((value) => value >= 1500 && value <= 2200);

function withUnit(number: string, { unit, share }: Axis, language: 'fr' | 'en'): string {
  if (unit === undefined || unit === '' || share === true) return number;
  return unit === '%' && language === 'en' ? `${number}%` : `${number}\u00a0${unit}`;
}
