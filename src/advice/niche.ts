/** Where films come from, as the market's figures tell it apart. */
export const origins = ['french', 'american', 'european', 'other'] as const;
export type Origin = (typeof origins)[number];

/** What a cinema may specialise in: a genre, a decade, an origin. */
export interface Niche {
  /** IMDb's name. */
  readonly genre: string;
  /** Its first year. */
  readonly decade: number;
  readonly origin: Origin;
}

/** Genres that no cinema programmes as such, or that are no kind of film. */
export const notSpecialities: readonly string[] = ['Adult', 'Game-Show', 'News', 'Reality-TV', 'Short', 'Talk-Show'];

/** A genre that more than this share of the films bear is no speciality: half of all films are dramas. */
export const tooCommon = 1 / 3;

/** ISO codes of the countries that count as European cinema, France apart; those that are no more included. */
export const europeanCountries: readonly string[] =
  'AD AL AT BA BE BG BY CH CS CY CZ DD DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM SU UA VA XC XK YU'.split(
    ' ',
  );

/** `comedy-1990-french`: how an address names a niche. */
export const nicheKey = ({ genre, decade, origin }: Niche): string => `${genre.toLowerCase()}-${decade}-${origin}`;

/** The niche that a key names, its genre in lower case; null when it names none. */
export function readNicheKey(key: string): Niche | null {
  const [, genre, decade, origin] = /^([a-z-]+)-(\d{4})-([a-z]+)$/.exec(key) ?? [];
  const known = asOrigin(origin ?? '');
  return genre === undefined || decade === undefined || known === null
    ? null
    : { genre, decade: Number(decade), origin: known };
}

/** Reads an origin; null when it is none. */
export const asOrigin = (text: string): Origin | null => origins.find((origin) => origin === text) ?? null;
