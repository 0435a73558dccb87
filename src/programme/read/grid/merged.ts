import type { Fields } from '#programme/read/fields.ts';
import type { Cell } from '#programme/read/grid/cells.ts';
import type { Column } from '#programme/read/grid/headings.ts';

/**
 * Days that stand only over the first of their columns. With a second line of headings (rooms, places, versions) each of its columns is of the day before it.
 * Without, a column without heading is of the day before it only when it can be no day of its own: every day has as many, and no day is missing.
 */
export function mergeOver(
  columns: readonly Column[],
  under: readonly Cell[],
  placeOf: (text: string) => Fields | null,
): { readonly columns: readonly Column[]; readonly used: boolean } {
  const below = columns.map((_, at) => under[at]?.text.replaceAll('\n', ' ').trim() ?? '');
  const first = columns.findIndex(({ role }) => role === 'data');
  const said = below.map((text) => (text === '' ? null : placeOf(text)));
  const overData = below.flatMap((text, at) =>
    at >= first && text !== '' && columns[at]?.role !== 'aside' ? [at] : [],
  );
  const used =
    overData.length >= 2 &&
    overData.every((at) => said[at] !== null && said[at]?.['time'] === undefined) &&
    columns.every(({ role, label }, at) => at >= first || below[at] === '' || role !== 'head' || label === '');
  if (!used) return { columns: withoutNames(columns), used };
  let day: Column | null = null;
  return {
    used,
    columns: columns.map((column, at) => {
      if (column.role === 'data') day = column;
      else if (column.role !== 'blank') day = null;
      if (day === null || at < first)
        return at < first && below[at] !== '' ? { ...column, label: below[at] ?? '' } : column;
      if (column.role === 'blank' && said[at] === null) return column;
      const fields = { ...day.fields, ...said[at] };
      return { ...day, from: column.from, to: column.to, label: `${day.label} ${below[at] ?? ''}`.trim(), fields };
    }),
  };
}

function withoutNames(columns: readonly Column[]): readonly Column[] {
  const places = columns.flatMap(({ role }, at) => (role === 'data' ? [at] : []));
  const [first = 0] = places;
  const last = places.at(-1) ?? 0;
  const widths = places.slice(1).map((at, place) => at - (places[place] ?? 0));
  const [width = 1] = widths;
  const end = columns.findIndex(({ role }, at) => at > last && role !== 'blank');
  const left = (end === -1 ? columns.length : end) - last;
  const regular =
    width > 1 && widths.every((one) => one === width) && left <= width && consecutive(places.map((at) => columns[at]));
  if (!regular) return columns;
  return columns.map((column, at) => {
    if (column.role !== 'blank' || at < first || at >= last + left) return column;
    const day = columns[first + Math.floor((at - first) / width) * width];
    return day === undefined ? column : { ...day, from: column.from, to: column.to };
  });
}

/** Whether days follow each other: a heading that is missing between them would be no day. */
const consecutive = (days: readonly (Column | undefined)[]): boolean =>
  days.every((column, at) => {
    const [before, date] = [days[at - 1]?.fields.date, column?.fields.date];
    return (
      at === 0 ||
      (before !== undefined && date !== undefined && Temporal.PlainDate.from(before).until(date).total('days') === 1)
    );
  });
