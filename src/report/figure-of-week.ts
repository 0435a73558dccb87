import { computedNamed, type Used } from '#market/computed.ts';
import { trace, type Traced } from '#market/trace.ts';
import { placeName } from '#market/places.ts';
import type { MarketBook, MarketSource } from '#market/types.ts';
import { weekNumber, type Week } from '#calendar/week.ts';
import { figureTellers } from '#report/words/figures.ts';
import type { Asking, SaidFigure } from '#report/asking.ts';
import { departmentWords } from '#words/departments.ts';
import type { Speech } from '#words/speech.ts';

/** One figure of the market study, told, with where it comes from. */
export interface FigureOfWeek extends SaidFigure {
  readonly name: string;
  readonly mark: MarketSource['kind'];
  /** Whether someone else copied it out. */
  readonly transcribed: boolean;
  readonly used: readonly Used[];
  readonly sources: readonly MarketSource[];
}

/** The figure of a week: those that the book can tell take turns. Null when it can tell none. */
export function figureOfWeek(book: MarketBook, week: Week, say: Speech): FigureOfWeek | null {
  const told = Object.entries(figureTellers).flatMap(([name, tell]) => {
    const { asking, rows, estimate } = openAsking(book, say);
    const said = tell(asking);
    if (said === null || rows.size === 0) return [];
    const used = [...rows.values()];
    const kinds = new Set(used.map(({ source }) => source.kind));
    const mark =
      estimate() || used.some(({ reliability }) => reliability === 'D') || kinds.has('estimation')
        ? 'estimation'
        : kinds.has('presse')
          ? 'presse'
          : 'officiel';
    return {
      ...said,
      name,
      mark,
      transcribed: used.some(({ reliability }) => reliability === 'C'),
      used: used.map(({ id, year }) => ({ id, year })),
      sources: [...new Map(used.map(({ source }) => [source.id, source])).values()],
    } satisfies FigureOfWeek;
  });
  return told.length === 0 ? null : (told.at(weekNumber(week) % told.length) ?? null);
}

function openAsking(book: MarketBook, say: Speech) {
  const rows = new Map<string, Traced>();
  const note = (row: Traced | null): Traced | null => {
    if (row !== null) rows.set(`${row.id} ${row.year}`, row);
    return row;
  };
  let estimated = false;
  const { department } = book.home;
  const asking: Asking = {
    row: (id, year) => note(trace(book, id, year)),
    computed(name, key) {
      const answer = computedNamed(name)?.compute(book) ?? null;
      const found = answer?.values.find((one) => one.key === key);
      if (answer === null || found === undefined) return null;
      for (const { id, year } of answer.used) note(trace(book, id, year));
      estimated ||= answer.reliability === 'D';
      return { value: found.value, low: found.low ?? found.value, high: found.high ?? found.value, year: answer.year };
    },
    department,
    inPlace: departmentWords(department, placeName(department), say.language).in,
    say,
  };
  return { asking, rows, estimate: () => estimated };
}
