import type { Words } from '#web/words.fr.ts';

/** Notifications of this device. */
export const pushEn: Words['push'] = {
  title: 'Notifications on this device',
};
