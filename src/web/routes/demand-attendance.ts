import { asShowingId } from '#brand.ts';
import { whoWished } from '#demand/who-wished.ts';
import { fault } from '#errors.ts';
import { recordAttendance } from '#state/attendance.ts';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { pastShowings } from '#web/demand-view.ts';
import { stateOf } from '#web/site.ts';
import type { StaffRoute } from '#web/staff.ts';

const mostSold = 100_000;

/** Writes down how many came to a showing that is over. @throws FORM_INVALID */
export const attendance: StaffRoute = async (context, site, member) => {
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const id = asShowingId(field('showing'));
  const showing = (await pastShowings(site)).find((one) => one.showing.id === id)?.showing;
  if (showing === undefined || showing.film === null) throw fault('FORM_INVALID');
  const back = (said: string) =>
    context.redirect(`${pathIn(site.language, '/equipe/demande')}?said=${said}#combien`, 303);
  const [sold, came] = [count(field('sold')), field('came').trim() === '' ? null : count(field('came'))];
  if (sold === undefined || came === undefined || (came ?? 0) > sold) return back('refused');
  const parties = await whoWished(db, site.market(), { film: showing.film, at: showing.at, starts: showing.starts });
  await recordAttendance(db, { showing: showing.id, sold, came, parties }, { author: member.id });
  return back('saved');
};

function count(text: string): number | undefined {
  const value = Number(text.trim());
  return /^\s*\d{1,6}\s*$/.test(text) && value <= mostSold ? value : undefined;
}
