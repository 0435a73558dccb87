import type { Locality } from '#advice/locality.ts';

/** A place with an old public that sees French films, made up. */
export const locality: Locality = {
  name: 'Valprofond',
  year: 2026,
  heritage: { entries: 0.02, films: 0.3, year: 2024 },
  origins: {
    french: { local: 0.52, national: 0.41, spread: 0.05 },
    american: { local: 0.32, national: 0.41, spread: 0.05 },
    european: { local: null, national: null, spread: 0.2 },
    other: { local: null, national: 0.1, spread: 0.2 },
  },
  ages: [
    { from: 3, to: 24, local: 0.23, national: 0.32 },
    { from: 25, to: 49, local: 0.2, national: 0.24 },
    { from: 50, to: 85, local: 0.57, national: 0.44 },
  ],
  genreAges: new Map([['Comedy', [0.33, 0.31, 0.36]]]),
  genreEntries: new Map([
    ['Comedy', 0.15],
    ['Action', 0.14],
    ['Horror', 0.03],
  ]),
};
