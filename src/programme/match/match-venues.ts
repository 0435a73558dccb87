import { asVenueId, type VenueId } from '#brand.ts';
import { likeness } from '#programme/match/likeness.ts';
import { titleKey } from '#state/programme-titles.ts';
import type { Venue } from '#state/venues.ts';

/** Which venue a text means; null when it is none, with the nearest names. */
export interface VenueMatch {
  readonly venue: Venue | null;
  readonly nearest: readonly string[];
}

/** Finds venues by their identifier or by their name, whatever its capitals, accents and leading article. */
export function venueMatcher(venues: readonly Venue[]): (text: string) => VenueMatch {
  const byKey = new Map<string, Venue | null>();
  for (const venue of venues)
    for (const key of new Set([keyOf(venue.id), keyOf(venue.name)]))
      byKey.set(key, byKey.has(key) && byKey.get(key)?.id !== venue.id ? null : venue);
  return (text) => {
    const key = keyOf(text);
    const begun = venues.filter((one) => key.startsWith(`${keyOf(one.name)} `));
    // of halls with the same name, none is guessed
    const sole = new Set(begun.map(({ name }) => keyOf(name))).size === begun.length ? begun[0] : undefined;
    const venue = byKey.get(key) ?? sole ?? null;
    if (venue !== null) return { venue, nearest: [] };
    const nearest = venues
      .map(({ name, id }) => ({ name: `${name} (${id})`, near: likeness(key, keyOf(name)) }))
      .filter(({ near }) => near > 0.3)
      .toSorted((a, b) => b.near - a.near)
      .slice(0, 3);
    return { venue: null, nearest: nearest.map(({ name }) => name) };
  };
}

/**
 * An identifier for a venue, which no other has: its name; with its commune when halls of other communes bear that name, or may.
 * @param options.shared a hall of another commune bears it
 */
export function venueIdFor(
  { name, commune }: Pick<Venue, 'name' | 'commune'>,
  { taken, shared }: { readonly taken: ReadonlySet<string>; readonly shared: boolean },
): VenueId | null {
  const base =
    titleKey(name)
      .replaceAll(/[^a-z\d]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 50) || 'salle';
  if (!shared && !isCommonName(name) && !taken.has(base)) return asVenueId(base);
  const here = `${base.replace(/-$/, '')}-${commune.toLowerCase()}`;
  for (let number = 1; number < 100; number++) {
    const id = number === 1 ? here : `${here}-${number}`;
    if (!taken.has(id)) return asVenueId(id);
  }
  return null;
}

/** An identifier for a venue that is added beside those that stand. */
export const newVenueId = (venue: Pick<Venue, 'name' | 'commune'>, standing: readonly Venue[]): VenueId | null =>
  venueIdFor(venue, {
    taken: new Set(standing.map(({ id }) => id)),
    shared: standing.some(({ name }) => titleKey(name) === titleKey(venue.name)),
  });

const commonWords = new Set(
  `salle salles des de du la le les l d fete fetes polyvalente polyvalent communale communal municipale municipal rurale rural
  foyer maison commune halle marche mairie centre culturel culturelle socioculturel socioculturelle espace association associations associatif
  mediatheque bibliotheque gymnase ecole place eglise cinema petite grande jeunes peuple spectacle spectacles reunion reunions`.split(
    /\s+/,
  ),
);

/** “Salle des fêtes”, “Foyer rural”: what the hall of any village may be called. */
const isCommonName = (name: string): boolean =>
  titleKey(name)
    .split(' ')
    .every((word) => commonWords.has(word));

const keyOf = (text: string): string =>
  titleKey(text)
    .replace(/^(?:cinema|salle|the|le|la|les|l)\s+(?=\S)/, '')
    .replace(/^(?:le|la|les|l)\s+(?=\S)/, '');
