import type { Coverage } from '#indicators/told.ts';
import type { Speech } from '#words/speech.ts';

interface CastCounts {
  readonly films: number;
  readonly withCast: number;
  readonly credits: number;
  readonly sure: number;
}

/** How much of the casts is known. */
export const castCounts = ({ films, withCast, credits, sure }: CastCounts, say: Speech): Coverage[] => [
  {
    what: say.pick({ fr: 'films dont la distribution est connue', en: 'films whose cast is known' }),
    known: withCast,
    of: films,
  },
  {
    what: say.pick({ fr: 'rôles dont la place est sûre', en: 'credits whose place is certain' }),
    known: sure,
    of: credits,
  },
];

/** What the casts leave out. */
export const castCautions = (
  { films, withCast, credits, sure }: CastCounts,
  billing: number,
  say: Speech,
): string[] => [
  ...(films === 0 || withCast >= 0.95 * films
    ? []
    : [
        say.pick({
          fr: `La distribution n’est connue que pour ${say.percent(withCast / films)} de ces films\u00a0: les autres manquent aux comptes.`,
          en: `The cast is known for only ${say.percent(withCast / films)} of these films: the others are missing from the counts.`,
        }),
      ]),
  ...(credits === 0 || sure >= 0.95 * credits
    ? []
    : [
        say.pick({
          fr: `${say.percent(1 - sure / credits)} des rôles n’ont pas de place connue dans la distribution\u00a0: ils comptent quand ils ont une chance sur deux au moins d’être parmi les ${say.number(billing)} premiers.`,
          en: `${say.percent(1 - sure / credits)} of the credits have no known place in the cast: they count when they are as likely as not to be among the first ${say.number(billing)}.`,
        }),
      ]),
];
