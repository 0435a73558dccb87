import type { Context } from 'hono';
import { queryOf } from '#web/page.ts';
import { pictureAddress } from '#web/poster-address.ts';
import type { Site } from '#web/site.ts';
import { otherTitleOf, titleOf } from '#web/titles.ts';

const MOST_FILMS = 8;
const LONGEST_TEXT = 200;
/** A film is shown when it is at least this near, beside the nearest. */
const NEAR = 0.5;

/** Films whose title is near what is being typed, as the taste box lists them; and the sentence to announce. */
export async function titles(context: Context, site: Site): Promise<Response> {
  const text = (queryOf(context).get('q') ?? '').slice(0, LONGEST_TEXT).trim();
  const found = text === '' ? [] : await site.lanterne.search(text, { top: MOST_FILMS });
  const near = found.filter(({ score }) => score >= NEAR * (found[0]?.score ?? 0));
  const films = near.map(({ card }) => ({
    id: card.id,
    title: titleOf(card, site.language),
    original: otherTitleOf(card, site.language),
    facts: [card.year, site.words.list(card.directors.slice(0, 2))]
      .filter((fact) => fact !== null && fact !== '')
      .join(' · '),
    picture: pictureAddress(site, card, 'w185'),
  }));
  context.header('Cache-Control', 'private, max-age=60');
  return context.json({ announce: site.words.box.found(films.length, text), films });
}
