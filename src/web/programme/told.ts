import type { FilmFit } from '#lanterne.ts';
import type { ShowingAt } from '#state/showings.ts';
import { showingFeatures, type ShowingFeature } from '#state/tables/programme.ts';
import { common } from '#web/components/reasons.tsx';
import type { NearShowing } from '#web/programme/choose.ts';
import type { ProgrammeFilm } from '#web/programme/programme-films.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

/** `20 h 30`. */
export const hourOf = ({ words }: Site, { hour, minute }: Temporal.ZonedDateTime | Temporal.PlainTime): string =>
  words.programme.hour(hour, minute);

/** `mercredi 25 novembre à 20 h 30`. */
export const whenOf = ({ words }: Site, { day, moment }: Pick<NearShowing, 'day' | 'moment'>): string =>
  words.programme.at(day, moment.hour, moment.minute);

/** What is said beside the hour: `VF`, `sous-titres sourds`. */
export function marksOf({ words }: Site, { version, features }: Pick<ShowingAt, 'version' | 'features'>): string[] {
  const { versions, features: named } = words.programme;
  return [versions[version], ...features.map((one) => named[one])].filter((mark) => mark !== '');
}

/** The marks of some showings, those that need to be explained, each once. */
export function marksIn(showings: readonly Pick<ShowingAt, 'version' | 'features'>[]): {
  readonly versions: readonly ShowingAt['version'][];
  readonly features: readonly ShowingFeature[];
} {
  const features = new Set(showings.flatMap((one) => one.features));
  return {
    versions: [...new Set(showings.map(({ version }) => version))].filter((one) => one !== 'unknown'),
    features: showingFeatures.filter((one) => features.has(one)),
  };
}

/** A film's title for the reader: the catalogue's, else as announced. */
export const nameOf = (
  { language }: Pick<Site, 'language'>,
  { card, title }: Pick<ProgrammeFilm, 'card' | 'title'>,
): string => (card === null ? title : titleOf(card, language));

/** Why a film suits the reader, from the very terms of its score; null when no film that they liked is a reason. */
export function reasonOf(site: Site, { card, reasons: [first] }: FilmFit): string | null {
  if (first === undefined) return null;
  return (
    site.words.reason.because(titleOf(first.card, site.language), null) +
    common(site, [card, first.card], first.traits, 3)
  );
}

/** What a day is called from today: today (tonight when all begins in the evening), tomorrow; null for the others. */
export function dayName({ words }: Site, day: string, today: Temporal.PlainDate): string | null {
  if (day === today.toString()) return words.programme.today;
  return day === today.add({ days: 1 }).toString() ? words.programme.tomorrow : null;
}
