import type { Row } from '#programme/read/grid/rows.ts';

/**
 * For each row, whether its hours are those of the film above when it has no title; what a PDF aligns at the top has each further hour under an earlier one.
 * What it centres has hours over and under the line of the title: nobody can tell then whose they are, and every row without a title is none's.
 */
export function stackedHours(rows: readonly Row[]): boolean[] {
  let above = new Map<number, number>();
  let centred = false;
  for (const { head, cells, follows } of rows) {
    const titled = head.length > 0;
    if (titled || !follows) above = new Map();
    for (const { column, text } of cells) {
      const minutes = lastHour(text);
      const before = above.get(column.from);
      if (!titled && (before === undefined || minutes < before)) centred = true;
      above.set(column.from, minutes);
    }
  }
  return rows.map(({ head }) => head.length > 0 || !centred);
}

const lastHour = (text: string): number => {
  const [, hours = '0', minutes = '0'] = [...text.matchAll(/(\d{1,2})\s?[hH:]\s?(\d{2})?/g)].at(-1) ?? [];
  return Number(hours) * 60 + Number(minutes);
};
