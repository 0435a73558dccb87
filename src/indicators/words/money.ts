import type { GenreReturn, MeasuredMoney } from '#indicators/parts/money.ts';
import { priceYear } from '#indicators/price-index.ts';
import type { Speech } from '#words/speech.ts';

/** A sum of dollars in millions. */
export const dollars = (sum: number, say: Speech): string =>
  say.pick({
    fr: `${say.number(sum / 1e6, 1)}\u00a0million${Math.abs(sum) >= 2e6 ? 's' : ''} de dollars`,
    en: `${say.number(sum / 1e6, 1)} million dollars`,
  });

/** How the median budget moved, inflation set apart. */
export function budgetSentence({ compared, top, years }: MeasuredMoney, say: Speech): string[] {
  const last = years.at(-1);
  if (compared === null)
    return last === undefined
      ? []
      : [
          say.pick({
            fr: `En ${last.year}, la moitié des films dont le budget est connu ont coûté plus de ${dollars(last.median.value, say)} (dollars de ${priceYear})\u00a0; les années sont trop peu nombreuses pour parler d’une évolution.`,
            en: `In ${last.year} half the films whose budget is known cost more than ${dollars(last.median.value, say)} (${priceYear} dollars); the years are too few to speak of a change.`,
          }),
        ];
  const seeming = top !== null && top.move !== compared.move;
  return [movedSentence(compared, seeming, say), ...topSentence(compared, top, say)];
}

type Compared = NonNullable<MeasuredMoney['compared']>;

/** Whether the films that audiences know say the same: the budgets that are known are not those of the same films at all times. */
function topSentence(all: Compared, top: Compared | null, say: Speech): string[] {
  if (top === null) return [];
  const { base, newest, move } = top;
  const [a, b] = [dollars(base.real.value, say), dollars(newest.real.value, say)];
  const known = ({ real, films }: Compared['base']): string => say.percent(real.n / films);
  const shares = say.pick({
    fr: `budgets connus\u00a0: ${known(base)} puis ${known(newest)} d’entre eux, contre ${known(all.base)} puis ${known(all.newest)} de tous ceux choisis`,
    en: `budgets known: ${known(base)} then ${known(newest)} of them, against ${known(all.base)} then ${known(all.newest)} of all those chosen`,
  });
  const told = say.pick({
    fr: `${a} (${base.from}-${base.to}), ${b} (${newest.from}-${newest.to})\u00a0; ${shares}`,
    en: `${a} (${base.from}-${base.to}), ${b} (${newest.from}-${newest.to}); ${shares}`,
  });
  if (move === all.move)
    return [
      say.pick({
        fr: `Les 100 films les plus votés de chaque année disent de même\u00a0: ${told}.`,
        en: `The 100 most voted films of each year say the same: ${told}.`,
      }),
    ];
  return [
    say.pick({
      fr: `Les 100 films les plus votés de chaque année ne disent pas la même chose\u00a0: ${told}. La réponse dépend donc des films dont le budget est connu, qui ne sont pas les mêmes d’une époque à l’autre\u00a0: mieux vaut ne pas conclure.`,
      en: `The 100 most voted films of each year do not say the same: ${told}. The answer thus depends on the films whose budget is known, which are not the same from one time to another: better draw no conclusion.`,
    }),
  ];
}

function movedSentence({ base, newest, move }: Compared, seeming: boolean, say: Speech): string {
  // What the better-known films contradict must not be quoted as it stands.
  const start = seeming
    ? say.pick({ fr: 'En apparence, inflation corrigée', en: 'On the face of it, adjusted for inflation' })
    : say.pick({ fr: 'Inflation corrigée', en: 'Adjusted for inflation' });
  const [a, b] = [dollars(base.real.value, say), dollars(newest.real.value, say)];
  const range = say.pick({
    fr: `intervalles à 95\u00a0%\u00a0: ${say.range(base.real.low / 1e6, base.real.high / 1e6, 1)}, puis ${say.range(newest.real.low / 1e6, newest.real.high / 1e6, 1)}`,
    en: `95% intervals: ${say.range(base.real.low / 1e6, base.real.high / 1e6, 1)}, then ${say.range(newest.real.low / 1e6, newest.real.high / 1e6, 1)}`,
  });
  const [before, after] = [`${base.from}-${base.to}`, `${newest.from}-${newest.to}`];
  const plain = say.pick({
    fr: `En dollars courants, ${dollars(base.nominal, say)} puis ${dollars(newest.nominal, say)}.`,
    en: `In current dollars: ${dollars(base.nominal, say)}, then ${dollars(newest.nominal, say)}.`,
  });
  return say.pick({
    fr: {
      rose: `${start}, le budget médian des films dont on le connaît a augmenté\u00a0: ${a} (${before}), ${b} (${after})\u00a0; ${range}. ${plain}`,
      fell: `${start}, le budget médian des films dont on le connaît a baissé\u00a0: ${a} (${before}), ${b} (${after})\u00a0; ${range}. ${plain}`,
      same: `${start}, le budget médian des films dont on le connaît n’a pas bougé de façon mesurable\u00a0: ${a} (${before}), ${b} (${after})\u00a0; ${range}. ${plain}`,
    },
    en: {
      rose: `${start}, the median budget of the films where it is known rose: ${a} (${before}), ${b} (${after}); ${range}. ${plain}`,
      fell: `${start}, the median budget of the films where it is known fell: ${a} (${before}), ${b} (${after}); ${range}. ${plain}`,
      same: `${start}, the median budget of the films where it is known did not measurably move: ${a} (${before}), ${b} (${after}); ${range}. ${plain}`,
    },
  })[move];
}

