import type { FilmPage } from '#lanterne.ts';
import {
  minutesOfShowing,
  momentOfShowing,
  titleOfShowing,
  webAddress,
  type PublishedShowing,
} from '#programme/publish/published.ts';
import type { Venue } from '#state/venues.ts';
import { filmJsonLd, known } from '#web/film-json-ld.ts';
import { plainText } from '#web/json-ld.ts';
import type { Site } from '#web/site.ts';

/**
 * A showing as schema.org's ScreeningEvent (https://schema.org/ScreeningEvent); what is not known, such as when the doors open, is not said.
 * @param facts of the film, when the catalogue has it and the page is about it: else its name alone
 */
export function screeningJsonLd(site: Site, showing: PublishedShowing, facts: FilmPage | null = null): object {
  const { film, version, features } = showing;
  const start = momentOfShowing(showing);
  const minutes = minutesOfShowing(showing);
  const booking = webAddress(showing.booking);
  const original = facts?.card.language ?? null;
  return known({
    '@context': 'https://schema.org',
    '@type': 'ScreeningEvent',
    '@id': showing.page,
    url: showing.page,
    name: plainText(titleOfShowing(showing)),
    startDate: written(start),
    endDate: minutes === null ? null : written(start.add({ minutes })),
    duration: minutes === null ? null : `PT${Math.floor(minutes / 60)}H${minutes % 60}M`,
    eventStatus: `https://schema.org/${showing.cancelled === null ? 'EventScheduled' : 'EventCancelled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: theatre(showing.at, showing),
    workPresented:
      facts === null
        ? known({
            '@type': 'Movie',
            name: plainText(titleOfShowing(showing)),
            url: film?.page ?? null,
            datePublished: film?.year === null || film === null ? null : String(film.year),
            director: (film?.directors ?? []).map((name) => ({ '@type': 'Person', name: plainText(name) })),
          })
        : filmJsonLd(site, facts, site.here),
    image: film?.picture ?? null,
    inLanguage: version === 'vf' ? 'fr' : version === 'vost' || version === 'vo' ? original : null,
    subtitleLanguage: version === 'vost' || features.includes('sme') ? 'fr' : null,
    videoFormat: features.includes('3d') ? '3D' : null,
    accessibilityFeature: features.flatMap((one) =>
      one === 'sme' ? ['captions'] : one === 'ad' ? ['audioDescription'] : [],
    ),
    offers:
      showing.price === null && booking === null
        ? null
        : known({
            '@type': 'Offer',
            url: booking,
            price: showing.price === null ? null : (showing.price / 100).toFixed(2),
            priceCurrency: showing.price === null ? null : 'EUR',
            availability: showing.cancelled === null ? 'https://schema.org/InStock' : 'https://schema.org/SoldOut',
          }),
  });
}

/** A venue as schema.org's MovieTheater. */
export function theatre(
  venue: Venue,
  { communeName, venuePage }: Pick<PublishedShowing, 'communeName' | 'venuePage'>,
): object {
  const { latitude, longitude, address, commune } = venue;
  return known({
    '@type': 'MovieTheater',
    '@id': venuePage,
    name: plainText(venue.name),
    url: venuePage,
    sameAs: webAddress(venue.website),
    address: known({
      '@type': 'PostalAddress',
      streetAddress: address === null ? null : plainText(address),
      addressLocality: communeName === commune ? null : communeName,
      addressCountry: 'FR',
    }),
    geo: latitude === null || longitude === null ? null : { '@type': 'GeoCoordinates', latitude, longitude },
    maximumAttendeeCapacity: venue.seats,
    amenityFeature: venue.equipment.map((name) => ({
      '@type': 'LocationFeatureSpecification',
      name,
      value: true,
    })),
  });
}

const written = (moment: Temporal.ZonedDateTime): string =>
  moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
