import { asFilmIndex } from '#brand.ts';
import { indicator } from '#indicators/indicator.ts';
import { doubtfulOf } from '#indicators/parts/doubtful.ts';
import { chosenFor } from '#indicators/parts/measure-shares.ts';
import { budgetsOf, returnsOf, type MeasuredMoney } from '#indicators/parts/money.ts';
import { filmsWithMoney, genreReturns, moneySelection, yearBudgets } from '#indicators/queries/money.ts';
import { moneyQuestion, moneyTitle, tellMoney } from '#indicators/tell/money.ts';

/** What films cost, in dollars of one year, and what they bring in for what they cost, by genre. */
export const money = indicator<MeasuredMoney>({
  name: 'money',
  theme: 'money',
  filters: ['from', 'to', 'genre', 'country', 'minVotes', 'stratum'],
  needs: ['money'],
  title: moneyTitle,
  question: moneyQuestion,
  async measure(ground, filters) {
    const chosen = await chosenFor(ground, filters);
    const { catalogue } = ground;
    const asked = filters.stratum !== null || filters.minVotes !== null;
    const top = asked ? [] : await catalogue.run(yearBudgets, await chosenFor(ground, { ...filters, stratum: 'top' }));
    const [selection] = await catalogue.run(moneySelection, chosen);
    return {
      ...budgetsOf(await catalogue.run(yearBudgets, chosen)),
      ...returnsOf(await catalogue.run(genreReturns, chosen)),
      top: budgetsOf(top).compared,
      selection: selection ?? null,
      doubtful: await doubtfulOf(catalogue),
    };
  },
  tell: tellMoney,
  async films(ground, filters, key) {
    const [kind, value] = /^(year|genre):(.{1,40})$/.exec(key)?.slice(1) ?? [];
    if (kind === undefined || value === undefined) return null;
    const chosen = await chosenFor(ground, filters);
    const year = Number(value);
    if (kind === 'year' && !(year >= chosen.from && year <= chosen.to)) return [];
    const rows = await ground.catalogue.run(
      filmsWithMoney,
      kind === 'year'
        ? { ...chosen, from: year, to: year, of: '', both: 0 }
        : { ...chosen, of: value === '*' ? '' : value, both: 1 },
    );
    return rows.map(({ film }) => asFilmIndex(film));
  },
});
