import { houseZone } from '#calendar/zone.ts';
import { asFilmId, asVenueId, type FilmId, type VenueId } from '#brand.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';

/** What somebody may need of a showing or of its venue. */
export const accesses = ['sme', 'ad', 'relaxed', 'hearing-loop', 'wheelchair'] as const;
export type Access = (typeof accesses)[number];

/** Minutes by car that may be asked for; 0: wherever it is. */
export const radii = [15, 30, 45, 60, 90, 0] as const;
/** Unless the reader says otherwise. */
export const usualRadius = 45;

/** What the address of a page or a file of the programme asks for. */
export interface Asked {
  readonly day: string | null;
  /** A day of the week that is asked for, when no day is. */
  readonly week: string | null;
  readonly by: 'day' | 'film';
  /** INSEE code. */
  readonly commune: string | null;
  readonly radius: number | null;
  readonly version: 'vf' | 'vost' | null;
  /** All of them must be met. */
  readonly access: readonly Access[];
  readonly venue: VenueId | null;
  readonly film: FilmId | null;
  /** Only what suits the reader's taste. */
  readonly fitting: boolean;
}

export const everything: Asked = {
  day: null,
  week: null,
  by: 'day',
  commune: null,
  radius: null,
  version: null,
  access: [],
  venue: null,
  film: null,
  fitting: false,
};

/** Reads `?jour=2026-11-25&commune=23096&rayon=30&version=vost&acces=sme&lieu=…`; what is no value of ours is as if it were not there. */
export function readAsked(query: URLSearchParams): Asked {
  const given = (name: string): string => query.get(name) ?? '';
  const access = new Set(query.getAll('acces').flatMap((value) => value.split(',')));
  const radius = given('rayon') === '' ? null : Number(given('rayon'));
  const version = given('version');
  return {
    day: dayIn(given('jour')),
    week: dayIn(given('semaine')),
    by: given('par') === 'film' ? 'film' : 'day',
    commune: /^(\d{2}|2[AB])\d{3}$/.test(given('commune')) ? given('commune') : null,
    radius: radii.find((one) => one === radius) ?? null,
    version: version === 'vf' || version === 'vost' ? version : null,
    access: accesses.filter((one) => access.has(one)),
    venue: asVenueId(given('lieu')),
    film: asFilmId(given('film')),
    fitting: given('gout') === '1',
  };
}

/** The conditions of an address, as its pairs; the taste goes along where there is one. */
export function programmeQuery(asked: Asked, taste: TasteUrl, more: Readonly<Record<string, string>> = {}): string {
  return tasteQuery(taste, { ...pairsOf(asked), ...more });
}

/** What the address says, name by name; what is as usual is not said. */
export const pairsOf = (asked: Asked): Record<string, string> => ({
  ...(asked.week === null || asked.day !== null ? {} : { semaine: asked.week }),
  ...(asked.day === null ? {} : { jour: asked.day }),
  ...(asked.by === 'film' ? { par: 'film' } : {}),
  ...placeOf(asked),
  ...(asked.version === null ? {} : { version: asked.version }),
  ...(asked.access.length === 0 ? {} : { acces: asked.access.join(',') }),
  ...(asked.venue === null ? {} : { lieu: asked.venue }),
  ...(asked.film === null ? {} : { film: asked.film }),
  ...(asked.fitting ? { gout: '1' } : {}),
});

/** Where the reader is, for the addresses of other pages. */
export const placeOf = ({ commune, radius }: Pick<Asked, 'commune' | 'radius'>): Record<string, string> => ({
  ...(commune === null ? {} : { commune }),
  ...(radius === null ? {} : { rayon: String(radius) }),
});

/** The address of the programme for what is asked. */
export const programmeAddress = (
  { language }: Pick<Site, 'language'>,
  asked: Asked,
  taste: TasteUrl,
  more: Readonly<Record<string, string>> = {},
): string => pathIn(language, '/programme') + programmeQuery(asked, taste, more);

export const showingAddress = (
  { language }: Pick<Site, 'language'>,
  id: string,
  taste: TasteUrl,
  asked: Pick<Asked, 'commune' | 'radius'> = everything,
): string => pathIn(language, `/seance/${id}`) + tasteQuery(taste, placeOf(asked));

export const venueAddress = (
  { language }: Pick<Site, 'language'>,
  id: string,
  taste: TasteUrl,
  asked: Pick<Asked, 'commune' | 'radius'> = everything,
): string => pathIn(language, `/programme/${id}`) + tasteQuery(taste, placeOf(asked));

const farthestYears = 2;

/** A day of the calendar, not too far from those of a programme; else null. */
function dayIn(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' });
    const years = Math.abs(Temporal.Now.plainDateISO(houseZone).year - day.year);
    return years <= farthestYears ? day.toString() : null;
  } catch {
    return null; // 31 February
  }
}
