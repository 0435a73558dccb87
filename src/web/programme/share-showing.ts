import { asShowingId } from '#brand.ts';
import { fault } from '#errors.ts';
import { findShowing } from '#state/showing-lookup.ts';
import type { Shared } from '#web/components/share-panel.tsx';
import { everything, showingAddress } from '#web/programme/asked.ts';
import { communeName, hereOf, nearShowings } from '#web/programme/gather.ts';
import { whenOf } from '#web/programme/told.ts';
import { mailLink, smsLink } from '#web/send-links.ts';
import type { Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

/** What is given to somebody of one showing. @throws PAGE_UNKNOWN */
export async function sharedShowing(site: Site, asked: string): Promise<Shared> {
  const id = asShowingId(asked);
  const row = id === null || site.state === null ? null : await findShowing(site.state.db, id);
  const [one] = row === null ? [] : nearShowings(site, [row], await hereOf(site, everything));
  if (one === undefined) throw fault('PAGE_UNKNOWN', { path: '/envoyer' });
  const { showing } = site.words.programme;
  const [card] = one.film === null ? [] : await site.lanterne.cards([one.film]);
  const title = card === undefined ? one.title : titleOf(card, site.language);
  const [when, where] = [whenOf(site, one), `${one.at.name}, ${communeName(site, one.at.commune)}`];
  const page = showingAddress(site, one.id, noTaste);
  const address = site.here + page;
  return {
    title: showing.send,
    lead: `${showing.title(title, when)}, ${where}.`,
    address,
    mail: mailLink({ subject: showing.sendTitle, body: showing.sendBody(title, when, where, address) }),
    sms: smsLink(`${title}, ${when}, ${where} ${address}`),
    films: [],
    back: { address: page, label: showing.title(title, when) },
    choice: null,
  };
}
