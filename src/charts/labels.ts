import { unheard } from '#charts/mark.ts';
import { widthOf } from '#charts/measure.ts';
import { text, type Sheet } from '#charts/sheet.ts';

/** Where labels of some height stand so that none touches another, each as near as it can to where it would be. @returns their middles, in the same order */
export function dodge(
  labels: readonly { readonly at: number; readonly height: number }[],
  top: number,
  bottom: number,
): readonly number[] {
  const order = labels.map((_, index) => index).toSorted((a, b) => (labels[a]?.at ?? 0) - (labels[b]?.at ?? 0));
  const placed = labels.map(({ at }) => at);
  let edge = top;
  for (const index of order) {
    const { at, height } = labels[index] ?? { at: 0, height: 0 };
    placed[index] = Math.max(at, edge + height / 2);
    edge = (placed[index] ?? 0) + height / 2;
  }
  edge = bottom;
  for (const index of order.toReversed()) {
    const { height } = labels[index] ?? { height: 0 };
    placed[index] = Math.min(placed[index] ?? 0, edge - height / 2);
    edge = (placed[index] ?? 0) - height / 2;
  }
  return placed;
}

/** Lanes for labels that stand along a line, so that those of one lane do not touch. @returns the lane of each, from 0 */
export function lanes(spans: readonly { readonly from: number; readonly to: number }[]): readonly number[] {
  const ends: number[] = [];
  const order = spans.map((span, index) => ({ ...span, index })).toSorted((a, b) => a.from - b.from);
  const given: number[] = spans.map(() => 0);
  for (const { from, to, index } of order) {
    const free = ends.findIndex((end) => end + 8 <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    given[index] = lane;
  }
  return given;
}

export interface LegendItem {
  readonly name: string;
  /** The key before the name: its left end and its middle are given. */
  readonly key: (x: number, y: number) => string;
}

/** Keys and names one after another, on as many lines as they need. */
export function legend(
  sheet: Sheet,
  items: readonly LegendItem[],
  { left = 0, top, keyWidth }: { readonly left?: number; readonly top: number; readonly keyWidth: number },
): { readonly body: string; readonly height: number } {
  const size = sheet.font - 1;
  const lineHeight = size * 1.55;
  const parts: string[] = [];
  let x = left;
  let line = 0;
  for (const { name, key } of items) {
    const width = Math.min(keyWidth + 6 + widthOf(name, size), sheet.width - left);
    if (x > left && x + width > sheet.width) {
      x = left;
      line++;
    }
    const y = top + lineHeight * (line + 0.5);
    const most = sheet.width - x - keyWidth - 6;
    parts.push(key(x, y), text(name, [x + keyWidth + 6, y + size * 0.36], { size, class: 'ink', most }));
    x += width + 18;
  }
  return { body: unheard(...parts), height: items.length === 0 ? 0 : lineHeight * (line + 1) };
}
