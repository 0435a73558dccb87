/** A place on the Earth, in degrees. */
export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** How roads are taken to be. */
export interface Roads {
  /** Kilometres of road for one as the crow flies. */
  readonly detour: number;
  /** Kilometres an hour. */
  readonly speed: number;
  /** Minutes to leave and to park. */
  readonly start: number;
}

/** Country roads: found to be near what route planners say around small towns. */
export const countryRoads: Roads = { detour: 1.35, speed: 55, start: 3 };

/**
 * Great-circle distance by the haversine formula (R. W. Sinnott, Virtues of the Haversine, 1984), on a sphere of 6 371 km.
 * @returns kilometres
 */
export function greatCircle(a: Place, b: Place): number {
  const dLatitude = radians(b.latitude - a.latitude) / 2;
  const dLongitude = radians(b.longitude - a.longitude) / 2;
  const h =
    Math.sin(dLatitude) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Estimated minutes by car: great circle × detour / speed × 60 + start. An estimate: no road, no hill and no season is looked at.
 * @returns minutes, not rounded
 */
export const driveMinutes = (a: Place, b: Place, { detour, speed, start }: Roads = countryRoads): number =>
  ((greatCircle(a, b) * detour) / speed) * 60 + start;

const EARTH = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
