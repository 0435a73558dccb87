import {
  leastRated,
  voteClasses,
  type Compared,
  type MeasuredRatings,
  type RatingClass,
} from '#indicators/parts/ratings.ts';
import { shortSpanSentence, spanName } from '#indicators/parts/span.ts';
import type { Speech } from '#words/speech.ts';

/** “1 000 to 9 999 votes”. */
export function className(votes: number, say: Speech): string {
  const [least, below] = voteClasses[votes] ?? [0, 0];
  if (votes === 0)
    return say.pick({ fr: `moins de ${say.number(below)} votes`, en: `fewer than ${say.number(below)} votes` });
  if (votes === voteClasses.length - 1)
    return say.pick({ fr: `${say.number(least)} votes et plus`, en: `${say.number(least)} votes and over` });
  return say.pick({ fr: `${say.range(least, below - 1)} votes`, en: `${say.range(least, below - 1)} votes` });
}

const rating = ({ value, low, high }: { value: number; low: number; high: number }, say: Speech): string =>
  say.pick({
    fr: `${say.number(value, 1)} (intervalle ${say.range(low, high, 1)})`,
    en: `${say.number(value, 1)} (interval ${say.range(low, high, 1)})`,
  });

/** How ratings go with votes, then with time at equal votes. */
export function ratingSentences(measured: MeasuredRatings, say: Speech): string[] {
  const told = measured.classes.filter(({ whole }) => whole !== null);
  if (told.length === 0)
    return [
      say.pick({
        fr: `Trop peu de films notés pour répondre\u00a0: ${say.several(measured.rated, 'film noté', 'films notés')}, et il en faut ${leastRated} pour un même ordre de votes.`,
        en: `Too few rated films to answer: ${say.several(measured.rated, 'rated film', 'rated films')}, and ${leastRated} of about as many votes are needed.`,
      }),
    ];
  return [
    ...votesSentence(told, say),
    ...timeSentences(measured, say),
    ...measured.short.map((span) => shortSpanSentence(span, say)),
  ];
}

function votesSentence(told: readonly RatingClass[], say: Speech): string[] {
  const ranked = told.toSorted((a, b) => (a.whole?.value ?? 0) - (b.whole?.value ?? 0));
  const [lowest, highest] = [ranked[0], ranked.at(-1)];
  if (
    lowest === undefined ||
    highest === undefined ||
    lowest === highest ||
    lowest.whole === null ||
    highest.whole === null
  )
    return [];
  if (highest.whole.low <= lowest.whole.high)
    return [
      say.pick({
        fr: 'La note médiane ne change pas de façon mesurable avec le nombre de votes.',
        en: 'The median rating does not measurably change with the number of votes.',
      }),
    ];
  return [
    say.pick({
      fr: `La note dépend de qui vote\u00a0: la médiane va de ${rating(lowest.whole, say)} pour les films de ${className(lowest.votes, say)} à ${rating(highest.whole, say)} pour ceux de ${className(highest.votes, say)}.`,
      en: `The rating depends on who votes: the median goes from ${rating(lowest.whole, say)} for films of ${className(lowest.votes, say)} to ${rating(highest.whole, say)} for those of ${className(highest.votes, say)}.`,
    }),
  ];
}

function timeSentences({ classes, together }: MeasuredRatings, say: Speech): string[] {
  const moved = classes.flatMap(({ votes, compared }) => (compared === null ? [] : [{ votes, ...compared }]));
  const [first] = moved;
  if (first === undefined) return [];
  const span = spanOf(first);
  const opposed = moved.some(({ move }) => move === 'rose') && moved.some(({ move }) => move === 'fell');
  const alike = moved.every(({ move }) => move === first.move);
  const told = ({ change, move }: Compared): string =>
    move === 'same'
      ? say.pick({
          fr: ` (écart non établi, intervalle ${say.range(change.low, change.high, 1)})`,
          en: ` (difference not established, interval ${say.range(change.low, change.high, 1)})`,
        })
      : '';
  const words = moved.map((one) =>
    say.pick({
      fr: `${className(one.votes, say)}, de ${say.number(one.base.median.value, 1)} à ${say.number(one.newest.median.value, 1)}${told(one)}`,
      en: `${className(one.votes, say)}, from ${say.number(one.base.median.value, 1)} to ${say.number(one.newest.median.value, 1)}${told(one)}`,
    }),
  );
  const head = alike
    ? say.pick({
        fr: {
          rose: `À nombre de votes égal, les films sont mieux notés en ${span.after} qu’en ${span.before}`,
          fell: `À nombre de votes égal, les films sont moins bien notés en ${span.after} qu’en ${span.before}`,
          same: `À nombre de votes égal, la note médiane n’a pas bougé de façon mesurable entre ${span.before} et ${span.after}`,
        },
        en: {
          rose: `At equal votes, films of ${span.after} are rated higher than those of ${span.before}`,
          fell: `At equal votes, films of ${span.after} are rated lower than those of ${span.before}`,
          same: `At equal votes, the median rating has not measurably moved between ${span.before} and ${span.after}`,
        },
      })[first.move]
    : !opposed
      ? say.pick({
          fr: `À nombre de votes égal, entre ${span.before} et ${span.after}, un mouvement n’est établi que pour une partie des films`,
          en: `At equal votes, between ${span.before} and ${span.after}, a move is established for some of the films only`,
        })
      : say.pick({
          fr: `À nombre de votes égal, il n’y a pas de réponse unique entre ${span.before} et ${span.after}`,
          en: `At equal votes there is no single answer between ${span.before} and ${span.after}`,
        });
  const all = together === null ? [] : [togetherSentence(together, alike ? first.move : null, say)];
  return [
    say.pick({ fr: `${head}\u00a0: ${words.join('\u00a0; ')}.`, en: `${head}: ${words.join('; ')}.` }),
    ...all.flat(),
  ];
}

/** What would be said without looking at the votes, when it is not what the classes say. */
function togetherSentence(
  { base, newest, change, move }: Compared,
  agreed: Compared['move'] | null,
  say: Speech,
): string[] {
  if (move === agreed) return [];
  const range = say.range(change.low, change.high, 1);
  const [a, b] = [say.number(base.median.value, 1), say.number(newest.median.value, 1)];
  return [
    say.pick({
      fr: {
        rose: `Tous votes mêlés, la médiane monterait (${a} puis ${b})\u00a0: c’est un effet du mélange.`,
        fell: `Tous votes mêlés, la médiane baisserait (${a} puis ${b})\u00a0: c’est un effet du mélange.`,
        same: `Tous votes mêlés, la médiane ne bougerait pas de façon mesurable (${a} puis ${b}, intervalle de l’écart ${range})\u00a0: le mélange cache ce qui précède.`,
      },
      en: {
        rose: `With all votes mixed the median would rise (${a}, then ${b}): an effect of the mixture.`,
        fell: `With all votes mixed the median would fall (${a}, then ${b}): an effect of the mixture.`,
        same: `With all votes mixed the median would not measurably move (${a}, then ${b}, interval of the difference ${range}): the mixture hides the above.`,
      },
    })[move],
  ];
}

const spanOf = ({ base, newest }: Compared): { before: string; after: string } => ({
  before: spanName(base),
  after: spanName(newest),
});
