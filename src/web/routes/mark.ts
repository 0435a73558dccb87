import type { Context } from 'hono';
import { asFilmId, type FilmId, type VisitorId } from '#brand.ts';
import { fault } from '#errors.ts';
import { appendEvents } from '#state/events.ts';
import { asMarkKind, setMark, unsetMark } from '#state/marks.ts';
import { shownInList } from '#state/shown.ts';
import type { Db, EventAction, MarkKind } from '#state/schema.ts';
import { fieldsOf, wayBack } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { stateOf } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';
import { visitorToKeep } from '#web/visitor.ts';

const actions: Record<MarkKind, EventAction> = { liked: 'liked', disliked: 'disliked', seen: 'seen', wanted: 'wished' };

/**
 * Marks a film, or takes a mark away (`kind` with a dash in front): then back to the page, or a JSON answer for the island.
 * @throws FORM_INVALID, FILM_UNKNOWN, NOTHING_KEPT
 */
export async function mark(context: Context, site: Site): Promise<Response> {
  const state = stateOf(site);
  const field = await fieldsOf(context);
  const said = field('kind');
  const [film, kind] = [asFilmId(field('film')), asMarkKind(said.replace(/^-/, ''))];
  if (film === null || kind === null) throw fault('FORM_INVALID');
  const [card] = await site.lanterne.cards([film]);
  if (card === undefined) throw fault('FILM_UNKNOWN', { id: film });
  const off = said.startsWith('-');
  if (!off || site.visitor !== null) {
    const visitor = await visitorToKeep(context, state, site.lanterne.config.visitorDays);
    await (off ? unsetMark : setMark)(state.db, visitor, film, kind);
    if (!off) await logAction(state.db, { visitor, film, list: field('list'), action: actions[kind] });
  }
  if (context.req.header('Accept')?.includes('application/json') === true) {
    const title = titleOf(card, site.language);
    const { done, undo, undoFor } = site.words.kept;
    context.header('Cache-Control', 'no-store');
    return context.json({ said: off ? done.undone(title) : done[kind](title), undo, undoFor: undoFor(title) });
  }
  const back = wayBack(field('back'), pathIn(site.language, '/films'), { done: `${said}.${film}` });
  return context.redirect(`${back.replace(/#.*$/, '')}#done`, 303);
}

/** Logs what was done with a film of a list that this very visitor was shown; any other list is left aside. */
async function logAction(
  db: Db,
  asked: { visitor: VisitorId; film: FilmId; list: string; action: EventAction },
): Promise<void> {
  const shown = await shownInList(db, asked.visitor, asked.list, asked.film);
  if (shown !== null) await appendEvents(db, asked.visitor, [{ ...shown, action: asked.action }]);
}
