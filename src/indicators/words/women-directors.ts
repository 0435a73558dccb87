import type { Estimate } from '#indicators/parts/difference.ts';
import {
  leastFilms,
  leastKnown,
  type AskedDirectors,
  type Directed,
  type MeasuredDirectors,
} from '#indicators/parts/women-directors.ts';
import { capital, inDecade, ofDecade } from '#indicators/words/decade-span.ts';
import type { Interval } from '#kernels/statistics/interval.ts';
import type { Speech } from '#words/speech.ts';

const shareWords = ({ value, low, high }: Estimate, say: Speech): string =>
  `${say.percent(value, 1)} (${say.percentRange(low, high, 1)})`;

const boundsWords = ({ low, high }: Interval, say: Speech): string =>
  say.pick({
    fr: `${say.percent(low, 1)} au moins et ${say.percent(high, 1)} au plus`,
    en: `at least ${say.percent(low, 1)} and at most ${say.percent(high, 1)}`,
  });

/** The last decade, as far as it is known. */
export function nowSentence(now: Directed, asked: AskedDirectors, scope: string, say: Speech): string {
  const when = ofDecade(now.start, asked, say);
  const known = now.share.n / now.n;
  if (known < leastKnown)
    return say.pick({
      fr: `On ne peut pas dire quelle part des films ${when} (${scope}) une femme a réalisée\u00a0: la réponse n’est connue que pour ${say.percent(known)} d’entre eux, et la part est de ${boundsWords(now.bounds, say)}.`,
      en: `It cannot be told what share of films ${when} (${scope}) a woman directed: the answer is known for only ${say.percent(known)} of them, and the share is ${boundsWords(now.bounds, say)}.`,
    });
  return say.pick({
    fr: `${capital(inDecade(now.start, asked, say))} (${scope}), ${boundsWords(now.bounds, say)} des films ont été réalisés ou coréalisés par une femme\u00a0; ${shareWords(now.share, say)} des ${say.several(now.share.n, 'film', 'films')} dont on le sait.`,
    en: `${capital(inDecade(now.start, asked, say))} (${scope}), ${boundsWords(now.bounds, say)} of films were directed or co-directed by a woman; ${shareWords(now.share, say)} of the ${say.several(now.share.n, 'film', 'films')} of which it is known.`,
  });
}

/** Whether it moved, and whether what is not known could undo it. */
export function moveSentence({ change, asked }: MeasuredDirectors, say: Speech): string | null {
  if (change === null) return null;
  const { earlier, later, move, certain } = change;
  const [then, now] = [inDecade(earlier.start, asked, say), inDecade(later.start, asked, say)];
  const facts = say.pick({
    fr: `${shareWords(earlier.share, say)} ${then}, ${shareWords(later.share, say)} ${now}`,
    en: `${shareWords(earlier.share, say)} ${then}, ${shareWords(later.share, say)} ${now}`,
  });
  if (move === 'same')
    return say.pick({
      fr: `Parmi les films dont on le sait, on ne voit pas la part changer\u00a0: ${facts}.`,
      en: `Among films of which it is known, the share is not seen to change: ${facts}.`,
    });
  const verb = move === 'rose' ? { fr: 'a augmenté', en: 'rose' } : { fr: 'a baissé', en: 'fell' };
  if (certain)
    return say.pick({
      fr: `La part ${verb.fr}, quels que soient les films dont on ne sait rien\u00a0: ${facts}\u00a0; en comptant les inconnus dans le sens contraire, elle serait encore de ${say.percent(move === 'rose' ? earlier.bounds.high : earlier.bounds.low, 1)} puis ${say.percent(move === 'rose' ? later.bounds.low : later.bounds.high, 1)}.`,
      en: `The share ${verb.en}, whatever the films of which nothing is known: ${facts}; counting the unknown against it, it would still be ${say.percent(move === 'rose' ? earlier.bounds.high : earlier.bounds.low, 1)} then ${say.percent(move === 'rose' ? later.bounds.low : later.bounds.high, 1)}.`,
    });
  return say.pick({
    fr: `Parmi les films dont on le sait, la part ${verb.fr}\u00a0: ${facts}\u00a0; les films dont on ne sait rien sont assez nombreux pour que l’ensemble ait pu faire autrement.`,
    en: `Among films of which it is known, the share ${verb.en}: ${facts}; the films of which nothing is known are enough for the whole to have done otherwise.`,
  });
}

/** What the floor of votes does. */
export function floorSentence({ byFloor }: MeasuredDirectors, say: Speech): string | null {
  const told = byFloor.filter(({ share }) => share.n >= leastFilms);
  const [low, high] = [told[0], told.at(-1)];
  if (low === undefined || high === undefined || low === high) return null;
  const one = (directed: Directed): string => say.percent(directed.share.n / directed.n);
  return say.pick({
    fr: `Plus un film est voté, mieux on connaît qui l’a réalisé\u00a0: on le sait pour ${one(low)} des films d’au moins ${say.several(low.start, 'vote', 'votes')}, ${one(high)} de ceux d’au moins ${say.several(high.start, 'vote', 'votes')}\u00a0; la part connue y est de ${shareWords(low.share, say)} et ${shareWords(high.share, say)}.`,
    en: `The more votes a film has, the better is it known who directed it: for ${one(low)} of films with at least ${say.several(low.start, 'vote', 'votes')}, ${one(high)} of those with at least ${say.several(high.start, 'vote', 'votes')}; the known share is ${shareWords(low.share, say)} and ${shareWords(high.share, say)}.`,
  });
}

/** What the answer leaves out. */
export const directorCautions = ({ films, all }: MeasuredDirectors, say: Speech): string[] => [
  say.pick({
    fr: 'Aucune source ne dit le sexe de tous les cinéastes\u00a0: IMDb ne le dit que de qui joue aussi (actrice, acteur), TMDB d’une partie des autres. Rien n’est deviné d’un prénom. Les cinéastes qui jouent ne sont pas comme les autres, et la part parmi les films connus n’est pas celle de tous\u00a0: les bornes, elles, sont sûres.',
    en: 'No source tells the sex of every director: IMDb tells it only of those who also act (actress, actor), TMDB of some others. Nothing is guessed from a first name. Directors who act are not like the others, and the share among known films is not that of all: the bounds are certain.',
  }),
  say.pick({
    fr: 'Un film codirigé compte une fois, et comme film de femme dès qu’une femme en est\u00a0; une personne que les sources disent non binaire n’est comptée ni comme femme ni comme inconnue.',
    en: 'A co-directed film counts once, and as a woman’s as soon as one woman is among the directors; a person whom the sources call non-binary counts neither as a woman nor as unknown.',
  }),
  say.pick({
    fr: 'Les votes d’aujourd’hui choisissent les films\u00a0: ceux que l’on voit et que l’on note encore, souvent des productions de grands pays.',
    en: 'Today’s votes choose the films: those still watched and rated, often productions of large countries.',
  }),
  ...(films === all.n
    ? []
    : [
        say.pick({
          fr: `${say.several(films - all.n, 'film n’a pas de cinéaste dans la base', 'films n’ont pas de cinéaste dans la base')}.`,
          en: `${say.several(films - all.n, 'film has', 'films have')} no director in the base.`,
        }),
      ]),
];
