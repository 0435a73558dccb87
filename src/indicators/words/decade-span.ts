import { comparable, decadeSpan, leastYears, type AskedYears } from '#indicators/parts/decade-span.ts';
import type { Speech } from '#words/speech.ts';

/** When: “dans les années 1980”, “de 1985 à 1989”, “en 1989”. */
export function inDecade(start: number, asked: AskedYears, say: Speech): string {
  const { first, last, whole } = decadeSpan(start, asked);
  if (whole) return say.pick({ fr: `dans les ${say.decade(start)}`, en: `in the ${say.decade(start)}` });
  return first === last
    ? say.pick({ fr: `en ${first}`, en: `in ${first}` })
    : say.pick({ fr: `de ${first} à ${last}`, en: `from ${first} to ${last}` });
}

/** Of when, after “films”: “des années 1980”, “de 1985 à 1989”, “de 1989”. */
export function ofDecade(start: number, asked: AskedYears, say: Speech): string {
  const { first, last, whole } = decadeSpan(start, asked);
  if (whole) return say.pick({ fr: `des ${say.decade(start)}`, en: `of the ${say.decade(start)}` });
  return first === last
    ? say.pick({ fr: `de ${first}`, en: `of ${first}` })
    : say.pick({ fr: `de ${first} à ${last}`, en: `from ${first} to ${last}` });
}

/** On a mark: “années 1980”, “1985 à 1989”. */
export function decadeName(start: number, asked: AskedYears, say: Speech): string {
  const { first, last, whole } = decadeSpan(start, asked);
  if (whole) return say.decade(start);
  return first === last ? String(first) : say.pick({ fr: `${first} à ${last}`, en: `${first} to ${last}` });
}

/** Under an axis: “1980”, “1985-1989”. */
export function decadeTick(start: number, asked: AskedYears): string {
  const { first, last, whole } = decadeSpan(start, asked);
  return whole ? String(start) : first === last ? String(first) : `${first}-${last}`;
}

/** In a table, where a whole decade is a number. */
export const decadeCell = (start: number, asked: AskedYears): number | string =>
  decadeSpan(start, asked).whole ? start : decadeTick(start, asked);

/** The decades that the filters leave too short to be compared; null when there are none, or nothing to compare. */
export function shortDecades(starts: readonly number[], asked: AskedYears, say: Speech): string | null {
  const all = [...new Set(starts)];
  const short = all.filter((start) => !comparable(start, asked)).map((start) => decadeName(start, asked, say));
  if (short.length === 0 || all.length < 2) return null;
  const [one, several] = [short.length === 1, say.list(short)];
  return say.pick({
    fr: `Les filtres ne laissent que ${several} de ${one ? 'cette décennie' : 'ces décennies'}\u00a0: à moins de ${leastYears} ans, on ne ${one ? 'la compare' : 'les compare'} pas aux autres.`,
    en: `The filters leave only ${several} of ${one ? 'that decade' : 'those decades'}: under ${leastYears} years, ${one ? 'it is' : 'they are'} not compared with the others.`,
  });
}

/** At the head of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
