import { fieldNamed } from '#programme/read/csv.ts';
import { problem, type Problem } from '#programme/read/draft.ts';
import type { FieldName, Fields } from '#programme/read/fields.ts';
import { readTime } from '#programme/read/days.ts';
import { bare, isMarks } from '#programme/read/grid/cell-pieces.ts';
import type { Cell } from '#programme/read/grid/cells.ts';
import { readDayCell, type DayCell } from '#programme/read/grid/day-cells.ts';
import type { WeekSaid } from '#programme/read/grid/week-said.ts';
import { tokensOf } from '#programme/read/tokens.ts';
import { isRoom, titleFields } from '#programme/read/words-of-line.ts';

/** What a table stands in: the lines of a text, the day, and the places of the house. */
export interface Around {
  readonly lines: readonly string[];
  readonly today: Temporal.PlainDate;
  readonly isVenue: (text: string) => boolean;
  readonly weeks: readonly WeekSaid[];
}

/** A column: of showings (a day, an hour, a place, a film say which), of what is said of films, or left aside. */
export interface Column {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly role: 'data' | 'head' | 'aside' | 'blank';
  /** What a column of the head holds; null: its heading does not say. */
  readonly field: FieldName | null;
  /** What its heading says of each showing under it. */
  readonly fields: Fields;
  /** A heading that may be a film or a place. */
  readonly words: string;
  /** Why nothing can be read under it. */
  readonly wrong: Problem | null;
}

/** What a heading says, when it is a day, an hour, a place, a room or a mark. */
export interface Heading {
  readonly day: DayCell | null;
  readonly fields: Fields;
  readonly wrong: Problem | null;
}

const partsOfDay =
  /^(?:matin[ée]*e?s?|apr[eè]s[- ]midis?|soir[ée]*e?s?|midi|nuit|films?|titres?|programme|horaires?|s[ée]ances?(?: \d)?|\d(?:re|ère|e|ème) séance)$/iu;
/** Words over a column that say nothing of its showings: “Soirée”, “Films”. */
export const saysLittle = (text: string): boolean => partsOfDay.test(bare(text));

/** What sums up or describes: told, and left aside, whatever stands under it. */
export const isSum = (text: string): boolean =>
  /^(?:totaux|total\b.*|nb\b.*|nombre\b.*|nbre\b.*|entr[ée]es|genre|[âa]ge|public|pays|distributeur|distribution|dist\.?|s[ée]ances? total\w*|sortie|semaine n?°?|sem\.?)$/iu.test(
    bare(text),
  );

const alone = /^(?:(?:grande|petite)\s+salle|(?:salle|écran)\s(?:n°\s?)?[\w-]{1,12}|s\.?\s?\d{1,2})$/iu;
/** Whether a heading names a room. */
export const isRoomName = (text: string): boolean => isRoom(text) || alone.test(bare(text));

/** Reads a heading that is a day, with or without its place, its room, its version (`Mer 25`, `Sam 28 Salle 1`). */
export function readHeading(cell: Cell, { today, isVenue }: Around): Heading | null {
  const text = cell.text.replaceAll('\n', ' ').trim();
  if (text === '' || text.length > 120) return null;
  const day = readDayCell(text, today);
  if (day !== null) return { day, fields: {}, wrong: null };
  const fields = placeFields(text, isVenue);
  if (fields !== null) return { day: null, fields, wrong: null };
  const tokens = tokensOf(text, today);
  const said = tokens.find(({ kind }) => kind === 'day');
  if (said === undefined || tokens.some(({ kind }) => kind === 'time' || kind === 'range')) return null;
  const dated = readDayCell(said.text, today);
  const rest = tokens.filter((token) => token !== said);
  if (dated === null || rest.length > 2) return null;
  const beside = rest.map((token) =>
    token.kind === 'text' ? (saysLittle(token.text) ? {} : placeFields(bare(token.text), isVenue)) : null,
  );
  return beside.some((one) => one === null)
    ? { day: dated, fields: {}, wrong: problem('notDay', { text: '', column: text }) }
    : { day: dated, fields: Object.assign({}, ...beside), wrong: null };
}

/** An hour, a place of the house, a room, or marks, as a heading says them; null when it is neither. */
export function placeFields(text: string, isVenue: (text: string) => boolean): Fields | null {
  if (isVenue(text)) return { venue: text };
  if (/^\d{1,2}\s?(?:h|:)\s?\d{0,2}$/i.test(text) && 'is' in readTime(text)) return { time: text };
  if (isRoomName(text)) return { screen: text };
  if (!isMarks(text)) return null;
  const { title = '', price, screen } = titleFields(text);
  return {
    ...(title === '' ? {} : { version: title }),
    ...(price === undefined ? {} : { price }),
    ...(screen === undefined ? {} : { screen }),
  };
}

/** A column whose heading is no day: a field of a film, a sum, or unknown. */
export function plainColumn(cell: Cell, first: boolean): Column {
  const label = cell.text.replaceAll('\n', ' ').trim();
  const field = fieldNamed(label);
  const { from, to } = cell;
  const column = { from, to, label, field, fields: {}, words: '', wrong: null };
  if (label === '') return { ...column, role: first ? 'head' : 'blank' };
  return field !== null ? { ...column, role: 'head' } : { ...column, role: first && !isSum(label) ? 'head' : 'aside' };
}
