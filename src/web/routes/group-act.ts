import type { Context } from 'hono';
import { fault } from '#errors.ts';
import { createGroup, tidied } from '#state/groups.ts';
import { fieldsOf } from '#web/form.ts';
import { acts, join, type Told } from '#web/group/act.ts';
import { groupPage, openGroup } from '#web/group/open-group.ts';
import { stateOf, type Site } from '#web/site.ts';

/** Opens a group, in which who gave a name has a place at once, and goes to its page. @throws FORM_INVALID, NOTHING_KEPT */
export async function createGroupHere(context: Context, site: Site): Promise<Response> {
  const state = stateOf(site);
  const field = await fieldsOf(context);
  const group = await createGroup(state.db, { creator: site.visitor?.id ?? null });
  const fresh = { people: [], own: [], evenings: [], chosen: [] };
  const told = tidied(field('name')) === '' ? {} : await join({ ...fresh, state, group, context, site, field });
  return goTo(context, groupPage(site, group.code), told);
}

/**
 * Does what a form of a group's page asks, then goes back to the page, which tells it.
 * @throws GROUP_GONE, GROUP_FULL, PLACE_NOT_YOURS, FORM_INVALID, NOTHING_KEPT
 */
export async function groupAct(context: Context, site: Site): Promise<Response> {
  const open = await openGroup(context, site);
  const field = await fieldsOf(context);
  const act = acts.get(field('do'));
  if (act === undefined) throw fault('FORM_INVALID');
  const told = await act({ ...open, context, site, field });
  return goTo(context, groupPage(site, open.group.code), told);
}

function goTo(context: Context, path: string, told: Told): Response {
  const query = new URLSearchParams(told).toString();
  context.header('Cache-Control', 'no-store');
  return context.redirect(`${path}${query === '' ? '' : `?${query}#done`}`, 303);
}
