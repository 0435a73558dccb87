import type { Words } from '#web/words.fr.ts';

/** The pages of those who run the house. */
export const staffEn: Words['staff'] = {
  title: 'Staff',
};
