import { z } from 'zod';
import { asFilmId, type FilmId } from '#brand.ts';

/** What a member brings: identifiers of films. */
export interface Basket {
  readonly liked: readonly FilmId[];
  readonly disliked: readonly FilmId[];
  readonly seen: readonly FilmId[];
}

/** Reads what was written of a basket; an identifier that is not one is left out. */
export const readBasket = (text: string): Basket => basketShape.parse(JSON.parse(text));

const films = z.array(z.string()).transform((ids) => ids.flatMap((id) => asFilmId(id) ?? []));
const basketShape = z.object({ liked: films, disliked: films, seen: films });
