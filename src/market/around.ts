import { greatCircle } from '#market/compute/drive-minutes.ts';
import type { Cinema, Commune, MarketBook } from '#market/types.ts';

/** Cinemas farther than this from every cinema of the department are left out of the competition, in kilometres as the crow flies. */
export const competitionRadius = 60;

/** A hall with fewer screenings a year is no place that people count on. */
const weekly = 52;

/** What stands around the cinema that asks. */
export interface Around {
  readonly communes: readonly Commune[];
  /** Of the department, travelling ones too. */
  readonly cinemas: readonly Cinema[];
  /** Of the department, with a hall of their own. */
  readonly fixed: readonly Cinema[];
  /** Fixed ones elsewhere that are near enough to compete. */
  readonly neighbours: readonly Cinema[];
}

/** The communes and the cinemas of the department of the book's home, and the cinemas around; of a department whose cinemas are not all known, none: some of them would be told as all. */
export function around(book: MarketBook): Around {
  const { department } = book.home;
  const cinemas =
    book.cinemasComplete?.(department) === false ? [] : book.cinemas.filter((one) => one.department === department);
  const fixed = cinemas.filter((one) => !one.travelling);
  return {
    communes: book.communes.filter((one) => one.department === department),
    cinemas,
    fixed,
    neighbours: book.cinemas.filter(
      (one) =>
        one.department !== department &&
        !one.travelling &&
        one.screens > 0 &&
        one.screenings >= weekly &&
        fixed.some((ours) => greatCircle(ours, one) <= competitionRadius),
    ),
  };
}
