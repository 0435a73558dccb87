import type { Words } from '#web/words.fr.ts';

/** The account, what one asks to be told, and how it ends. */
export const accountEn: Words['account'] = {
  title: 'My alerts',
};
