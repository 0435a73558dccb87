import { percents } from '#words/english.ts';
import type { Words } from '#web/words.fr.ts';

type Seen = Parameters<Words['local']['summary']>[0];

const shares = ({ french, american, source, year }: Seen): string =>
  `${percents.format(french)} of admissions for French films, ${percents.format(american)} for American ones (${source}, ${year})`;

/** What is said of a list for who has named no film, where it is known what is seen. */
export const localEn: Words['local'] = {
  summary: (seen) =>
    `Recent successes and a few older films, in the proportions of the cinema ${seen.where}: ${shares(seen)}. Say which ones you liked, and this list will become yours.`,
  explain: (seen) =>
    `You have not named a film that you liked yet: we show successes, taken among the films of each country and time, in the proportions of what is seen at the cinema ${seen.where}: ${shares(seen)}. It is not a choice for you yet.`,
  guessed: {
    language: 'This catalogue does not tell the countries of films: we guess them from their language.',
    titles:
      'This catalogue tells neither the countries nor the languages of films: we guess which are French from their titles.',
    nothing: 'This catalogue does not tell where films come from: these proportions cannot be kept.',
  },
  inFrance: 'in France',
};
