import type { Words } from '#web/words.fr.ts';

/** Words of the page on the quality of the recommendations; the sentences of its figures are made in src/quality. */
export const qualityEn: Words['quality'] = {
  link: 'Quality of recommendations',
  title: 'Is our advice good?',
  lead: 'What we know of the quality of our lists, and what we do not. Each figure says on how many people or films it rests, and with what margin.',
  description:
    'The quality of this site’s recommendations: what the model finds, what was shown, what visitors do with it.',
  count: (value, what) => `${value} ${what}`,
  cautions: 'What not to conclude',
  method: 'How it is measured',
  failing: 'The memory of the site does not answer: what was shown cannot be counted for now.',
  measuredOn: (day) => `Model measured on ${day}.`,
  countedUntil: (day) => `Counted until ${day}, whole days.`,
};
