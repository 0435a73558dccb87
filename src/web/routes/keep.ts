import type { Context } from 'hono';
import { setMark } from '#state/marks.ts';
import { fieldsOf, wayBack } from '#web/form.ts';
import { filmsAddress, stateOf, type Site } from '#web/site.ts';
import { readTaste } from '#web/taste-url.ts';
import { visitorToKeep } from '#web/visitor.ts';

/**
 * Keeps the films of a page's address on this device, for the next visit; those that the catalogue does not know are left out.
 * @throws FORM_INVALID, NOTHING_KEPT
 */
export async function keep(context: Context, site: Site): Promise<Response> {
  const state = stateOf(site);
  const field = await fieldsOf(context);
  const taste = readTaste(new URLSearchParams(field('taste')));
  const lists = [
    ['liked', taste.liked],
    ['disliked', taste.not],
    ['seen', taste.seen],
  ] as const;
  const known = new Set((await site.lanterne.cards(lists.flatMap(([, films]) => films))).map(({ id }) => id));
  let kept = 0;
  if (known.size > 0) {
    const visitor = await visitorToKeep(context, state, site.lanterne.config.visitorDays);
    for (const [kind, films] of lists)
      for (const film of films.toReversed()) {
        if (!known.has(film)) continue;
        await setMark(state.db, visitor, film, kind);
        kept++;
      }
  }
  return context.redirect(`${wayBack(filmsAddress(site, taste), '/films', { done: `kept.${kept}` })}#done`, 303);
}
