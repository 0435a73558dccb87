import type { FilmCard } from '#lanterne.ts';
import { imageSizes, type ImageSize } from '#web/image-name.ts';
import { pathIn, type Language } from '#web/language.ts';
import { hashOf } from '#web/poster/chance.ts';
import { drawingVersion, drawPoster, type PosterFacts } from '#web/poster/draw.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

/** Where a film's poster is: TMDB's through our proxy when there is one and posters are on, else ours. */
export const pictureAddress = (site: Site, card: FilmCard, size: ImageSize): string =>
  photoOf(site, card, size) ?? posterAddress(card, site.language);

/** Where TMDB's poster is, through our proxy; null when there is none or posters are off. */
export function photoOf({ lanterne }: Site, card: FilmCard, size: ImageSize): string | null {
  return lanterne.config.postersOn && card.posterPath !== null ? photoAddress(card.posterPath, card, size) : null;
}

/** The same in every width, for `srcset`; null for a drawn poster, which needs one only. */
export function pictureSet({ lanterne }: Site, card: FilmCard): string | null {
  const photo = lanterne.config.postersOn ? card.posterPath : null;
  return photo === null
    ? null
    : imageSizes.map((size) => `${photoAddress(photo, card, size)} ${size.slice(1)}w`).join(', ');
}

/** The address of a film's drawn poster; it changes with anything that the poster shows, so that it can be kept for ever. */
export function posterAddress(card: FilmCard, language: Language): string {
  return `${pathIn(language, `/poster/${card.id}.svg`)}?v=${posterVersion(card, language)}`;
}

/** A few letters that change when the drawing of this film would. */
export function posterVersion(card: FilmCard, language: Language): string {
  return hashOf(JSON.stringify([drawingVersion, factsOf(card, language)])).toString(36);
}

/** The film's poster, drawn. */
export const posterOf = (card: FilmCard, language: Language): string => drawPoster(factsOf(card, language));

const photoAddress = (path: string, card: FilmCard, size: ImageSize): string =>
  `/image/${size}/${encodeURIComponent(path.replace(/^\//, ''))}?film=${card.id}`;

function factsOf(card: FilmCard, language: Language): PosterFacts {
  return {
    id: card.id,
    title: titleOf(card, language),
    year: card.year,
    director: card.directors[0] ?? null,
    genres: card.genres,
  };
}
