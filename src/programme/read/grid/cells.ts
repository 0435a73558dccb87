/** What parts the cells of a row: tabs, bars, semicolons, or two spaces and more. */
export type Separator = '\t' | '|' | ';' | ' ';

/** A cell and where it stands: signs of the line when spaces part the cells, else its rank. */
export interface Cell {
  readonly text: string;
  readonly from: number;
  /** The first place after it. */
  readonly to: number;
}

/** A longer line is no row of a programme. */
export const longestRow = 4000;
/** A week, its rooms, and what is said of a film. */
export const mostCells = 64;

/** What parts the cells of a line; null when it has one cell, or is too long. */
export function separatorOf(line: string): Separator | null {
  if (line.length > longestRow) return null;
  if (line.includes('\t')) return '\t';
  for (const sign of ['|', ';'] as const) if (line.split(sign).length >= 3) return sign;
  return /\S {2,}\S/.test(line) ? ' ' : null;
}

/** The cells of a line. An empty cell counts, also the first: the line is not trimmed. */
export function cut(line: string, separator: Separator): Cell[] {
  if (separator === ' ')
    return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
      text,
      from: index,
      to: index + text.length,
    }));
  const bare = separator === '|' ? withoutBars(line.trim()) : line;
  return bare.split(separator).map((text, at) => ({ text: unquoted(text), from: at, to: at + 1 }));
}

const withoutBars = (line: string): string =>
  line.slice(line.startsWith('|') ? 1 : 0, line.length > 1 && line.endsWith('|') ? -1 : undefined);

/** A cell as a spreadsheet gives it when it holds several lines. */
const unquoted = (text: string): string => {
  const cell = text.trim();
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
};

/** Whether a line only draws a table: `|---|---|`, `=====`. */
export const isRule = (line: string): boolean => /[-=_+|]/.test(line) && !/[^\s|+:=_-]/.test(line);

/** Whether a cell says nothing: a dash, a cross, “relâche”. */
export const saysNothing = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) ||
  /^\W*(?:x|n[ée]ant|rel[aâ]che|ferm[ée]e?|fermeture|pas de s[ée]ances?)\W*$/iu.test(text);

/** How much two spans share. */
export const shared = (a: Omit<Cell, 'text'>, b: Omit<Cell, 'text'>): number =>
  Math.min(a.to, b.to) - Math.max(a.from, b.from);

/** Whether an hour stands somewhere in a text; “12 hommes en colère” has none. */
export const saysHour = (text: string): boolean => /\d\s?h(?!\p{L})|\d:\d\d/iu.test(text);
