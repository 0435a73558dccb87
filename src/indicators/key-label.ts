import { marksOf } from '#charts/marks-of.ts';
import type { Told } from '#indicators/told.ts';

/** What a key stands for, as its mark or its row says it; null when nothing of the answer bears it. */
export function keyLabel({ charts, tables }: Told, key: string): string | null {
  const mark = charts.flatMap(marksOf).find((one) => one.key === key);
  if (mark !== undefined) return mark.label;
  for (const { keys, rows, columns } of tables) {
    const row = rows[keys?.indexOf(key) ?? -1];
    const named = columns.findIndex(({ kind }) => kind === 'text');
    if (row !== undefined) return String(row[Math.max(0, named)] ?? key);
  }
  return null;
}
