import { problem, type Problem } from '#programme/read/draft.ts';
import { readTime } from '#programme/read/days.ts';
import type { Fields } from '#programme/read/fields.ts';
import { readMinutes, readPrice } from '#programme/read/fields-values.ts';
import { bare, isDetails, titleWith } from '#programme/read/grid/cell-pieces.ts';
import { saysNothing } from '#programme/read/grid/cells.ts';
import { isRoomName, placeFields, saysLittle, type Column } from '#programme/read/grid/headings.ts';
import { titleFields } from '#programme/read/words-of-line.ts';

/** What stands at the left of a row. */
export interface RowHead {
  /** Empty: the row says none. */
  readonly title: string;
  /** Whether a place, a room or an hour stands where titles do: the row is not of the film above. */
  readonly placed: boolean;
  /** What the cell of a day holds, in a table whose days stand at the left. */
  readonly day: string;
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

/** A cell beside the showings, and its column when its heading is known. */
export interface HeadCell {
  readonly text: string;
  readonly column: Column | null;
}

/** Reads what a row says beside its showings: a title, and what is said of the film, of the place, of the hour. */
export function readRowHead(
  cells: readonly HeadCell[],
  { isVenue }: { readonly isVenue: (text: string) => boolean },
): RowHead {
  const problems: Problem[] = [];
  const fields: Fields = {};
  let [title, day] = ['', ''];
  let placed = false;
  const named = cells.some(({ column }) => column?.field === 'title');
  const titled = named ? -1 : cells.findIndex(({ column }) => column === null || column.field === null);
  for (const [at, { text, column }] of cells.entries()) {
    const field = column?.field ?? null;
    // “X” and “Relâche” are films too: where a title stands they are no empty cell
    if (saysNothing(text) && !/[\p{L}\p{N}]/u.test(text)) continue;
    if (field === 'date') day = text;
    else if (field === 'title' || at === titled) {
      const read = readTitleCell(text, isVenue);
      if (read === null) problems.push(problem('cell', { text }));
      else {
        const { title: words = '', ...beside } = read;
        title = words;
        placed = words === '' && (beside.venue ?? beside.screen ?? beside.time) !== undefined;
        Object.assign(fields, beside);
      }
    } else if (saysNothing(text)) continue;
    else if (field !== null) Object.assign(fields, understood(field, text));
    else {
      const beside = placeFields(bare(text), isVenue);
      if (beside !== null && (beside.time === undefined || title === '')) Object.assign(fields, beside);
      else if (isDetails(text)) title = titleWith(title, [text]);
      else problems.push(problem('cell', { text, column: column?.label ?? '' }));
    }
  }
  return { title, placed, day, fields, problems };
}

/** A title cell: a title and, on its further lines, what is said of it; or a place, a room, an hour. Null when its lines are not understood. */
function readTitleCell(text: string, isVenue: (text: string) => boolean): Fields | null {
  if (saysNothing(text)) return null;
  const lines = text.split('\n').filter((line) => !saysNothing(line));
  const [first = '', ...more] = lines;
  if (isVenue(bare(first)) && more.length === 0) return { venue: bare(first) };
  if (isRoomName(first) && more.length === 0) return { screen: bare(first) };
  if (saysLittle(first) && more.length === 0) return {};
  const place = placeFields(bare(first), isVenue);
  if (place !== null && more.length === 0) return place;
  if (more.some((line) => !isDetails(line) && !/^\s*avec\s/i.test(line))) return null;
  const said = titleFields(first);
  return {
    ...said,
    title: titleWith(
      said.title ?? '',
      more.filter((line) => isDetails(line)),
    ),
  };
}

/** A column of its own is understood, or left aside: what it holds refuses no showing. */
function understood(field: keyof Fields, text: string): Fields {
  const value = text.replaceAll('\n', ' ').trim();
  if (field === 'starts' || field === 'origin') return {};
  if (field === 'time') return 'is' in readTime(value) ? { time: value } : {};
  if (field === 'price') return 'is' in readPrice(value) ? { price: value } : {};
  if (field === 'minutes') {
    const minutes = value.replace(/(\d)\s+h\s*/i, '$1h').replace(/^(\d)h(\d{2})$/i, '$1h$2');
    return 'is' in readMinutes(minutes) ? { minutes } : {};
  }
  if (field === 'year') return /^(?:18|19|20)\d\d$/.test(value) ? { year: value } : {};
  return { [field]: value };
}
