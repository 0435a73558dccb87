import { LRUCache } from 'lru-cache';
import type { FilmIndex } from '#brand.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { filterQuery } from '#indicators/ask.ts';
import { noFilters, type Filters } from '#indicators/filters.ts';
import { readHoldings, type Holdings } from '#indicators/holdings.ts';
import type { Indicator, Need } from '#indicators/indicator.ts';
import { indicators } from '#indicators/registry.ts';
import type { Told } from '#indicators/told.ts';
import { tellLacking } from '#indicators/words/lacking.ts';
import type { Speech } from '#words/speech.ts';

/** A measured answer, told in either language. */
export type Answer = (say: Speech) => Told;

/** What the indicators answer on one catalogue: each question is measured once, and kept as long as the catalogue is in service. */
export interface Answers {
  holdings(): Promise<Holdings>;
  /** What an indicator needs and the catalogue lacks. */
  lacking(indicator: Indicator): Promise<readonly Need[]>;
  answer(indicator: Indicator, filters: Filters): Promise<Answer>;
  /** The films behind a row, the most voted first; null when the key is none of the indicator's. */
  filmsBehind(indicator: Indicator, filters: Filters, key: string): Promise<readonly FilmIndex[] | null>;
  /** Measures, one after the other, what is asked without filters; lets every other question go first. */
  warm(): Promise<void>;
}

/** Questions kept: each is some tens of kilobytes. */
const MOST_KEPT = 300;
/** The clock of a day is long enough for who is alive, and short enough for a server that never stops. */
const DAY = 10;

/**
 * Opens the answers of a catalogue, on a connection of their own: a page about one film never waits behind a measure of all.
 * @param sourcesOff the names of the sources that are not to be used
 */
export function openAnswers(
  catalogue: Catalogue,
  sourcesOff: readonly string[],
  { today = () => new Date().toISOString().slice(0, DAY), asked = indicators } = {},
): Answers {
  const kept = new LRUCache<string, Promise<Answer>>({ max: MOST_KEPT });
  const beside = once(() => catalogue.beside());
  const holdings = once(async () => readHoldings(await beside(), sourcesOff));
  const waited = new Set<Promise<unknown>>();
  const lacking = async (indicator: Indicator): Promise<Need[]> => {
    const { has } = await holdings();
    return indicator.needs.filter((need) => !has.has(need));
  };
  const measure = async (indicator: Indicator, filters: Filters, day: string): Promise<Answer> => {
    const missing = await lacking(indicator);
    if (missing.length > 0) return (say) => tellLacking(indicator, missing, catalogue.films, say);
    return indicator.answer({ catalogue: await beside(), today: day }, filters);
  };
  const answer: Answers['answer'] = (indicator, filters) => {
    const day = today();
    const key = `${day} ${indicator.name}${filterQuery(filters)}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = measure(indicator, filters, day);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
  /** What somebody waits for goes first. */
  const urgent = async <T>(work: Promise<T>): Promise<T> => {
    waited.add(work);
    try {
      return await work;
    } finally {
      waited.delete(work);
    }
  };
  return {
    holdings,
    lacking,
    answer: (indicator, filters) => urgent(answer(indicator, filters)),
    async filmsBehind(indicator, filters, key) {
      if (indicator.films === undefined || (await lacking(indicator)).length > 0) return null;
      const ground = { catalogue: await beside(), today: today() };
      return urgent(indicator.films(ground, filters, key));
    },
    async warm() {
      for (const indicator of asked) {
        await pause();
        await Promise.allSettled(waited);
        await answer(indicator, noFilters).catch(() => {});
      }
    },
  };
}

const PAUSE = 20;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE).unref());

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () =>
    (made ??= work().catch((error: unknown) => {
      made = null;
      throw error;
    }));
}
