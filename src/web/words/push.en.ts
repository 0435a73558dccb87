import { callsEn } from '#web/words/calls.en.ts';
import type { Words } from '#web/words.fr.ts';

/** Notifications of this device; the calls and the sheets of the staff. */
export const pushEn: Words['push'] = {
  title: 'Notifications on this device',
  lead: 'Your alerts appear here as a short message, even when this site is closed. Those you chose, and nothing else: no advertising.',
  on: 'Receive notifications on this device',
  onNow: 'This device receives your notifications.',
  off: 'Stop notifications here',
  offNow: 'This device no longer receives notifications.',
  ask: 'Your browser will ask for permission: answer “Allow”.',
  denied:
    'Your browser refuses notifications from this site. To change your mind: touch the padlock or the sign on the left of the address, at the top, then “Notifications”, then “Allow”, and come back here.',
  install:
    'On iPhone and iPad, notifications need this site to be installed first: touch the Share button (the square with an arrow pointing up), then “Add to Home Screen”. Then open the site by its new icon, and come back to this page.',
  failed:
    'That did not work. Your browser may not reach its notification service: try again later, or keep messages by e-mail.',
  agree:
    'By receiving them, you agree that the alerts you chose are also shown on this device. You stop it here whenever you like.',
  leave: 'Stop notifications here',
  news: 'There is news in your alerts.',
  calls: callsEn,
};
