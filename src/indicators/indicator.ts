import type { FilmIndex } from '#brand.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { FilterName, Filters } from '#indicators/filters.ts';
import type { Told } from '#indicators/told.ts';
import { countryCaution } from '#indicators/words/country-caution.ts';
import type { Speech } from '#words/speech.ts';

/** What an indicator may look at. */
export interface Ground {
  readonly catalogue: Catalogue;
  /** The day of the answer, ISO: who is alive, which year is not over. */
  readonly today: string;
}

/** What a catalogue may lack. */
export type Need =
  | 'votes'
  | 'credits'
  | 'series'
  | 'births'
  | 'lengths'
  | 'countries'
  | 'money'
  | 'keywords'
  | 'languages'
  | 'art-et-essai';

/** One question about the film database: how it is measured, and how the measure is told. */
export interface IndicatorDefinition<Measured> {
  /** Kebab-case: its name on the command line and in addresses. */
  readonly name: string;
  readonly theme: 'people' | 'films' | 'esteem' | 'money' | 'world';
  /** The filters that it understands; others are refused. */
  readonly filters: readonly FilterName[];
  /** Without these in the catalogue there is no answer: the page says which are missing. */
  readonly needs: readonly Need[];
  /** What it is called and what it answers, before anything is measured. */
  readonly title: Readonly<Record<'fr' | 'en', string>>;
  readonly question: Readonly<Record<'fr' | 'en', string>>;
  measure(ground: Ground, filters: Filters): Promise<Measured>;
  tell(measured: Measured, filters: Filters, say: Speech): Told;
  /** The country asked for does not choose the films. */
  readonly countryNarrowsNot?: boolean;
  /** The films behind a row, the most voted first; the key is one of a table's `keys`. Null: the key is none of this indicator's. */
  films?(ground: Ground, filters: Filters, key: string): Promise<readonly FilmIndex[] | null>;
}

/** An indicator whose measure is its own affair. */
export interface Indicator extends Omit<IndicatorDefinition<never>, 'measure' | 'tell' | 'countryNarrowsNot'> {
  /** Measures, and gives what tells it in either language: a measure may be kept and told twice. */
  answer(ground: Ground, filters: Filters): Promise<(say: Speech) => Told>;
}

/** Makes an indicator of its definition. */
export function indicator<Measured>({
  measure,
  tell,
  countryNarrowsNot = false,
  ...shown
}: IndicatorDefinition<Measured>): Indicator {
  return {
    ...shown,
    async answer(ground, filters) {
      const measured = await measure(ground, filters);
      return (say) => {
        const told = tell(measured, filters, say);
        if (filters.country === null || countryNarrowsNot || told.tables.length === 0) return told;
        return { ...told, cautions: [countryCaution(filters.country, say), ...told.cautions] };
      };
    },
  };
}
