import type { Words } from '#web/words.fr.ts';

/** “I would come”, and what others wish. */
export const wishesEn: Words['wishes'] = {
  title: 'I would come',
};
