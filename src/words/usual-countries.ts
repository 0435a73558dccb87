/** Places whose official name nobody says, by ISO 3166 code; the same in both languages. */
export const usualCountries: ReadonlyMap<string, string> = new Map([
  ['HK', 'Hong Kong'],
  ['MO', 'Macao'],
]);
