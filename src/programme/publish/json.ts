import { houseZone } from '#calendar/zone.ts';
import {
  momentOfShowing,
  titleOfShowing,
  webAddress,
  type Publication,
  type PublishedShowing,
} from '#programme/publish/published.ts';

/** The programme as data: the shape that the import reads. Described in docs/programme-feeds.md. */
export function toJson({ title, language, page, self, showings }: Publication): object {
  const venues = new Map(showings.map((one) => [one.at.id, one]));
  return {
    format: 'lanterne-programme',
    version: 1,
    title,
    language,
    page,
    self: self.json,
    timeZone: houseZone,
    venues: [...venues.values()].map(({ at, communeName, venuePage }) => ({
      id: at.id,
      name: at.name,
      kind: at.kind,
      commune: at.commune,
      communeName,
      address: at.address,
      latitude: at.latitude,
      longitude: at.longitude,
      seats: at.seats,
      equipment: at.equipment,
      website: webAddress(at.website),
      page: venuePage,
    })),
    showings: showings.map(entryOf),
  };
}

function entryOf(showing: PublishedShowing): object {
  const { film } = showing;
  return {
    id: showing.id,
    venue: showing.at.id,
    imdb: film?.id ?? null,
    title: titleOfShowing(showing),
    announcedAs: showing.title,
    year: film?.year ?? null,
    director: film?.directors.join(', ') ?? null,
    starts: momentOfShowing(showing).toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
    version: showing.version,
    features: showing.features,
    screen: showing.screen === '' ? null : showing.screen,
    minutes: showing.minutes,
    price: showing.price === null ? null : showing.price / 100,
    booking: webAddress(showing.booking),
    note: showing.note,
    cancelled: showing.cancelled !== null,
    changed: showing.changed,
    page: showing.page,
  };
}
