import type { Words } from '#web/words.fr.ts';

/** Around charts and their tables, in English. */
export const chartsEn: Words['charts'] = {
  past: 'Skip the chart',
  room: (title) => `Chart: ${title}`,
  table: 'The same figures as a table',
  behind: 'Films',
  see: (row) => `See the films: ${row}`,
  seeShort: 'See',
  unknown: 'unknown',
};
