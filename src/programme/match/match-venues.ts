import type { VenueId } from '#brand.ts';
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
    const venue = byKey.get(key) ?? venues.find((one) => key.startsWith(`${keyOf(one.name)} `)) ?? null;
    if (venue !== null) return { venue, nearest: [] };
    const nearest = venues
      .map(({ name, id }) => ({ name: `${name} (${id})`, near: likeness(key, keyOf(name)) }))
      .filter(({ near }) => near > 0.3)
      .toSorted((a, b) => b.near - a.near)
      .slice(0, 3);
    return { venue: null, nearest: nearest.map(({ name }) => name) };
  };
}

/** An identifier for a venue of that name, which no other has. */
export function venueIdFor(
  name: string,
  taken: ReadonlySet<string>,
  make: (text: string) => VenueId | null,
): VenueId | null {
  const base =
    titleKey(name)
      .replaceAll(/[^a-z\d]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 50) || 'salle';
  for (let number = 1; number < 1000; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return make(id);
  }
  return null;
}

const keyOf = (text: string): string =>
  titleKey(text)
    .replace(/^(?:cinema|salle|the|le|la|les|l)\s+(?=\S)/, '')
    .replace(/^(?:le|la|les|l)\s+(?=\S)/, '');
