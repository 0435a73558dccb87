import type { MeasuredShares } from '#indicators/parts/measure-shares.ts';
import { holdsAnyway, type CodeShares } from '#indicators/parts/shares.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

/** With less than this share of films unknown, nothing is said of them. */
const fewUnknown = 0.05;

/**
 * The end of a sentence that names moves: which of them stay true whatever the films are of which the fact is unknown; empty when these are
 * few. A move that they could undo must not be quoted without it.
 * @param unknown what is not known: “the country”
 */
export function unknownVerdict(
  { decades, compared }: Pick<MeasuredShares, 'decades' | 'compared'>,
  moves: readonly CodeShares[],
  { unknown, name }: { readonly unknown: Bilingual; readonly name: (code: string) => string },
  say: Speech,
): string {
  if (compared === null) return '';
  const { base, newest } = compared;
  const [missing, before] = [1 - newest.known / newest.films, 1 - base.known / base.films];
  if (Math.max(missing, before) < fewUnknown) return '';
  const [at, end] = [decades.indexOf(base), decades.indexOf(newest)];
  const holding = moves.filter((one) => {
    const [earlier, later] = [one.shares[at], one.shares[end]];
    if (earlier === undefined || later === undefined) return false;
    return holdsAnyway(one, { share: earlier, decade: base }, { share: later, decade: newest });
  });
  const what = say.pick(unknown);
  if (holding.length === moves.length)
    return say.pick({
      fr: `, ce qui reste vrai quels que soient les films dont ${what} est inconnu${unknown.fr.startsWith('la') ? 'e' : ''}`,
      en: `, which stays true whatever the films are of which ${what} is unknown`,
    });
  const shares = say.pick({
    fr: `${say.percent(before)} puis ${say.percent(missing)} des films`,
    en: `${say.percent(before)} then ${say.percent(missing)} of the films`,
  });
  const names = say.list(holding.map(({ code }) => name(code)));
  const left = say.pick({
    fr:
      holding.length > 0
        ? `seul reste sûr le mouvement pour ${names}`
        : moves.length === 1
          ? 'ce mouvement ne serait pas sûr'
          : 'aucun de ces mouvements ne serait sûr',
    en:
      holding.length > 0
        ? `only the move for ${names} stays certain`
        : moves.length === 1
          ? 'this move would not be certain'
          : 'none of these moves would be certain',
  });
  return say.pick({
    fr: `\u00a0; mais on ignore ${what} de ${shares}, et s’ils étaient tous d’une même sorte, ${left}`,
    en: `; but ${what} is unknown for ${shares}, and were these all of one kind, ${left}`,
  });
}
