import type { Context } from 'hono';
import { asFilmId } from '#brand.ts';
import { fault } from '#errors.ts';
import { listVenues } from '#state/venues.ts';
import { setWish, unsetWish } from '#state/wishes.ts';
import { communesNear } from '#web/communes-near.ts';
import { fieldsOf, wayBack } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { stateOf, type Site } from '#web/site.ts';
import { visitorToKeep } from '#web/visitor.ts';

/**
 * “I would come”: makes a wish, changes it, or takes it back (`off`), then back to the page with what came of it.
 * @throws FORM_INVALID, FILM_UNKNOWN, NOTHING_KEPT
 */
export async function wish(context: Context, site: Site): Promise<Response> {
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const film = asFilmId(field('film'));
  if (film === null) throw fault('FORM_INVALID');
  const answer = (said: string): Response => {
    const back = wayBack(field('back'), pathIn(site.language, `/film/${film}`), { wish: said });
    return context.redirect(`${back.replace(/#.*$/, '')}#je-viendrais`, 303);
  };
  if (field('off') !== '') {
    if (site.visitor !== null) await unsetWish(db, site.visitor.id, film);
    return answer('gone');
  }
  const [[card], venues] = await Promise.all([site.lanterne.cards([film]), listVenues(db)]);
  if (card === undefined) throw fault('FILM_UNKNOWN', { id: film });
  const commune = field('commune');
  if (commune === '') return answer('commune');
  const seats = Number(field('seats'));
  const known = communesNear(site.market(), venues).some(({ code }) => code === commune);
  if (!known || !Number.isInteger(seats) || seats < 1 || seats > 9) throw fault('FORM_INVALID');
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => field(`day-${day}`) !== '');
  const visitor = await visitorToKeep(context, stateOf(site), site.lanterne.config.visitorDays);
  const kept = await setWish(db, visitor, { film, commune, days: days.length === 7 ? [] : days, seats });
  return answer(kept === 'full' ? 'full' : 'made');
}
