import { problem, type Problem } from '#programme/read/draft.ts';
import { saysNothing } from '#programme/read/grid/cells.ts';
import { piecesOf, type Piece } from '#programme/read/grid/cell-pieces.ts';
import { add, daysBefore, open, type CellShowing, type Open } from '#programme/read/grid/cell-showing.ts';
import { withTitles } from '#programme/read/grid/cell-titles.ts';
import { readTime } from '#programme/read/days.ts';

export type CellSaid = { readonly showings: readonly CellShowing[] } | { readonly wrong: Problem };

export interface CellContext {
  readonly today: Temporal.PlainDate;
  readonly isVenue: (text: string) => boolean;
  /** What its column is called. */
  readonly column: string;
  /** Whether its row or its column say the hour: words are a title. */
  readonly timed: boolean;
}

/** A longer cell is a text. */
const longestCell = 300;

/** Reads hours and marks (`14h30 / 20h30 VOST`), or hours and titles (`15h Flow`, `Flow 15h`). What is neither is wrong, and whole: never half a cell. */
export function readCell(text: string, context: CellContext): CellSaid {
  if (saysNothing(text)) return { showings: [] };
  const wrong: CellSaid = { wrong: problem('cell', { text, column: context.column }) };
  if (text.length > longestCell) return wrong;
  const pieces = piecesOf(text, context);
  if (pieces.some(({ kind }) => kind === 'range')) return { wrong: problem('range', { text }) };
  for (const piece of pieces)
    if (piece.kind === 'time') {
      const read = readTime(piece.text);
      if ('wrong' in read) return read;
      // nobody opens at two in the night: a length, or a column read for another
      if (read.is.hour >= 1 && read.is.hour < 8) return { wrong: problem('timeUnreadable', { text: piece.text }) };
    }
  const hours = pieces.filter(({ kind }) => kind === 'time').length;
  const words = pieces.some(({ kind }) => kind === 'words');
  const said = words ? withTitles(pieces, context.timed) : hours > 0 ? withoutTitles(pieces) : null;
  return said === null ? wrong : said === 'marks' ? { wrong: problem('marksWhose', { text }) } : { showings: said };
}

/** Hours and their marks: before them when the cell begins so, else after. Marks after several hours are of one, or of all: refused, unless in brackets. */
function withoutTitles(pieces: readonly Piece[]): Open[] | 'marks' | null {
  const said: Open[] = [];
  const first = pieces.find(({ kind }) => kind !== 'day');
  const before = first?.kind === 'marks' || first?.kind === 'venue';
  const loose = pieces.some(
    (piece) => piece.kind !== 'time' && !pieces.some((one) => one !== piece && one.part === piece.part),
  );
  let days: readonly string[] = [];
  let held: Piece[] = [];
  let since: Open[] = [];
  for (const [at, piece] of pieces.entries()) {
    const previous = pieces[at - 1];
    if (!before && !loose && piece.part !== previous?.part) since = [];
    if (piece.kind === 'day') {
      days = daysBefore(days, piece, previous);
      if (
        previous?.kind === 'time' &&
        previous.part === piece.part &&
        days.length > 0 &&
        said.some((one) => one.days.length === 0)
      )
        return null;
      since = [];
    } else if (piece.kind === 'time') {
      const one = open(piece, days);
      if (before) for (const mark of held) add(one, mark);
      said.push(one);
      since.push(one);
    } else if (before) {
      held = previous?.kind === 'marks' || previous?.kind === 'venue' ? [...held, piece] : [piece];
    } else {
      const after = piece.text.trimStart().startsWith('(') ? since.slice(-1) : since;
      const [one] = after;
      if (one === undefined || after.length > 1) return 'marks';
      add(one, piece);
      // further marks are still its own, the next hour is another
      if (pieces[at + 1]?.kind === 'time') since = [];
    }
  }
  const last = pieces.at(-1);
  // marks on both sides: whose they are is not said
  if (before && last?.kind !== 'time') return 'marks';
  return said;
}
