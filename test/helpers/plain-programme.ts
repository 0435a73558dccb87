import type { Showing } from '#state/showings.ts';
import type { Venue } from '#state/venues.ts';

/** A venue of which nothing is said but what is given. */
export const plainVenue = (given: Pick<Venue, 'id' | 'name'> & Partial<Venue>): Venue => ({
  kind: 'fixed',
  commune: '23096',
  address: null,
  latitude: null,
  longitude: null,
  seats: null,
  equipment: [],
  website: null,
  closed: null,
  ...given,
});

/** A showing of which nothing is said but what is given. */
export const plainShowing = (
  given: Pick<Showing, 'id' | 'venue' | 'title' | 'starts' | 'day'> & Partial<Showing>,
): Showing => ({
  film: null,
  version: 'vf',
  features: [],
  screen: '',
  minutes: null,
  price: null,
  booking: null,
  note: null,
  cancelled: null,
  origin: null,
  ...given,
});
