import type { MeasuredShares, ShareKind } from '#indicators/parts/measure-shares.ts';
import { boundsOf, holdsAnyway } from '#indicators/parts/shares.ts';
import { codeName, decadeName, movers } from '#indicators/words/shares.ts';
import type { Speech } from '#words/speech.ts';

/** How far the films of which the fact is unknown could change the answer; nothing when they are few. */
export function unknownCautions(measured: MeasuredShares, kind: ShareKind, say: Speech): string[] {
  const { decades, codes, compared } = measured;
  const [newest, leader] = [decades.at(-1), codes[0]];
  const lead = leader?.shares.at(-1);
  if (newest === undefined || leader === undefined || lead === undefined || newest.known > 0.95 * newest.films)
    return [];
  const { low, high } = boundsOf({ share: lead, decade: newest });
  const name = codeName(kind, leader.code, say);
  const missing = say.percent(1 - newest.known / newest.films);
  const bounds = say.pick({
    fr: `Le fait est inconnu pour ${missing} des films de ${decadeName(newest)}\u00a0: selon ce qu’ils sont, la part «\u00a0${name}\u00a0» peut être n’importe où entre ${say.percent(low)} et ${say.percent(high)}.`,
    en: `The fact is unknown for ${missing} of the films of ${decadeName(newest)}: depending on what they are, the share of “${name}” may be anywhere between ${say.percent(low)} and ${say.percent(high)}.`,
  });
  const { rose, fell } = movers(measured);
  if (compared === null || rose.length + fell.length === 0) return [bounds];
  const [base, end] = [decades.indexOf(compared.base), decades.indexOf(compared.newest)];
  const holding = [...rose, ...fell].filter((one) => {
    const [earlier, later] = [one.shares[base], one.shares[end]];
    if (earlier === undefined || later === undefined) return false;
    return holdsAnyway(one, { share: earlier, decade: compared.base }, { share: later, decade: compared.newest });
  });
  if (holding.length === 0)
    return [
      bounds,
      say.pick({
        fr: 'Si ces films étaient tous d’une même sorte, aucun des mouvements nommés ne serait sûr.',
        en: 'Were these films all of one kind, none of the moves named would be certain.',
      }),
    ];
  const names = say.list(holding.map(({ code }) => codeName(kind, code, say)));
  return [
    bounds,
    say.pick({
      fr: `Quels que soient ces films, le mouvement reste vrai pour ${names}.`,
      en: `Whatever these films are, the move stays true for ${names}.`,
    }),
  ];
}
