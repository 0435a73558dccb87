import type { MonthIndex, SeasonLine } from '#report/season.ts';
import type { ToldReport } from '#report/told-report.ts';
import type { MarketSource } from '#market/types.ts';
import type { Speech } from '#words/speech.ts';

/** From this much apart, two months differ for who counts tickets. */
const apart = 1.1;

/** The season in one line: this month's index, and what the next usually brings. */
export function seasonTold(season: SeasonLine, say: Speech): NonNullable<ToldReport['season']> {
  const { here, next, rose, from, to } = season;
  const [now, then] = [monthName(here.month, 'long', say), monthName(next.month, 'long', say)];
  const index = (one: MonthIndex): string =>
    say.pick({
      fr: `${say.number(one.value)} (de ${say.range(one.low, one.high)})`,
      en: `${say.number(one.value)} (${say.range(one.low, one.high)})`,
    });
  const years =
    rose.of === 0
      ? ''
      : say.pick({
          fr: `\u00a0; ${rose.years > rose.of / 2 ? `plus d’entrées ${rose.years === rose.of ? `dans chacune des ${say.number(rose.of)} années connues` : `${say.number(rose.years)} années sur ${say.number(rose.of)}`}` : `moins d’entrées ${rose.years === 0 ? `dans chacune des ${say.number(rose.of)} années connues` : `${say.number(rose.of - rose.years)} années sur ${say.number(rose.of)}`}`}`,
          en: `; ${rose.years > rose.of / 2 ? `more entries in ${say.number(rose.years)} years of ${say.number(rose.of)}` : `fewer entries in ${say.number(rose.of - rose.years)} years of ${say.number(rose.of)}`}`,
        });
  const way = next.value > here.value * apart ? 'more' : next.value * apart < here.value ? 'less' : 'same';
  return {
    title: {
      more: say.pick({ fr: 'La saison\u00a0: elle monte', en: 'The season: it rises' }),
      less: say.pick({ fr: 'La saison\u00a0: elle baisse', en: 'The season: it falls' }),
      same: say.pick({ fr: 'La saison\u00a0: elle se maintient', en: 'The season: it holds' }),
    }[way],
    text: say.pick({
      fr: `En ${now}, l’indice est de ${index(here)}\u00a0; 100 est un mois moyen en France. ${{ more: 'Les semaines qui viennent amènent d’ordinaire plus de monde', less: 'Les semaines qui viennent amènent d’ordinaire moins de monde', same: 'Les semaines qui viennent ressemblent d’ordinaire à celle-ci' }[way]}\u00a0: ${index(next)} en ${then}${years}.`,
      en: `In ${now} the index is ${index(here)}; 100 is an average month in France. ${{ more: 'The coming weeks usually bring more people', less: 'The coming weeks usually bring fewer people', same: 'The coming weeks are usually like this one' }[way]}: ${index(next)} in ${then}${years}.`,
    }),
    months: season.months.map((one) => ({
      letter: monthName(one.month, 'narrow', say),
      short: monthName(one.month, 'short', say),
      name: monthName(one.month, 'long', say),
      value: one.value,
      low: one.low,
      high: one.high,
      label: `${monthName(one.month, 'long', say)}${say.pick({ fr: '\u00a0: ', en: ': ' })}${index(one)}`,
      now: one.month === here.month,
      next: one.month === next.month,
    })),
    chart: say.pick({
      fr: `Entrées de chaque mois en France, ${from} à ${to} sans les années de fermeture\u00a0; 100 est la moyenne. Le trait va de la plus basse à la plus haute année.`,
      en: `Entries of each month in France, ${from} to ${to} without the years of closures; 100 is the mean. The line goes from the lowest year to the highest.`,
    }),
    source: season.sources.map(sourceTold),
  };
}

/** “CNC, Fréquentation des salles de cinéma, 2025” */
export const sourceTold = ({ publisher, title, date, url }: MarketSource): { text: string; url: string } => ({
  text: `${publisher}, ${title} (${date})`,
  url,
});

const monthName = (month: number, style: 'long' | 'short' | 'narrow', say: Speech): string =>
  new Intl.DateTimeFormat(say.language === 'fr' ? 'fr' : 'en-GB', { month: style, timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1, 1),
  );
