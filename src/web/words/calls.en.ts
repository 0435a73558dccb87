import type { callsFr } from '#web/words/calls.fr.ts';

/** The calls of the house and the sheets that it prints, in English. */
export const callsEn: typeof callsFr = {
  title: 'Calls and sheets',
};
