import { fieldNamed } from '#programme/read/csv.ts';
import { problem } from '#programme/read/draft.ts';
import { cut, isRule, mostCells, separatorOf, type Cell } from '#programme/read/grid/cells.ts';
import type { Header } from '#programme/read/grid/header.ts';
import { readDayCell } from '#programme/read/grid/day-cells.ts';
import {
  isSum,
  placeFields,
  readHeading,
  saysLittle,
  type Around,
  type Column,
} from '#programme/read/grid/headings.ts';
import { tokensOf } from '#programme/read/tokens.ts';

/** A table whose days stand at the left, under a heading of hours, places, rooms or films; or films at the left under places, with days in its cells. */
export interface SideHeader extends Header {
  readonly left: 'days' | 'films';
}

/** The heading of such a table, if one begins at this line: its first row says which. */
export function sideHeader(around: Around, at: number): SideHeader | null {
  const line = around.lines[at] ?? '';
  const separator = separatorOf(line);
  if (separator === null) return null;
  const cells = cut(line, separator);
  if (cells.length > mostCells) return null;
  const corner = separator === ' ' && !isCorner(cells[0]?.text ?? '') ? null : cells[0];
  if (corner === null && (cells[0]?.from ?? 0) < 4) return null;
  const rest = corner === null ? cells : cells.slice(1);
  const said = rest.filter(({ text }) => text !== '');
  const left = leftOf(around, at + 1, { separator, corner: corner?.text ?? '', from: rest[0]?.from ?? 0 });
  if (left === null || said.length < (left === 'films' || separator === ' ' ? 2 : 1)) return null;
  const columns = rest.map((cell) => columnUnder(cell, around, left));
  if (columns.some((column) => column === null) || !columns.some((column) => column?.role === 'data')) return null;
  const known = columns.flatMap((column) => column ?? []);
  if (separator === ' ' && left === 'films' && known.some(({ words }) => words !== '')) return null;
  const first: Column[] =
    corner === null || corner === undefined || separator === ' '
      ? []
      : [
          {
            from: corner.from,
            to: corner.to,
            label: corner.text,
            role: 'head',
            field: left === 'days' ? 'date' : 'title',
            fields: {},
            words: '',
            wrong: null,
          },
        ];
  return { separator, columns: [...first, ...known], next: at + 1, supposed: [], left };
}

const longestHeading = 120;
/** Lines to its first row with a showing: a week, or blank lines. */
const mostBare = 8;

/** What the corner of such a table says, if anything. */
const isCorner = (text: string): boolean => /^(?:jours?|dates?|days?)$/i.test(text.trim());

/** What stands at the left of the first row; null when this is no such table. */
function leftOf(
  around: Around,
  after: number,
  {
    separator,
    corner,
    from,
  }: { readonly separator: Header['separator']; readonly corner: string; readonly from: number },
): SideHeader['left'] | null {
  for (let at = after; at < after + mostBare; at++) {
    const line = around.lines[at] ?? '';
    if (line.trim() === '' || isRule(line)) continue;
    const alone = separator === '\t' && readDayCell(line.trim(), around.today) !== null;
    if (!alone && separatorOf(line) !== separator) return null;
    const [first, ...cells] = cut(line, separator);
    if (first === undefined || first.text === '' || (separator === ' ' && first.to >= from)) return null;
    const isDay = (readHeading(first, around)?.day ?? null) !== null;
    const filled = cells.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    // days without a showing come first, and may have lost their empty cells
    if (filled.length === 0 && isDay) continue;
    if (isDay) return corner === '' || isCorner(corner) ? 'days' : null;
    return filled.length > 0 && filled.every(isDated) && (corner === '' || fieldNamed(corner) === 'title')
      ? 'films'
      : null;
  }
  return null;

  function isDated({ text }: Cell): boolean {
    const kinds = text.length > longestHeading ? [] : tokensOf(text, around.today).map(({ kind }) => kind);
    return kinds.includes('day') && kinds.includes('time');
  }
}

/** Null: with this heading it is a list, read as before. */
function columnUnder(cell: Cell, around: Around, left: SideHeader['left']): Column | null {
  const label = cell.text.replaceAll('\n', ' ').trim();
  const column = { from: cell.from, to: cell.to, label, field: null, fields: {}, words: '', wrong: null };
  if (label === '') return { ...column, role: 'blank' };
  if (label.length > longestHeading) return null;
  const fields = placeFields(label, around.isVenue);
  if (fields !== null)
    return fields.time !== undefined && left === 'films' ? null : { ...column, role: 'data', fields };
  // “12h08 à l’est de Bucarest”: an hour, or a film, nobody can tell
  const timed = readHeading(cell, around) !== null || tokensOf(label, around.today).some(({ kind }) => kind !== 'text');
  if (timed) return { ...column, role: 'data', wrong: problem('cell', { text: label }) };
  const field = fieldNamed(label);
  if (field === 'title' || field === 'time' || field === 'date' || field === 'starts') return null;
  if (field !== null) return { ...column, role: 'head', field };
  if (isSum(label)) return { ...column, role: 'aside' };
  return { ...column, role: 'data', words: saysLittle(label) ? '' : label };
}
