import { fault } from '#errors.ts';
import { countShowing } from '#web/count-showing.ts';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { stateOf } from '#web/site.ts';
import type { StaffRoute } from '#web/staff.ts';

/** Writes down how many came to a showing that is over. @throws FORM_INVALID */
export const attendance: StaffRoute = async (context, site, member) => {
  const field = await fieldsOf(context);
  const typed = { showing: field('showing'), sold: field('sold'), came: field('came') };
  const said = await countShowing(stateOf(site).db, () => site.market(), typed, member.id);
  if (said === 'unknown') throw fault('FORM_INVALID');
  return context.redirect(`${pathIn(site.language, '/equipe/demande')}?said=${said}#combien`, 303);
};