/** Which genres bring in more than films at large for what they cost, and which less. */
export function returnSentences({ all, genres }: MeasuredMoney, say: Speech): string[] {
  if (all === null) return [];
  const middle = all.median.value;
  const told = (list: readonly GenreReturn[]): string => say.list(list.slice(0, 3).map((one) => returnWords(one, say)));
  const above = genres.filter(({ median }) => median.low > middle);
  const below = genres.filter(({ median }) => median.high < middle).toReversed();
  return [
    say.pick({
      fr: `Un film sur deux a rapporté en salle plus de ${say.number(middle, 1)} fois son budget (${say.number(all.median.n)} films dont les deux sommes sont connues, intervalle ${say.range(all.median.low, all.median.high, 1)})\u00a0; ${say.percent(all.below)} ont rapporté moins que lui.`,
      en: `One film in two took more than ${say.number(middle, 1)} times its budget at the box office (${say.number(all.median.n)} films of which both sums are known, interval ${say.range(all.median.low, all.median.high, 1)}); ${say.percent(all.below)} took less than it.`,
    }),
    ...(above.length > 0
      ? [say.pick({ fr: `Rapportent davantage\u00a0: ${told(above)}.`, en: `Taking more: ${told(above)}.` })]
      : []),
    ...(below.length > 0
      ? [say.pick({ fr: `Rapportent moins\u00a0: ${told(below)}.`, en: `Taking less: ${told(below)}.` })]
      : []),
    ...(genres.length > 0 && above.length + below.length === 0
      ? [
          say.pick({
            fr: 'Aucun genre ne s’en écarte de façon mesurable.',
            en: 'No genre measurably departs from that.',
          }),
        ]
      : []),
  ];
}

const returnWords = ({ genre, median }: GenreReturn, say: Speech): string =>
  say.pick({
    fr: `${say.genre(genre)} (${say.number(median.value, 1)} fois, intervalle ${say.range(median.low, median.high, 1)}, ${say.several(median.n, 'film', 'films')})`,
    en: `${say.genre(genre)} (${say.number(median.value, 1)} times, interval ${say.range(median.low, median.high, 1)}, ${say.several(median.n, 'film', 'films')})`,
  });

export const returnLabel = ({ genre, median }: GenreReturn, say: Speech): string =>
  say.pick({
    fr: `${say.genre(genre)}\u00a0: ${say.number(median.value, 2)} (${say.range(median.low, median.high, 2)}), ${say.several(median.n, 'film', 'films')}`,
    en: `${say.genre(genre)}: ${say.number(median.value, 2)} (${say.range(median.low, median.high, 2)}), ${say.several(median.n, 'film', 'films')}`,
  });

/** Of which films the sums are known: not any. */
export function selectionSentence({ films, both, selection }: MeasuredMoney, say: Speech): string[] {
  // Where both sums of every film are known, there are no others to compare with.
  if (films === 0 || selection === null || selection.votesKnown === null || selection.votesOther === null) return [];
  const known = say.percent(both / films);
  const [a, b] = [selection.votesKnown, selection.votesOther];
  return [
    say.pick({
      fr: `Ces rendements ne valent pas pour tous les films\u00a0: les deux sommes sont connues pour ${known} d’entre eux, qui ont ${say.number(a)} votes en médiane quand les autres en ont ${say.number(b)}. Ce sont surtout les succès dont on publie les recettes.`,
      en: `These returns do not hold for all films: both sums are known for ${known} of them, which have ${say.number(a)} votes in the median when the others have ${say.number(b)}. It is mostly the receipts of successes that are published.`,
    }),
  ];
}
