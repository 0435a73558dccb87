import { costs, fameCost } from '#search/costs.ts';
import { gatherTitles } from '#search/gather.ts';
import { judge } from '#search/judge.ts';
import { readings } from '#search/query.ts';
import type { TitleIndex } from '#search/title-index.ts';

export interface SearchOptions {
  /** The most rows. */
  readonly top?: number;
  /** A year known apart from the text; one year off costs a little, another year a lot. */
  readonly year?: number;
}

/** One film found; `score` is 1 for the very title of the most popular film and falls towards 0; `matched` is the name that matched. */
export interface Found {
  readonly film: number;
  readonly score: number;
  readonly matched: string;
}

/**
 * A film found, with what a verdict needs. `cost` counts its fame, `nearness` does not; `title` and `place` say which of its titles and names
 * matched; `exact`: the query is that very title; `complete`: it goes to its end; `yearGap`: years between film and query, 0 when none
 * was asked, -1 when the film's is unknown.
 */
export interface Candidate {
  readonly film: number;
  readonly cost: number;
  readonly nearness: number;
  readonly title: number;
  readonly place: number;
  readonly exact: boolean;
  readonly complete: boolean;
  readonly yearGap: number;
}

/** The films whose titles are nearest to the text, best first; ties go to the more popular film, then to the lower index. */
export function searchTitles(index: TitleIndex, text: string, { top = 10, year = 0 }: SearchOptions = {}): Found[] {
  return rankFilms(index, text, top, year).map(({ film, cost, place }) => ({
    film,
    score: 1 / (1 + cost / costs.fame),
    matched: index.input.names[place] ?? '',
  }));
}

/** The same, as candidates. */
export function rankFilms(index: TitleIndex, text: string, top: number, year = 0): Candidate[] {
  const best = new Map<number, Candidate>();
  for (const reading of readings(text, year)) {
    for (const title of gatherTitles(index, reading, reading.year > 0 ? 4 * ROOM : ROOM)) {
      const { cost, exact, complete } = judge(reading, index.titles[title] ?? '');
      if (cost === Infinity) continue;
      for (let at = index.titleStart[title] ?? 0, end = index.titleStart[title + 1] ?? 0; at < end; at++) {
        const film = index.titleFilm[at] ?? 0;
        const yearGap = gap(reading.year, index.input.years[film] ?? 0);
        const nearness = cost + yearCost(yearGap);
        const whole = nearness + fameCost(index.filmFame[film] ?? 0, exact);
        if (whole >= (best.get(film)?.cost ?? Infinity)) continue;
        best.set(film, {
          film,
          cost: whole,
          nearness,
          title,
          place: index.titleName[at] ?? 0,
          exact,
          complete,
          yearGap,
        });
      }
    }
  }
  const fame = (candidate: Candidate): number => index.input.weight[candidate.film] ?? 0;
  const ranked = [...best.values()].toSorted((a, b) => a.cost - b.cost || fame(b) - fame(a) || a.film - b.film);
  return gathered(ranked, top >> 1).slice(0, top);
}

// the films that bear the very title asked for follow the best of them, as long as they leave room for others
function gathered(ranked: Candidate[], most: number): Candidate[] {
  const namesakes = ranked.filter(({ exact, yearGap }) => exact && yearGap === 0);
  const [first] = namesakes;
  if (first === undefined || namesakes.length > most) return ranked;
  const others = ranked.filter((candidate) => !namesakes.includes(candidate));
  return others.toSpliced(ranked.indexOf(first), 0, ...namesakes);
}

const ROOM = 120;
const UNKNOWN = -1;

function gap(asked: number, known: number): number {
  return asked === 0 ? 0 : known === 0 ? UNKNOWN : Math.abs(asked - known);
}

function yearCost(years: number): number {
  if (years === 0) return 0;
  return years === UNKNOWN ? costs.yearUnknown : years === 1 ? costs.yearNear : costs.yearOther;
}
