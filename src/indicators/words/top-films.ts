import { agreement, leastCompared, leastVotes, type MeasuredTop } from '#indicators/parts/top-list.ts';
import { directionOf, liftOf, type Trait } from '#indicators/parts/traits.ts';
import { traitName, traitShares } from '#indicators/words/traits.ts';
import type { Speech } from '#words/speech.ts';

export type BestFilm = MeasuredTop['films'][number];

export const titleOf = ({ title, titleFr }: BestFilm, say: Speech): string =>
  say.language === 'fr' ? (titleFr ?? title) : title;

/** The first of the list. */
export function firstSentence({ films, weight, least, compared, country }: MeasuredTop, say: Speech): string {
  const [first, ...others] = films.slice(0, 3);
  if (first === undefined) return '';
  const behind = others.map((film) => say.quoted(titleOf(film, say)));
  const made =
    country === null
      ? ''
      : say.pick({
          fr: ` (pays\u00a0: ${say.country(country)}, coproductions comprises)`,
          en: ` (country: ${say.country(country)}, co-productions included)`,
        });
  return say.pick({
    fr: `Parmi ${say.several(compared, 'long métrage', 'longs métrages')} d’au moins ${say.several(least, 'vote', 'votes')}${made}, le mieux noté est ${say.quoted(titleOf(first, say))} (${say.number(first.weighted, 2)} sur 10 quand la moyenne pèse ${say.several(weight, 'vote', 'votes')})${behind.length === 0 ? '' : `, devant ${say.list(behind)}`}.`,
    en: `Among ${say.several(compared, 'feature film', 'feature films')} with at least ${say.several(least, 'vote', 'votes')}${made}, the best rated is ${say.quoted(titleOf(first, say))} (${say.number(first.weighted, 2)} out of 10 when the mean weighs ${say.several(weight, 'vote', 'votes')})${behind.length === 0 ? '' : `, ahead of ${say.list(behind)}`}.`,
  });
}

const most = 5;
const byEffect = (a: Trait, b: Trait): number => Math.abs(Math.log(b.odds)) - Math.abs(Math.log(a.odds));

/** What sets the best apart, more and less, and the most frequent genre put in its place. */
export function traitSentences(measured: MeasuredTop, say: Speech): string[] {
  const { sizes, steady, traits, compared } = measured;
  if (sizes === null) return [tooFewSentence(measured, say)];
  const shallow = steady.filter(({ kind }) => kind !== 'director' && kind !== 'keyword').toSorted(byEffect);
  const of = (way: 'more' | 'less'): Trait[] => shallow.filter((one) => directionOf(one) === way).slice(0, most);
  const [more, less] = [of('more'), of('less')];
  const told = (list: readonly Trait[]): string => say.list(list.map((one) => traitShares(one, say)));
  const best = say.number(sizes.some);
  const others = say.number(compared - sizes.some);
  return [
    ...(more.length === 0
      ? []
      : [
          say.pick({
            fr: `Ce que les ${best} meilleurs ont plus souvent que les ${others} autres\u00a0: ${told(more)}.`,
            en: `What the best ${best} have more often than the other ${others}: ${told(more)}.`,
          }),
        ]),
    ...(less.length === 0
      ? []
      : [
          say.pick({
            fr: `Ce qu’ils ont moins souvent\u00a0: ${told(less)}.`,
            en: `What they have less often: ${told(less)}.`,
          }),
        ]),
    ...(more.length + less.length > 0
      ? []
      : [
          say.pick({
            fr: `Aucun genre, pays, langue, durée ni décennie ne distingue les ${best} meilleurs des ${others} autres de façon assez sûre pour tenir quand on change la longueur de la liste ou le poids de la moyenne.`,
            en: `No genre, country, language, length or decade sets the best ${best} apart from the other ${others} surely enough to hold when the length of the list or the weight of the mean changes.`,
          }),
        ]),
    ...commonest(traits, say),
    ...peopleSentence(steady, say),
  ];
}

