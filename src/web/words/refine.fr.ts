import type { ShelfName } from '#recommend/shape/shelf-kinds.ts';
import { quoted, several } from '#words/french.ts';

/** The list and how one wants it, in French: dials, conditions, shelves, how the films are chosen. */
export const refineFr = {
  title: 'Affiner la liste',
  apply: 'Appliquer',
  dialsTitle: 'Plutôt…',
  needsLiked: 'Avec un film aimé, vous pourrez aussi demander des films plus rares, ou plus surprenants.',
  dials: {
    rare: {
      label: 'Connus ou rares',
      ends: ['connus', 'rares'],
      steps: [
        'des films très connus',
        'des films plutôt connus',
        'connus ou non',
        'des films plutôt rares',
        'des films rares',
      ],
    },
    recent: {
      label: 'Anciens ou récents',
      ends: ['anciens', 'récents'],
      steps: [
        'des films anciens',
        'des films plutôt anciens',
        'de toutes les époques',
        'des films plutôt récents',
        'des films récents',
      ],
    },
    far: {
      label: 'Proches ou surprenants',
      ends: ['proches', 'surprenants'],
      steps: [
        'tout près de vos films',
        'plutôt près de vos films',
        'ni trop près ni trop loin',
        'un peu surprenants',
        'surprenants',
      ],
    },
  },
  middle: 'peu importe',
  plain: 'Ne pas varier\u00a0: les plus sûrs d’abord, même s’ils se ressemblent',
  conditionsTitle: 'Seulement…',
  from: 'À partir de',
  to: 'Jusqu’à',
  anyYear: 'toutes les années',
  length: 'Durée',
  anyLength: 'toutes les durées',
  atMost: (duration: string): string => `${duration} au plus`,
  genre: 'Genre',
  anyGenre: 'tous les genres',
  country: 'Pays',
  anyCountry: 'tous les pays',
  language: 'Langue d’origine',
  anyLanguage: 'toutes les langues',
  family: 'À voir en famille',
  familyNote:
    'D’après les genres et les thèmes\u00a0: nos sources ne donnent pas d’âge conseillé. Jetez un œil à la fiche avant de choisir pour des enfants.',
  years: (from: number | null, to: number | null): string =>
    from !== null && to !== null
      ? from === to
        ? `de ${from}`
        : `de ${from} à ${to}`
      : from !== null
        ? `à partir de ${from}`
        : `jusqu’en ${to}`,
  inLanguage: (name: string): string => `langue\u00a0: ${name}`,
  inFamily: 'en famille',
  notVaried: 'sans varier',
  inMood: (name: string): string => `humeur\u00a0: ${name}`,
  asked: 'Vous avez demandé\u00a0:',
  remove: (what: string): string => `Retirer ${quoted(what)}`,
  reset: 'Tout retirer',
  refused:
    'Une partie de cette adresse ne veut rien dire pour nous. Nous n’en tenons pas compte\u00a0; le reste est appliqué.',
  few: (films: number): string =>
    films === 0
      ? 'Aucun film ne remplit toutes vos conditions.'
      : films === 1
        ? 'Un seul film remplit toutes vos conditions.'
        : `Seulement ${several(films, 'film remplit', 'films remplissent')} toutes vos conditions.`,
  loosen: 'Pour en voir davantage\u00a0:',
  loosenOne: (what: string): string => `Retirer ${quoted(what)}`,
  loosenGives: (films: number): string => several(films, 'film en tout', 'films en tout'),
  loosenAll: 'Retirer toutes les conditions',
  startSummary: (films: number): string =>
    `${several(films, 'film bien connu qui répond', 'films bien connus qui répondent')} à vos choix. Dites lesquels vous avez aimés, et la liste deviendra la vôtre.`,
  quick: 'Raccourcis',
  inFrench: 'en français',
  before: (year: number): string => `d’avant ${year}`,
  byMood: 'selon votre humeur',
  surprise: 'surprenez-moi',

  shelvesTitle: 'Par rayons',
  shelvesLead: 'D’autres films pour vous, rangés. Aucun n’est déjà plus haut.',
  more: 'Voir plus',
  moreOf: (shelf: string): string => `de ce rayon\u00a0: ${shelf}`,
  shelfWhy: {
    close: 'Ceux qui partagent le plus avec les films que vous avez aimés.',
    'off-the-beaten-track': 'Moins connus, mais qui vous ressemblent.',
    french: 'De France et en français, d’après vos goûts.',
    heritage: 'D’avant 1970, d’après vos goûts.',
    recent: 'De ces dernières années, d’après vos goûts.',
    'same-director': 'Par celles et ceux qui ont fait vos films aimés.',
    'short-evening': 'Une heure et demie environ, ou moins.',
  } satisfies Record<ShelfName, string>,

  explain: {
    title: 'Comment ces films sont choisis',
    content: [
      'De chaque film, nous connaissons les genres, les thèmes, l’histoire, l’époque, le pays, la langue et les personnes qui l’ont fait. Nous cherchons les films qui partagent le plus avec ceux que vous avez aimés.',
      'C’est un choix d’après le contenu seulement\u00a0: nous ne savons pas ce que d’autres spectateurs en ont pensé. Un film mal décrit peut être oublié, et deux films qui se ressemblent sur le papier peuvent être très différents à l’écran.',
    ],
    likes: [
      'Nous avons appris, de notes données par de nombreux spectateurs sans leurs noms, quels films plaisent aux mêmes personnes. Ceux qui ont aimé vos films ont souvent aimé ceux-ci.',
      'Pour les films que peu de gens ont notés, nous regardons ce qu’ils sont\u00a0: genres, thèmes, histoire, époque, pays, personnes. Les films très vus sont mieux connus de nous que les autres\u00a0: le réglage «\u00a0rares\u00a0» leur laisse moins de place.',
    ],
    start: [
      'Vous n’avez pas encore nommé de film aimé\u00a0: nous montrons des films que beaucoup de gens connaissent, de toutes les époques. Ce n’est pas encore un choix pour vous.',
    ],
    varied: 'Ensuite nous varions\u00a0: deux films d’une même saga au plus, et des genres en proportion des vôtres.',
    plain: 'Vous avez demandé de ne pas varier\u00a0: la liste suit le seul classement.',
    condition:
      'Une condition (durée, pays…) écarte les films qui ne la remplissent pas, et ceux dont nous ne savons pas s’ils la remplissent. Les réglages et l’humeur n’écartent rien\u00a0: ils changent l’ordre.',
    wrong:
      'C’est un calcul, fait ici. Personne ne paie pour y figurer. Il se trompe parfois\u00a0: «\u00a0Pas pour moi\u00a0» l’aide à mieux faire.',
    keptNone:
      'Rien n’est gardé de votre passage\u00a0: vos films et vos réglages sont dans l’adresse de la page, et nulle part ailleurs.',
    keptIfAsked:
      'Rien n’est gardé de votre passage tant que vous ne rangez aucun film\u00a0: vos films et vos réglages sont dans l’adresse de la page.',
    kept: 'Vous avez rangé des films ici\u00a0: nous gardons lesquels, quelles listes vous ont été montrées et ce que vous en avez fait, sans nom ni adresse. Une place sur dix est laissée au hasard, pour apprendre ce qui plaît.',
  },
};
