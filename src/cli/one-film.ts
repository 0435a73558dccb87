import { asFilmId } from '#brand.ts';
import { fault } from '#errors.ts';
import { filmLine } from '#cli/film-lines.ts';
import type { FilmCard, Lanterne } from '#lanterne.ts';

/**
 * The film that a person names on the command line, by identifier or by title.
 * @throws FILM_UNKNOWN, TITLE_AMBIGUOUS (with the candidates), TITLE_UNKNOWN (with the nearest titles)
 */
export async function oneFilm(lanterne: Lanterne, asked: string): Promise<FilmCard> {
  const id = asFilmId(asked);
  if (id !== null) {
    const [card] = await lanterne.cards([id]);
    if (card === undefined) throw fault('FILM_UNKNOWN', { id });
    return card;
  }
  const meant = await lanterne.resolve(asked);
  switch (meant.kind) {
    case 'one':
      return meant.card;
    case 'several':
      // One candidate that is not clearly meant: to be confirmed, not an ambiguity.
      if (meant.cards.length === 1) throw unknown(asked, meant.cards);
      throw fault('TITLE_AMBIGUOUS', {
        title: asked,
        candidates: `\n${meant.cards.map((card) => `  ${filmLine(card)}`).join('\n')}\n`,
      });
    default:
      throw unknown(asked, meant.nearest);
  }
}

function unknown(title: string, nearest: readonly FilmCard[]): Error {
  const list = nearest.map((card) => `  ${filmLine(card)}`).join('\n');
  return fault('TITLE_UNKNOWN', { title, nearest: list === '' ? '' : ` The nearest titles are:\n${list}\n` });
}
