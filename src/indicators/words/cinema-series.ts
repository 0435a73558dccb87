import { moveOf, type Estimate } from '#indicators/parts/difference.ts';
import { leastPeople, type MeasuredStages, type Stage } from '#indicators/parts/cinema-series.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

export const stageNames: Readonly<Record<Stage, Bilingual>> = {
  film: { fr: 'cinéma seulement', en: 'films only' },
  both: { fr: 'cinéma et séries', en: 'films and series' },
  series: { fr: 'séries seulement', en: 'series only' },
};

/** “41 % (40 à 42 %)” */
export const shareWords = ({ value, low, high }: Estimate, say: Speech): string =>
  `${say.percent(value, digitsOf(low, high))} (${say.percentRange(low, high, digitsOf(low, high))})`;

/** A narrow interval needs a digit to be one. */
const digitsOf = (low: number, high: number): number => (high - low < 0.02 ? 1 : 0);

/** Of all people, who did what. */
export function sharesSentence({ all, asked }: MeasuredStages, scope: string, say: Speech): string {
  const { film, both, series } = all.shares;
  const credits = say.several(asked.credits, 'rôle', 'rôles');
  return say.pick({
    fr: `Sur ${say.several(all.n, 'personne', 'personnes')} d’au moins ${credits} (${scope}, et séries d’autant de votes), ${shareWords(film, say)} n’ont joué qu’au cinéma, ${shareWords(both, say)} au cinéma et dans des séries, ${shareWords(series, say)} dans des séries seulement.`,
    en: `Of ${say.several(all.n, 'person', 'people')} with at least ${say.several(asked.credits, 'credit', 'credits')} (${scope}, and series with as many), ${shareWords(film, say)} acted in films only, ${shareWords(both, say)} in films and series, ${shareWords(series, say)} in series only.`,
  });
}

/** Whether doing both became more common from a decade of birth to another. */
export function changeSentence({ change, born }: MeasuredStages, say: Speech): string | null {
  if (change === null) return null;
  const share = (decade: number): string => {
    const found = born.find((group) => group.decade === decade);
    return found === undefined ? '' : shareWords(found.shares.both, say);
  };
  const [then, now] = [share(change.earlier), share(change.later)];
  const move = moveOf(change.both);
  if (move === 'same')
    return say.pick({
      fr: `Passer de l’un à l’autre n’est ni plus ni moins courant, pour autant qu’on le voie\u00a0: ${then} des personnes nées dans les ${say.decade(change.earlier)} l’ont fait, ${now} de celles nées dans les ${say.decade(change.later)}.`,
      en: `Doing both is neither more nor less common, as far as can be seen: ${then} of people born in the ${say.decade(change.earlier)} did, ${now} of those born in the ${say.decade(change.later)}.`,
    });
  return move === 'rose'
    ? say.pick({
        fr: `Jouer dans les deux est devenu plus courant\u00a0: ${then} des personnes nées dans les ${say.decade(change.earlier)}, ${now} de celles nées dans les ${say.decade(change.later)}.`,
        en: `Doing both became more common: ${then} of people born in the ${say.decade(change.earlier)}, ${now} of those born in the ${say.decade(change.later)}.`,
      })
    : say.pick({
        fr: `Jouer dans les deux est devenu plus rare\u00a0: ${then} des personnes nées dans les ${say.decade(change.earlier)}, ${now} de celles nées dans les ${say.decade(change.later)}.`,
        en: `Doing both became rarer: ${then} of people born in the ${say.decade(change.earlier)}, ${now} of those born in the ${say.decade(change.later)}.`,
      });
}

/** Which way those who did both went. */
export function waySentence({ toSeries, crossings, asked }: MeasuredStages, say: Speech): string {
  const same = crossings.reduce((sum, crossing) => sum + crossing.same, 0);
  if (toSeries.n + same === 0)
    return say.pick({
      fr: 'Personne, dans ces limites, n’a joué au cinéma et dans une série.',
      en: 'Within these limits nobody acted both in films and in a series.',
    });
  if (toSeries.n < leastPeople)
    return say.pick({
      fr: `${say.several(toSeries.n + same, 'personne a', 'personnes ont')} fait les deux\u00a0: trop peu (n\u00a0<\u00a0${leastPeople}) pour dire dans quel sens.`,
      en: `${say.several(toSeries.n + same, 'person', 'people')} did both: too few (n < ${leastPeople}) to say which way.`,
    });
  const share = shareWords(toSeries, say);
  const rest = say.pick({
    fr: `sur ${say.several(toSeries.n, 'personne', 'personnes')} dont les deux débuts sont d’années différentes`,
    en: `of ${say.several(toSeries.n, 'person', 'people')} whose two firsts are of different years`,
  });
  if (toSeries.low > 0.5)
    return say.pick({
      fr: `On passe plus souvent du cinéma aux séries que l’inverse\u00a0: ${share} ${rest}.`,
      en: `The way goes from films to series more often than back: ${share} ${rest}.`,
    });
  if (toSeries.high < 0.5)
    return say.pick({
      fr: `On passe plus souvent des séries au cinéma que l’inverse\u00a0: ${share} seulement ont commencé par le cinéma, ${rest}.`,
      en: `The way goes from series to films more often than back: only ${share} began in films, ${rest}.`,
    });
  return say.pick({
    fr: `On passe autant d’un côté que de l’autre\u00a0: ${share} ont commencé par le cinéma, ${rest}, au moins ${say.several(asked.credits, 'rôle', 'rôles')} chacune.`,
    en: `The way goes as often in one direction as in the other: ${share} began in films, ${rest}.`,
  });
}

