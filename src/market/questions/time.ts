import { recovery } from '#market/compute/recovery.ts';
import { seasonalIndex } from '#market/compute/seasonality.ts';
import { ids } from '#market/figure-ids.ts';
import { both } from '#market/questions/both.ts';
import type { Computed, Used, Value } from '#market/questions/question.ts';
import type { MarketBook } from '#market/types.ts';

const beforeCovid = 2019;

/** What came back since 2019. */
export const recoveryQuestion: Computed = {
  name: 'recovery',
  question: both('Qu’est-ce qui est revenu depuis 2019\u00a0?', 'What came back since 2019?'),
  formula: both(
    'indice de fréquentation de l’année × 100 / celui de 2019\u00a0; la fourchette est celle des arrondis de l’indice',
    'attendance index of the year × 100 / that of 2019; the range is that of the rounding of the index',
  ),
  citations: [],
  cautions: [
    both(
      'Par habitant\u00a0: quand la population baisse, le nombre d’entrées revient moins que l’indice.',
      'A head: when the population falls, the number of entries comes back less than the index.',
    ),
  ],
  needs: both('les indices de fréquentation du CNC', 'the CNC’s attendance indexes'),
  compute(book) {
    const places = [
      { key: 'here', place: book.home.department, label: both('le département', 'the department') },
      { key: 'france', place: 'FR', label: both('la France', 'France') },
    ];
    const used: Used[] = [];
    let year = beforeCovid;
    const values = places.flatMap(({ key, place, label }): Value[] => {
      const series = book.series(ids.attendanceIndex(place)).filter((one) => one.year >= beforeCovid);
      const [start, ...after] = series;
      const last = after.at(-1);
      if (start?.year !== beforeCovid || last === undefined || start.value === 0) return [];
      used.push(...series.map((one) => ({ id: one.id, year: one.year })));
      year = Math.max(year, last.year);
      const back = (one: { readonly value: number; readonly year: number }, at: string): Value => ({
        key: at,
        label: both(`${label.fr}, ${one.year}`, `${label.en}, ${one.year}`),
        value: recovery(one.value, start.value),
        unit: '',
        low: recovery(one.value - half, start.value + half),
        high: recovery(one.value + half, start.value - half),
      });
      return [back(last, key), ...after.map((one) => back(one, `${key}/${one.year}`))];
    });
    return values.length === 0 ? null : { year, reliability: 'B', used, values };
  },
};

/** Half of the last digit of a published index. */
const half = 0.005;

/** Which months are full. */
export const seasonalityQuestion: Computed = {
  name: 'seasonality',
  question: both('Quels mois sont pleins\u00a0?', 'Which months are full?'),
  formula: both(
    'indice du mois = 1200 × entrées du mois / entrées de l’année\u00a0; moyenne des années connues depuis dix ans, sans celles des fermetures (2020 à 2022), fourchette de l’année la plus basse à la plus haute',
    'index of a month = 1200 × entries of the month / entries of the year; mean of the years known over ten years, without those of the closures (2020 to 2022), range from the lowest to the highest year',
  ),
  citations: [],
  cautions: [
    both(
      'Ce sont les mois de la France\u00a0: ceux du département ne sont pas publiés.',
      'These are the months of France: those of the department are not published.',
    ),
  ],
  needs: both('les entrées par mois du CNC', 'the CNC’s entries by month'),
  compute(book) {
    const years = yearsOfMonths(book);
    const last = years.at(-1);
    if (last === undefined) return null;
    const indexes = years.map(({ entries }) => seasonalIndex(entries));
    return {
      year: last.year,
      reliability: 'B',
      used: years.flatMap(({ year }) => months.map((month) => ({ id: ids.month(month), year }))),
      values: months.map((month) => {
        const of = indexes.map((index) => index[month - 1] ?? 0);
        return {
          key: `month/${month}`,
          label: both(monthName('fr', month), monthName('en', month)),
          value: of.reduce((sum, one) => sum + one, 0) / of.length,
          unit: '',
          low: Math.min(...of),
          high: Math.max(...of),
        };
      }),
    };
  },
};

const lastYears = 10;
export const months: readonly number[] = Array.from({ length: 12 }, (_, at) => at + 1);
/** Years in which cinemas were closed for months, or half empty. */
export const closed: ReadonlySet<number> = new Set([2020, 2021, 2022]);

/** The years of which the book has the twelve months, but for those of the closures. */
function yearsOfMonths(book: MarketBook): { year: number; entries: number[] }[] {
  const known = book.series(ids.month(1));
  const last = known.at(-1)?.year ?? 0;
  return known.flatMap(({ year }) => {
    const entries = months.flatMap(
      (month) => book.series(ids.month(month)).find((one) => one.year === year)?.value ?? [],
    );
    return closed.has(year) || year < last - lastYears || entries.length < 12 ? [] : [{ year, entries }];
  });
}

const monthName = (language: 'fr' | 'en', month: number): string =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1));
