import { problem, type Problem } from '#programme/read/draft.ts';
import { saysNothing } from '#programme/read/grid/cells.ts';
import { bare, isDetails, isMarks, piecesOf, titleWith, type Piece } from '#programme/read/grid/cell-pieces.ts';
import { plainDay, readTime } from '#programme/read/days.ts';

/** A showing as a cell says it; what it does not say, its row and its column do. */
export interface CellShowing {
  readonly time: string;
  /** Several: the same hour each day. Empty: that of the column. */
  readonly days: readonly string[];
  readonly title: string;
  readonly marks: readonly string[];
  readonly venue: string;
}
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
  const said = words ? withTitles(pieces, context) : hours > 0 ? withoutTitles(pieces) : null;
  return said === null ? wrong : said === 'marks' ? { wrong: problem('marksWhose', { text }) } : { showings: said };
}

type Open = { -readonly [Name in keyof CellShowing]: CellShowing[Name] };
const open = (piece: Piece, days: readonly string[], title = ''): Open => ({
  time: piece.text,
  days,
  title,
  marks: [],
  venue: '',
});

/** Days hold for the hours after them. */
function daysBefore(days: readonly string[], piece: Piece, before: Piece | undefined): readonly string[] {
  const day = plainDay(piece.text);
  return before?.kind === 'day' ? [...days, day] : [day];
}

/** Hours and their marks: before them when the cell begins so, else after. Marks after several hours are of one, or of all: refused, unless in brackets. */
function withoutTitles(pieces: readonly Piece[]): Open[] | 'marks' | null {
  const said: Open[] = [];
  const [first] = pieces.filter(({ kind }) => kind !== 'day');
  const before = first?.kind === 'marks' || first?.kind === 'venue';
  const loose = pieces.some((piece) => piece.kind !== 'time' && !pieces.some((one) => one !== piece && one.part === piece.part));
  let days: readonly string[] = [];
  let held: Piece[] = [];
  let since: Open[] = [];
  for (const [at, piece] of pieces.entries()) {
    const previous = pieces[at - 1];
    if (!before && !loose && piece.part !== previous?.part) since = [];
    if (piece.kind === 'day') {
      days = daysBefore(days, piece, previous);
      if (previous?.kind === 'time' && previous.part === piece.part && days.length > 0 && said.some((one) => one.days.length === 0)) return null;
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

function add(showing: Open, piece: Piece): void {
  if (piece.kind === 'venue') showing.venue = bare(piece.text);
  else showing.marks = [...showing.marks, piece.text];
}

/** Hours then a title, or a title then hours, each with its marks, the same way in the whole cell. */
function withTitles(pieces: readonly Piece[], { timed }: CellContext): Open[] | null {
  const order = pieces.filter(({ kind }) => kind === 'time' || kind === 'words');
  const hoursFirst = order[0]?.kind === 'time';
  const hours = order.some(({ kind }) => kind === 'time');
  if (!hours) return timed ? titleAlone(pieces) : null;
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const done = group?.some(({ kind }) => kind === (hoursFirst ? 'words' : 'time')) === true;
    const opens = piece.kind === (hoursFirst ? 'time' : 'words') || (hoursFirst && piece.kind === 'day');
    if (group === undefined || (done && opens && !isDetailsAfter(piece, group))) groups.push([piece]);
    else group.push(piece);
  }
  const said: Open[] = [];
  let days: readonly string[] = [];
  for (const group of groups) {
    const read = groupSaid(group, days, hoursFirst);
    if (read === null) return null;
    days = read.days;
    said.push(...read.said);
  }
  return said;
}

const isDetailsAfter = (piece: Piece, group: readonly Piece[]): boolean =>
  piece.kind === 'words' && group.some(({ kind }) => kind === 'words') && isDetails(piece.text);

/** One title with its hours. */
function groupSaid(
  group: readonly Piece[],
  above: readonly string[],
  hoursFirst: boolean,
): { readonly said: Open[]; readonly days: readonly string[] } | null {
  const [title, ...details] = group.filter(({ kind }) => kind === 'words');
  const times = group.filter(({ kind }) => kind === 'time');
  if (title === undefined || times.length === 0) return null;
  if (details.some(({ text }) => !isDetails(text))) return null;
  // “14h30 / 20h30 Flow”: the first hour may be another film's
  const parts = new Set(times.map(({ part }) => part));
  if (hoursFirst && parts.size > 1) return null;
  const said: Open[] = [];
  let days = above;
  for (const [at, piece] of group.entries()) {
    if (piece.kind === 'day') days = daysBefore(days, piece, group[at - 1]);
    else if (piece.kind === 'time')
      said.push(open(piece, days, titleWith(title.text, details.map(({ text }) => text))));
    else if (piece.kind !== 'words') {
      const between = times.length > 1 && !hoursFirst && said.length > 0;
      if (between) return null;
      // marks before the hours of a title are the title's
      for (const one of said) add(one, piece);
      if (said.length === 0) details.push(piece);
    }
  }
  return { said, days };
}

/** The title of a cell whose row or column says the hour. */
function titleAlone(pieces: readonly Piece[]): Open[] | null {
  const [title, ...more] = pieces;
  if (title?.kind !== 'words' || more.some(({ kind, text }) => kind !== 'marks' && !(kind === 'words' && isDetails(text)))) return null;
  const details = more.map(({ text }) => text);
  return [{ time: '', days: [], title: titleWith(title.text, details.filter((one) => !isMarks(one))), marks: details.filter(isMarks), venue: '' }];
}
