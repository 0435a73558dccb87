import { lists, plurals, quoted, several } from '#words/french.ts';

const named = (titles: readonly string[], films: number): string =>
  lists.format([
    ...titles.map(quoted),
    ...(films > titles.length ? [several(films - titles.length, 'autre film', 'autres films')] : []),
  ]);
const one = (films: number): boolean => plurals.select(films) === 'one';

/** The box, the reader's films and the wall. */
export const tasteFr = {
  verdict: 'Ce film',
  like: 'J’ai aimé',
  dislike: 'Je n’ai pas aimé',
  notLabel: 'Un film que vous n’avez pas aimé',
  failed:
    'La liste des titres ne vient pas\u00a0: la connexion semble coupée. Écrivez le titre en entier, puis touchez «\u00a0Ajouter\u00a0».',
  added: {
    liked: (titles: readonly string[], films: number): string =>
      one(films)
        ? `${named(titles, films)} est dans vos films aimés.`
        : `${several(films, 'film compris', 'films compris')}\u00a0: ${named(titles, films)}.`,
    not: (titles: readonly string[], films: number): string =>
      one(films)
        ? `${named(titles, films)} est dans les films que vous n’avez pas aimés.`
        : `${several(films, 'film compris', 'films compris')}, pas aimés\u00a0: ${named(titles, films)}.`,
    seen: (titles: readonly string[], films: number): string =>
      `${named(titles, films)} ${one(films) ? 'est' : 'sont'} dans les films déjà vus.`,
  },
  moved: {
    liked: (titles: readonly string[], films: number): string =>
      `${named(titles, films)} ${one(films) ? 'passe' : 'passent'} dans vos films aimés.`,
    not: (titles: readonly string[], films: number): string =>
      `${named(titles, films)} ${one(films) ? 'passe' : 'passent'} dans les films que vous n’avez pas aimés.`,
    seen: (titles: readonly string[], films: number): string =>
      `${named(titles, films)} ${one(films) ? 'passe' : 'passent'} dans les films déjà vus.`,
  },
  removed: (titles: readonly string[], films: number): string =>
    `${named(titles, films)} ${one(films) ? 'est retiré' : 'sont retirés'} de votre liste.`,
  emptied: (films: number): string => `Liste effacée\u00a0: ${several(films, 'film retiré', 'films retirés')}.`,
  undo: 'Annuler',
  others: (films: number): string => `Voir ${several(films, 'autre film', 'autres films')}`,
  turn: {
    liked: 'Finalement, pas aimé',
    not: 'Finalement, aimé',
    seen: 'Et je l’ai aimé',
  },
  wall: {
    groups: 'Genres de films',
    decades: 'Par décennie',
    decade: (year: number): string => String(year),
    famous: 'Les plus connus',
    themes: {
      comedies: 'Comédies françaises',
      classiques: 'Grands classiques',
      famille: 'En famille',
      amour: 'Histoires d’amour',
      policiers: 'Policiers',
      aventure: 'Aventure',
      frissons: 'Pour frissonner',
      ailleurs: 'D’ailleurs',
      recents: 'Récents',
    },
    before: (year: number): string => `avant ${year}`,
    like: 'J’ai aimé',
    liked: 'Aimé',
    take: 'Retirer',
    not: 'Pas aimé',
    seen: 'Déjà vu',
    count: (films: number): string => several(films, 'film aimé', 'films aimés'),
    onward: 'Voir mes films',
  },
};
