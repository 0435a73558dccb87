import type { Series } from '#market/store.ts';
import { emptyPart, type Outlines, type Part } from '#market/store.ts';
import type { Figure, MarketSource } from '#market/types.ts';

/** What one file holds, read and not yet stored. */
export interface Draft {
  readonly kind: string;
  readonly key: string;
  /** Lines that gave something. */
  readonly rows: number;
  readonly part: Part;
  readonly outlines: Outlines;
  /** What was passed over, and how often. */
  readonly ignored: readonly { readonly reason: string; readonly count: number }[];
}

/** A draft with what it has; the rest is empty. */
export const draft = (
  kind: string,
  key: string,
  rows: number,
  part: Partial<Part>,
  rest: Partial<Pick<Draft, 'outlines' | 'ignored'>> = {},
): Draft => ({ kind, key, rows, part: { ...emptyPart, ...part }, outlines: [], ignored: [], ...rest });

type Loose = Omit<Figure, 'year' | 'value' | 'place'> & { readonly place: string };

/** Gathers figures into series. */
export function collectSeries(): { add(about: Loose, year: number, value: number): void; list(): Series[] } {
  const byId = new Map<string, Loose & { readonly points: [number, number][] }>();
  return {
    add(about, year, value) {
      const known = byId.get(about.id);
      if (known === undefined) byId.set(about.id, { ...about, points: [[year, value]] });
      else known.points.push([year, value]);
    },
    list: () =>
      [...byId.values()].map(({ points, ...about }) => {
        const sorted = points.sort(([a], [b]) => a - b);
        return { ...about, years: sorted.map(([year]) => year), values: sorted.map(([, value]) => value) };
      }),
  };
}

/** To so many digits after the point: what is computed is not told more exactly than it is known. */
export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const licence = 'Licence Ouverte 2.0';
export const cnc = (id: string, title: string, url: string, date: string): MarketSource => ({
  id,
  publisher: 'CNC',
  title,
  url,
  date,
  licence,
  kind: 'officiel',
});
export const insee = (id: string, title: string, url: string, date: string): MarketSource => ({
  ...cnc(id, title, url, date),
  publisher: 'Insee',
});
