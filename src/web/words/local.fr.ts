import { percents } from '#words/french.ts';

interface Seen {
  /** “à Guéret”, “dans la Creuse”, “en France”: where the shares were counted. */
  readonly where: string;
  readonly french: number;
  readonly american: number;
  readonly year: number;
  readonly source: string;
}

const shares = ({ french, american, source, year }: Seen): string =>
  `${percents.format(french)} des entrées pour des films français, ${percents.format(american)} pour des films américains (${source}, ${year})`;

/** What is said of a list for who has named no film, where it is known what is seen. */
export const localFr = {
  summary: (seen: Seen): string =>
    `Des succès récents et quelques films plus anciens, dans les proportions du cinéma ${seen.where}\u00a0: ${shares(seen)}. Dites lesquels vous avez aimés, et cette liste deviendra la vôtre.`,
  explain: (seen: Seen): string =>
    `Vous n’avez pas encore nommé de film aimé\u00a0: nous montrons des succès, pris parmi les films de chaque pays et de chaque époque, dans les proportions de ce qui se voit au cinéma ${seen.where}\u00a0: ${shares(seen)}. Ce n’est pas encore un choix pour vous.`,
  guessed: {
    language: 'Ce catalogue ne dit pas les pays des films\u00a0: nous les devinons d’après leur langue.',
    titles:
      'Ce catalogue ne dit ni les pays ni les langues des films\u00a0: nous devinons les films français d’après leurs titres.',
    nothing: 'Ce catalogue ne dit pas d’où viennent les films\u00a0: ces proportions ne peuvent pas être tenues.',
  },
  inFrance: 'en France',
};
