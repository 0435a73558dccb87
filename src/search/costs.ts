import { alikeLetters } from '#kernels/typing-distance.ts';

/**
 * What separates a query from a title, in units of surprise (natural logarithm of odds): a search is a noisy channel, the lowest sum of
 * "how unlikely is this way of typing that title" and "how unlikely is that film" wins. Tuned on the validation seeds of bench/search.
 * Source: Kernighan, Church, Gale 1990, "A spelling correction program based on a noisy channel model".
 */
export const costs = {
  /** From the most to the least popular film. */
  fame: 6,
  /** The most that obscurity costs a film whose very title was typed. */
  obscure: 3,
  /** Anything that is not the very title. */
  inexact: 0.7,
  /** The leading article is missing, or too many; the same when that is not the only difference. */
  article: 0.6,
  articleLoose: 3,
  /** A number or "and" written otherwise. */
  numbers: 0.6,
  /** The title goes on after the query; part of it that is missing (0 to 1); the query stops inside a word. */
  unfinished: 1.5,
  missingPart: 3,
  insideWord: 0.2,
  /** One slip, roughly, to choose which titles to judge. */
  typo: 4,
  /** What slips cost more in a short query: 1 + this / its length times their price. */
  typoShort: 1.4,
  /** The price of each slip. */
  typing: {
    missing: 1.3,
    extra: 4,
    doubled: 1,
    swapped: 1.4,
    replaced: 4.5,
    replacedAlike: 2.4,
    alike: alikeLetters(alikeGroups()),
  },
  /** The same words in another order. */
  swapped: 1,
  /** It sounds the same and is written otherwise. */
  sound: 4.5,
  /** Word by word: a word not found, an edit inside a word, a title word left over (times its share), words not in order. */
  lostWord: 16,
  wordTypo: 4,
  leftOver: 4,
  scattered: 1.5,
  /** The year is off by one, is another, is unknown. */
  yearNear: 2,
  yearOther: 11,
  yearUnknown: 6,
};

/** What the fame of a film or title (0 to 1) costs it; `exact` when the query is its very title. */
export function fameCost(fame: number, exact: boolean): number {
  const cost = costs.fame * (1 - fame);
  return exact && cost > costs.obscure ? costs.obscure : cost;
}

// neighbours on a French keyboard, and letters that sound or look alike
function alikeGroups(): string[] {
  const rows = ['azertyuiop', 'qsdfghjklm', 'wxcvbn'];
  const keys = rows.flatMap((row) => Array.from(row.slice(1), (key, at) => row.charAt(at) + key));
  return [...keys, 'ckqs', 'sz', 'iy', 'fv', 'gj', 'vw', 'mn', 'dt', 'bp'];
}
