import type { FilmId } from '#brand.ts';
import type { ShowingAt } from '#state/showings.ts';
import type { Version } from '#state/tables/programme.ts';
import { accesses, type Access, type Asked } from '#web/programme/asked.ts';

/** A showing as one reader sees it. */
export interface NearShowing extends ShowingAt {
  /** When it starts, in the house's time zone. */
  readonly moment: Temporal.ZonedDateTime;
  /** Estimated minutes by car from where the reader is; null when the book does not know one of the places. */
  readonly away: number | null;
}

/** What the reader may set, one by one: what an empty page proposes to lift. */
export const conditions = ['version', 'access', 'venue', 'film', 'fitting', 'radius'] as const;
export type Condition = (typeof conditions)[number];

export interface Conditions extends Pick<Asked, 'version' | 'access' | 'venue' | 'film' | 'fitting'> {
  /** Minutes; 0: wherever it is. */
  readonly radius: number;
  /** The films that suit the reader's taste. */
  readonly fits: ReadonlySet<FilmId>;
}

/** The showings that meet every condition, or all but one. A venue that was asked for is not looked at for its distance. */
export function chooseShowings(
  showings: readonly NearShowing[],
  asked: Conditions,
  but: Condition | null = null,
): NearShowing[] {
  const holds = (condition: Condition, meets: boolean): boolean => condition === but || meets;
  return showings.filter(
    (one) =>
      holds('version', asked.version === null || spokenAs(one.version) === asked.version) &&
      holds(
        'access',
        asked.access.every((need) => offersOf(one).has(need)),
      ) &&
      holds('venue', asked.venue === null || one.at.id === asked.venue) &&
      holds('film', asked.film === null || one.film === asked.film) &&
      holds('fitting', !asked.fitting || (one.film !== null && asked.fits.has(one.film))) &&
      holds('radius', isNear(one, asked)),
  );
}

const isNear = ({ away }: NearShowing, { radius, venue }: Conditions): boolean =>
  radius === 0 || venue !== null || away === null || away <= radius;

/** A film without words is for everybody; one in its own language, without subtitles, is no VF. */
const spokenAs = (version: Version): 'vf' | 'vost' | null =>
  version === 'vo' || version === 'vost' ? 'vost' : version === 'unknown' ? null : 'vf';

/** What a showing and its venue offer to those who hear, see or walk with difficulty. */
export function offersOf({ features, at }: Pick<ShowingAt, 'features' | 'at'>): ReadonlySet<Access> {
  const offered = new Set<string>([...features, ...at.equipment.filter((one) => one !== 'audio-description')]);
  return new Set(accesses.filter((access) => offered.has(access)));
}
