import type { Words } from '#web/words.fr.ts';

/** The programme: what is shown where and when. */
export const programmeEn: Words['programme'] = {
  title: 'Programme',
};