/** What the least number of credits does to the answer. */
export function thresholdSentence({ byThreshold }: MeasuredStages, say: Speech): string | null {
  const enough = byThreshold.filter(({ n }) => n >= leastPeople);
  const [first, last] = [enough[0], enough.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const [from, to] = [say.percent(first.shares.both.value), say.percent(last.shares.both.value)];
  const far = Math.abs(last.shares.both.value - first.shares.both.value) > 0.05;
  return far
    ? say.pick({
        fr: `La réponse dépend du seuil\u00a0: la part des deux va de ${from} (au moins ${say.several(first.k, 'rôle', 'rôles')}) à ${to} (au moins ${say.several(last.k, 'rôle', 'rôles')})\u00a0; plus on a de rôles, plus on a eu d’occasions.`,
        en: `The answer depends on the threshold: the share of both goes from ${from} (at least ${say.several(first.k, 'credit', 'credits')}) to ${to} (at least ${say.several(last.k, 'credit', 'credits')}); the more credits, the more occasions.`,
      })
    : say.pick({
        fr: `Le seuil change peu la réponse\u00a0: la part des deux va de ${from} (au moins ${say.several(first.k, 'rôle', 'rôles')}) à ${to} (au moins ${say.several(last.k, 'rôle', 'rôles')}).`,
        en: `The threshold hardly changes the answer: the share of both goes from ${from} (at least ${say.several(first.k, 'credit', 'credits')}) to ${to} (at least ${say.several(last.k, 'credit', 'credits')}).`,
      });
}

/** What the answer leaves out. */
export function stageCautions(measured: MeasuredStages, say: Speech): string[] {
  const { works, places, sure, all, asked, unborn } = measured;
  const share = (part: number, of: number): string => say.percent(of === 0 ? 0 : part / of);
  return [
    say.pick({
      fr: `Films et séries sont comptés jusqu’à la même place, la ${asked.billing}e\u00a0: une base peut ne garder que les premiers noms d’une série. La distribution est connue pour ${share(works.filmsCast, works.films)} des films et ${share(works.seriesCast, works.series)} des séries\u00a0: un côté moins connu que l’autre fait pencher la réponse.`,
      en: `Films and series are counted up to the same place, ${asked.billing}: a base may hold only the first names of a series. The cast is known for ${share(works.filmsCast, works.films)} of the films and ${share(works.seriesCast, works.series)} of the series: a side known less than the other tips the answer.`,
    }),
    ...(places.sure >= 0.95 * places.credits || sure.n < leastPeople
      ? []
      : [
          say.pick({
            fr: `En ne comptant que les rôles dont la place est sûre (${share(places.sure, places.credits)}), la part des deux serait de ${shareWords(sure.shares.both, say)} sur ${say.several(sure.n, 'personne', 'personnes')}.`,
            en: `Counting only the credits whose place is certain (${share(places.sure, places.credits)}), the share of both would be ${shareWords(sure.shares.both, say)} of ${say.several(sure.n, 'person', 'people')}.`,
          }),
        ]),
    say.pick({
      fr: 'Une série compte pour un rôle, quelle que soit sa longueur\u00a0: qui a passé sa carrière dans une seule série n’atteint pas le seuil. Elle est datée de son début, non de l’arrivée de la personne, ce qui exagère le passage des séries au cinéma.',
      en: 'A series counts as one credit, however long: who spent a career in a single series does not reach the threshold. It is dated from its start, not from when the person joined, which overstates the way from series to films.',
    }),
    say.pick({
      fr: 'Les personnes nées il y a moins de 35 ans débutent encore et ne sont pas comparées\u00a0; ne restent, des plus anciennes, que celles dont on note encore les films.',
      en: 'People born less than 35 years ago are still beginning and are not compared; of the oldest, only those whose films are still rated remain.',
    }),
    ...(works.series === 0
      ? []
      : [
          say.pick({
            fr: `La moitié des séries retenues ont débuté en ${works.seriesYear} ou après, la moitié des films sont de ${works.filmsYear} ou après\u00a0: les générations anciennes ont eu moins d’occasions d’être vues dans les deux.`,
            en: `Half of the series counted began in ${works.seriesYear} or later, half of the films are of ${works.filmsYear} or later: older generations had fewer occasions to be seen in both.`,
          }),
        ]),
    ...(unborn.n === 0
      ? []
      : [
          say.pick({
            fr: `La naissance est inconnue pour ${share(unborn.n, all.n)} des personnes, les moins connues surtout\u00a0: elles comptent dans l’ensemble, pas par décennie.`,
            en: `The birth is unknown for ${share(unborn.n, all.n)} of the people, the lesser known above all: they count in the whole, not by decade.`,
          }),
        ]),
  ];
}