const tooFewSentence = ({ compared, least, floorAsked }: MeasuredTop, say: Speech): string => {
  const more = floorAsked
    ? say.pick({ fr: 'Demander moins de votes en garde davantage.', en: 'Asking for fewer votes keeps more of them.' })
    : say.pick({ fr: 'Un poids plus petit en garde davantage.', en: 'A smaller weight keeps more of them.' });
  return say.pick({
    fr: `Trop peu de films pour dire ce qu’ils ont en commun\u00a0: ${say.several(compared, 'film a', 'films ont')} au moins ${say.several(least, 'vote', 'votes')}, il en faut ${leastCompared}.${least > leastVotes ? ` ${more}` : ''}`,
    en: `Too few films to say what they share: ${say.several(compared, 'film has', 'films have')} at least ${say.several(least, 'vote', 'votes')}, ${leastCompared} are needed.${least > leastVotes ? ` ${more}` : ''}`,
  });
};

/** The most frequent genre of the best, beside how frequent it is everywhere. */
function commonest(traits: readonly Trait[], say: Speech): string[] {
  const [first] = traits.filter(({ kind }) => kind === 'genre').toSorted((a, b) => b.best - a.best);
  if (first === undefined) return [];
  const name = traitName(first, say);
  const [best, others] = [say.percent(first.best / first.bestOf), say.percent(first.others / first.othersOf)];
  const lift = say.number(liftOf(first) ?? 0, 1);
  return [
    say.pick({
      fr: {
        alike: `Le genre le plus fréquent des meilleurs, «\u00a0${name}\u00a0», ne les distingue pas\u00a0: ${best} l’ont, et ${others} des autres.`,
        more: `Le genre le plus fréquent des meilleurs, «\u00a0${name}\u00a0», est fréquent partout\u00a0: ${best} l’ont, et ${others} des autres, soit ${lift} fois leur part.`,
        less: `Le genre le plus fréquent des meilleurs, «\u00a0${name}\u00a0», l’est encore plus ailleurs\u00a0: ${best} l’ont, et ${others} des autres.`,
      },
      en: {
        alike: `The most frequent genre of the best, “${name}”, does not set them apart: ${best} have it, and ${others} of the others.`,
        more: `The most frequent genre of the best, “${name}”, is frequent everywhere: ${best} have it, and ${others} of the others, ${lift} times their share.`,
        less: `The most frequent genre of the best, “${name}”, is more so elsewhere: ${best} have it, and ${others} of the others.`,
      },
    })[directionOf(first)],
  ];
}

function peopleSentence(steady: readonly Trait[], say: Speech): string[] {
  const directors = steady.filter((one) => one.kind === 'director' && directionOf(one) === 'more').toSorted(byBest);
  if (directors.length === 0) return [];
  const told = directors.slice(0, most).map((one) => {
    const all = one.best + one.others;
    return say.pick({
      fr: `${traitName(one, say)} (${one.best} de ses ${all} films comparés)`,
      en: `${traitName(one, say)} (${one.best} of ${all} films compared)`,
    });
  });
  return [
    say.pick({
      fr: `${say.several(directors.length, 'cinéaste a', 'cinéastes ont')} bien plus de films parmi les meilleurs que le hasard ne le voudrait, dont ${say.list(told)}.`,
      en: `${say.several(directors.length, 'director has', 'directors have')} far more films among the best than chance would have it, among them ${say.list(told)}.`,
    }),
  ];
}

const byBest = (a: Trait, b: Trait): number => b.best - a.best || byEffect(a, b);

/** How the list moves with the weight of the mean. */
export function weightSentence({ others, list, weight, floorAsked }: MeasuredTop, say: Speech): string[] {
  const told = others.flatMap((other) => {
    const there = other.films.slice(0, list.length);
    if (list.length === 0 || there.length < list.length) return [];
    return [{ weight: other.weight, ...agreement(list, there) }];
  });
  const [least] = told.toSorted((a, b) => a.shared - b.shared);
  if (least === undefined) return [];
  const among = floorAsked
    ? say.pick({ fr: 'parmi les mêmes films', en: 'among the same films' })
    : say.pick({
        fr: 'où l’on compare les films d’au moins autant de votes',
        en: 'where films of at least as many votes are compared',
      });
  return [
    say.pick({
      fr: `La liste dépend de ce choix\u00a0: des ${say.number(list.length)} meilleurs avec un poids de ${say.number(weight)} votes, ${say.number(least.shared)} le restent avec un poids de ${say.number(least.weight)}, ${among}.`,
      en: `The list depends on that choice: of the best ${say.number(list.length)} with a weight of ${say.number(weight)} votes, ${say.number(least.shared)} remain with a weight of ${say.number(least.weight)}, ${among}.`,
    }),
  ];
}
