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
  where: 'What to do with it',
  print: 'The PDF page is for the wall; the version for e-mail is to be copied into a message.',
};
