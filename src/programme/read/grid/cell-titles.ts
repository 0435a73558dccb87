import { readTime } from '#programme/read/days.ts';
import { isDetails, isMarks, titleWith, type Piece } from '#programme/read/grid/cell-pieces.ts';
import { add, daysBefore, open, type Open } from '#programme/read/grid/cell-showing.ts';

/** Hours then a title, or a title then hours, each with its marks, the same way in the whole cell. */
export function withTitles(pieces: readonly Piece[], timed: boolean): Open[] | null {
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
  if (hoursFirst && (parts.size > 1 || !areHours(times))) return null;
  const said: Open[] = [];
  let days = above;
  for (const [at, piece] of group.entries()) {
    if (piece.kind === 'day') days = daysBefore(days, piece, group[at - 1]);
    else if (piece.kind === 'time')
      said.push(
        open(
          piece,
          days,
          titleWith(
            title.text,
            details.map(({ text }) => text),
          ),
        ),
      );
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
  // “Playtime, Fargo”: one film or two, nobody can tell
  if (title !== undefined && /,\s+[\p{Lu}\d]/u.test(title.text)) return null;
  if (
    title?.kind !== 'words' ||
    more.some(({ kind, text }) => kind !== 'marks' && !(kind === 'words' && isDetails(text)))
  )
    return null;
  const details = more.map(({ text }) => text);
  return [
    {
      time: '',
      days: [],
      title: titleWith(
        title.text,
        details.filter((one) => !isMarks(one)),
      ),
      marks: details.filter(isMarks),
      venue: '',
    },
  ];
}

/**
 * Hours one after the other: “20h30 12h08 à l’est de Bucarest” has but one, the other is of the title; so may be the minutes of “20h 12 hommes en colère”.
 */
const areHours = (times: readonly Piece[]): boolean => {
  const minutes = times.flatMap(({ text }) => {
    const read = readTime(text);
    return 'is' in read ? [read.is.hour * 60 + read.is.minute] : [];
  });
  if (times.some(({ text }, at) => /\dh\s+\d/i.test(text) || (/h\s+\d/i.test(text) && (minutes[at] ?? 0) % 5 !== 0)))
    return false;
  return minutes.length < 2 || minutes.every((one, at) => one % 5 === 0 && (at === 0 || one > (minutes[at - 1] ?? 0)));
};
