import type { Bilingual } from '#words/speech.ts';

/** How sure a figure is. A: an official file or page, or the press quoting it exactly. B: computed from A. C: transcribed by a third party. D: a model of ours. */
export type Reliability = 'A' | 'B' | 'C' | 'D';

/** What a screen says of a figure's origin: A is official, B and C are marked as such, D is an estimate. */
export interface MarketSource {
  /** Kebab-case. */
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  /** The day or the year of the state that was read. */
  readonly date: string;
  readonly licence: string | null;
  readonly kind: 'officiel' | 'presse' | 'estimation';
}

/** One figure, and where it comes from. */
export interface Figure {
  /** `topic.place`, for instance `attendance-index.23`. */
  readonly id: string;
  readonly year: number;
  readonly value: number;
  /** As it is written after the value; '' for an index, 'share' for a share from 0 to 1. */
  readonly unit: string;
  /** INSEE code of a commune or department, `NAQ`, `FR`, or a cinema's id. */
  readonly place: string;
  readonly source: string;
  readonly reliability: Reliability;
  readonly note?: Bilingual;
}

export interface Commune {
  /** INSEE code. */
  readonly code: string;
  readonly name: string;
  readonly department: string;
  /** Municipal population. */
  readonly population: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly year: number;
  readonly source: string;
  /** The group of communes (EPCI) that it is of, when the file of them was imported. */
  readonly group?: { readonly code: string; readonly name: string };
}

export interface Cinema {
  /** Kebab-case, unique in the book. */
  readonly id: string;
  readonly name: string;
  /** INSEE code of its commune, and its name. */
  readonly commune: string;
  readonly communeName: string;
  readonly department: string;
  readonly longitude: number;
  readonly latitude: number;
  /** A travelling circuit is counted where it is registered. */
  readonly travelling: boolean;
  readonly screens: number;
  readonly seats: number;
  readonly screenings: number;
  readonly entries: number;
  readonly entriesBefore: number;
  readonly artEtEssai: boolean;
  readonly labels: string;
  readonly films: number;
  readonly filmsInFirstWeek: number;
  /** Shares of entries, 0 to 1; null when the file is silent. */
  readonly frenchShare: number | null;
  readonly americanShare: number | null;
  readonly artEtEssaiShare: number | null;
  readonly year: number;
  readonly source: string;
}

/** People of a place by age: both ends included, the last open. */
export interface AgeBand {
  readonly from: number;
  readonly to: number | null;
  readonly people: number;
}

/** Everything known of a market: our own tables, and the official files imported over them. */
export interface MarketBook {
  readonly sources: ReadonlyMap<string, MarketSource>;
  readonly figures: readonly Figure[];
  /** The figure of an id, of a year or the latest; null when the book has none. */
  figure(id: string, year?: number): Figure | null;
  /** By rising year. */
  series(id: string): readonly Figure[];
  readonly communes: readonly Commune[];
  readonly cinemas: readonly Cinema[];
  /** Whether the book has every cinema of a department, or only some, near another one; without it, it has. */
  cinemasComplete?(department: string): boolean;
  /** Outlines of communes by INSEE code, when a GeoJSON was imported: polygons of rings of [longitude, latitude]. */
  readonly outlines: ReadonlyMap<string, readonly (readonly (readonly (readonly [number, number])[])[])[]>;
  /** People by age of a department, of the latest year; null when the book has none. */
  ages(
    department: string,
  ): { readonly bands: readonly AgeBand[]; readonly year: number; readonly source: string } | null;
  /** The commune and the department of the cinema that asks. */
  readonly home: { readonly commune: string; readonly department: string };
  /** What was imported, and when; empty when the built-in tables stand alone. */
  readonly imported: readonly { readonly file: string; readonly date: string; readonly rows: number }[];
}
