import { smallOf } from '#charts/axes.ts';
import type { HeatChart } from '#charts/chart.ts';
import { unheard } from '#charts/mark.ts';
import { widthOf } from '#charts/measure.ts';
import { STEPS } from '#charts/palette.ts';
import { text, type Sheet } from '#charts/sheet.ts';
import { tag } from '#charts/svg.ts';

/** The steps of colour of a grid. */
export interface Steps {
  readonly low: number;
  readonly high: number;
  /** `q`: from little to much; `d`: two hues around a middle. */
  readonly letter: 'q' | 'd';
  /** From 0; null without a value. */
  readonly of: (value: number | null) => number | null;
}

/** Steps of equal width over the values; around the middle, as far on both sides. */
export function stepsOf({ cells, middle }: HeatChart): Steps {
  const values = cells.flat().flatMap(({ value }) => (value !== null && Number.isFinite(value) ? [value] : []));
  let low = values.length === 0 ? 0 : Math.min(...values);
  let high = values.length === 0 ? 1 : Math.max(...values);
  const centre = middle !== undefined && Number.isFinite(middle) ? middle : null;
  if (centre !== null) {
    const far = Math.max(high - centre, centre - low) || 1;
    low = centre - far;
    high = centre + far;
  }
  const width = high - low;
  const of = (value: number | null): number | null => {
    if (value === null || !Number.isFinite(value)) return null;
    if (width <= 0) return Math.floor(STEPS / 2);
    return Math.max(0, Math.min(STEPS - 1, Math.floor(((value - low) / width) * STEPS)));
  };
  return { low, high, letter: centre === null ? 'q' : 'd', of };
}

/** A strip of the steps with the ends in words, and what is hatched. */
export function heatLegend(
  { legend, cells }: HeatChart,
  { low, high, letter }: Steps,
  sheet: Sheet,
): { readonly body: string; readonly height: number } {
  const size = smallOf(sheet);
  const words = (value: number): string =>
    legend.share === true ? sheet.say.percent(value, legend.digits) : sheet.say.number(value, legend.digits);
  const swatch = sheet.narrow ? 16 : 24;
  const middle = size * 2.3;
  const first = widthOf(words(low), size) + 6;
  const after = first + swatch * STEPS + 6;
  const end = after + widthOf(words(high), size) + 20;
  const missing = cells.flat().some(({ value }) => value === null || !Number.isFinite(value));
  const unknown = sheet.say.pick({ fr: 'sans valeur', en: 'no value' });
  const below = missing && end + 22 + widthOf(unknown, size) > sheet.width;
  const [missingX, missingY] = below ? [0, middle + size * 1.7] : [end, middle];
  return {
    body: unheard(
      text(legend.title, [0, size], { size, class: 'soft', most: sheet.width }),
      text(words(low), [0, middle + size * 0.36], { size, class: 'ink' }),
      ...Array.from({ length: STEPS }, (_, step) =>
        tag('rect', {
          class: `${letter}${step}`,
          x: first + swatch * step,
          y: middle - 6,
          width: swatch - 1,
          height: 12,
        }),
      ),
      text(words(high), [after, middle + size * 0.36], { size, class: 'ink' }),
      missing
        ? tag('rect', { fill: `url(#${sheet.id}-hatch)`, x: missingX, y: missingY - 6, width: 16, height: 12 }) +
            text(unknown, [missingX + 22, missingY + size * 0.36], { size, class: 'ink' })
        : '',
    ),
    height: middle + size + (below ? size * 1.7 : 0),
  };
}
