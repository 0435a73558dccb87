import type { reportFr } from '#web/words/report.fr.ts';

/** The frame around the weekly report, in English. */
export const reportEn: typeof reportFr = {
  place: 'Report of the week',
  description: (week) => `What the week tells the cinema: ${week}.`,
  weeks: 'Other weeks',
  before: 'Week before',
  after: 'Week after',
  pdf: 'Print (PDF, one page)',
  letter: 'Version to send by e-mail',
  badWeek: [
    'There is no report of this week',
    'The address names a week that does not exist, has not begun or is too old. A week is written 2026-W47.',
  ],
};
