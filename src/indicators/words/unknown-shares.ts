import type { MeasuredShares, ShareKind } from '#indicators/parts/measure-shares.ts';
import { boundsOf } from '#indicators/parts/shares.ts';
import { codeName, decadeName } from '#indicators/words/shares.ts';
import type { Speech } from '#words/speech.ts';

/** How far the films of which the fact is unknown could change the first share; nothing when they are few. */
export function unknownCautions(measured: MeasuredShares, kind: ShareKind, say: Speech): string[] {
  const { decades, codes } = measured;
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
  return [bounds];
}
