import { fault } from '#errors.ts';
import { builtIn, completeDepartments } from '#market/built-in.ts';
import type { ReadFile } from '#market/import/read-all.ts';
import { placeName } from '#market/places.ts';
import type { Cinema, MarketBook } from '#market/types.ts';

/** From one year to the next, France has gained or lost one cinema in a hundred: a file with fewer than this part of them was cut. */
const leastPart = 0.9;
/**
 * The file of cinemas and the series by department count the same tickets, and were published months apart: as they are, those of 2022 differ by 3 % in the Creuse,
 * by 22 % in the Charente. So what our tables know whole is held to more.
 */
const mostApart = { known: 0.15, other: 0.3 };
/** Series are in millions with two decimals. */
const half = 5000;

/**
 * A file of cinemas is taken whole or not at all: what is missing of it would be told as what France sees. It has most of the cinemas that the tables or the
 * book count, all the departments of which the book has several, and in each about as many entries as the CNC's series of that year.
 * @throws FILE_ROW
 */
export function requireWholeCinemas(read: readonly ReadFile[], book: MarketBook): void {
  const expected = mostCinemas(book);
  const series = entriesOf(read, book);
  for (const file of read)
    for (const { kind, key, rows, part } of file.drafts) {
      if (kind !== 'cinemas') continue;
      const wrong = (problem: string): Error =>
        fault('FILE_ROW', { file: file.path, line: rows + 1, problem: `${problem}: it is not the file as published` });
      const least = Math.ceil(leastPart * expected);
      if (rows < least)
        throw wrong(`it ends after ${rows} cinemas; France has ${expected}, and at least ${least} are expected`);
      const now = Object.groupBy(part.cinemas, (one) => one.department);
      const before = Object.groupBy(book.cinemas, (one) => one.department);
      for (const [department, some = []] of Object.entries(before))
        // a department of one cinema may lose it
        if (some.length > 1 && now[department] === undefined)
          throw wrong(
            `it has no cinema in ${named(department)}; the book has ${some.length} of them, and the department is expected`,
          );
      for (const [department, some = []] of Object.entries(now)) {
        const official = series(department, Number(key));
        const entries = entriesIn(some);
        const apart = completeDepartments.has(department) ? mostApart.known : mostApart.other;
        if (official !== null && Math.abs(entries - official) > apart * official + half)
          throw wrong(
            `its cinemas in ${named(department)} sold ${entries} entries in ${key}; CNC’s series has ${official}, and at most ${100 * apart} % more or less are expected`,
          );
      }
    }
}

/** Cinemas of France: those of our tables, or of the book when it has more. */
const mostCinemas = (book: MarketBook): number =>
  Math.max(
    ...builtIn()
      .figures.filter(({ id }) => id === 'cinemas-open.FR')
      .map(({ value }) => value),
    book.figure('cinemas-open.FR')?.value ?? 0,
  );

/** The entries of a department in a year by CNC's series: of the files just read, else of the book. */
function entriesOf(read: readonly ReadFile[], book: MarketBook): (department: string, year: number) => number | null {
  const drafted = new Map(
    read.flatMap(({ drafts }) => drafts).flatMap(({ part }) => part.series.map((one) => [one.id, one] as const)),
  );
  return (department, year) => {
    const id = `entries-millions.${department}`;
    const one = drafted.get(id);
    const found = one?.values[one.years.indexOf(year)] ?? book.figure(id, year)?.value;
    return found === undefined ? null : Math.round(1e6 * found);
  };
}

const entriesIn = (cinemas: readonly Cinema[]): number => cinemas.reduce((sum, { entries }) => sum + entries, 0);

const named = (department: string): string => `${placeName(department) ?? 'department'} (${department})`;
