import { fault } from '#errors.ts';
import { campaignOf } from '#state/campaigns.ts';
import { runNamed, sampleLetters } from '#web/campaign-view.ts';
import { stateOf } from '#web/site.ts';
import type { StaffRoute } from '#web/staff.ts';

/** One of the sample letters as it is received. Its styles are in it, as mail wants them: it alone may have them so, and it can do nothing else. @throws PAGE_UNKNOWN, WEEK_INVALID */
export const campaignLetter: StaffRoute = async (context, site) => {
  const { db } = stateOf(site);
  const id = context.req.param('id') ?? '';
  const run = await runNamed(db, id);
  const letters = await sampleLetters(site, run, await campaignOf(db, id));
  const number = context.req.param('number') ?? '';
  const letter = /^\d$/.test(number) ? letters[Number(number) - 1] : undefined;
  if (letter === undefined) throw fault('PAGE_UNKNOWN', { path: context.req.path });
  return context.body(letter.html, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
};
