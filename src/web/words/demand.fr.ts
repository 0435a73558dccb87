import { numbers, quoted, several } from '#words/french.ts';

/** What the programmer reads of who would come. */
export const demandFr = {
  title: 'Qui viendrait\u00a0?',
  lead: (threshold: number): string =>
    `Les films que les gens d’ici viendraient voir, et combien de places ils prendraient. Seuil de la maison\u00a0: ${numbers.format(threshold)} personnes.`,
  countedOn: (date: string): string => `Compté le ${date}.`,
  none: 'Aucun film n’est encore attendu par 5 personnes. Les demandes arrivent par le bouton «\u00a0Je viendrais\u00a0» de chaque film.',
  fewFilms: (count: number): string =>
    `Non montrés, car attendus par moins de 5 personnes\u00a0: ${several(count, 'film', 'films')}.`,
  aside: (count: number): string =>
    `${several(count, 'réponse n’est pas comptée', 'réponses ne sont pas comptées')}\u00a0: de communes inconnues, ou trop nombreuses le même jour de la part de navigateurs jamais revenus.`,
  tableTitle: 'Les films attendus, par places à espérer',
  film: 'Film',
  people: 'Personnes',
  seats: 'Places demandées',
  expected: 'Places à espérer (9 chances sur 10)',
  range: (low: number, high: number, mean: number): string =>
    `${numbers.format(low)} à ${numbers.format(high)} (${numbers.format(Math.round(mean))} en moyenne)`,
  at: 'Au mieux à',
  recent: 'Depuis 4 semaines',
  rising: 'en hausse',
  marks: 'L’ont aimé / à voir',
  standing: 'Où en est-on',
  reached: 'seuil atteint',
  missing: (count: number): string => `manque ${numbers.format(count)}`,
  programmed: (day: string): string => `au programme le ${day}`,
  hidden: 'moins de 5',
  untold: 'non dit',
  few: 'trop peu',
  risingTitle: 'Pas encore au seuil, mais en hausse',
  risingNone: 'Aucun film sous le seuil ne monte nettement.',
  risingLine: (title: string, people: number, recent: number | null): string =>
    `${quoted(title)}\u00a0: ${several(people, 'personne', 'personnes')}${recent === null ? '' : `, dont ${numbers.format(recent)} depuis quatre semaines`}`,
  download: 'Films (CSV)',
  downloadPlaces: 'Communes (CSV)',

  all: 'Tous les films',
  filmPage: 'La page du film',
  byCommune: 'D’où ils viendraient',
  commune: 'Commune',
  several: 'Plusieurs communes',
  byVenue: (minutes: number): string => `Par lieu, à ${minutes} minutes de voiture au plus`,
  venue: 'Lieu',
  atLeast: (count: number): string => `au moins ${numbers.format(count)}`,
  everywhere: 'Partout',
  best: (days: string): string => `Les jours qui conviennent au plus grand nombre\u00a0: ${days}.`,
  anyDay: 'Tous les jours conviennent.',
  groupsNote:
    'Une commune n’est nommée qu’à partir de 5 personnes. Les autres sont comptées ensemble, de sorte qu’aucune soustraction ne dise combien viennent d’une petite commune.',

  attendanceTitle: 'Combien sont venus\u00a0?',
  attendanceLead:
    'Chaque séance comptée apprend combien de «\u00a0Je viendrais\u00a0» se réalisent ici, et resserre l’intervalle. Demandez à la caisse combien avaient répondu sur le site, accompagnants compris\u00a0: sans ce nombre, les billets vendus n’apprennent rien, car on ne sait pas qui serait venu de toute façon.',
  attendanceNone: 'Aucune séance passée des quatre dernières semaines.',
  sold: 'Billets vendus',
  came: 'dont avaient répondu',
  save: 'Enregistrer',
  saveFor: (title: string, when: string): string => `Enregistrer pour ${quoted(title)}, ${when}`,
  saved: 'C’est enregistré.',
  refused:
    'Ces nombres ne vont pas ensemble\u00a0: des nombres entiers, et pas plus de réponses tenues que de billets vendus.',

  methodTitle: 'Comment ces places sont estimées',
  method: (share: string, low: string, high: string): string =>
    `Part des réponses qui se réalisent\u00a0: ${share}, entre ${low} et ${high} (9 chances sur 10).`,
  untaught:
    'Aucune séance n’a encore été comptée ici\u00a0: cette part est un choix. Ce qui est publié dit que l’on fait environ la moitié de ce que l’on a fermement l’intention de faire (Sheeran et Webb 2016) et que 40 à 60 % des inscrits à un événement gratuit ne viennent pas\u00a0; une réponse qui n’engage ni à un jour ni à un prix en vaut moins.',
  taught: (runs: number): string => `Apprise de ${several(runs, 'film compté', 'films comptés')} ici.`,
  methodNote:
    'Loi bêta-binomiale, chaque groupe venant en entier ou pas du tout. Seuls sont comptés ceux qui ont répondu\u00a0: d’autres viendront aussi, que rien ici ne prévoit.',
  references: [
    'Morrison 1979, «\u00a0Purchase intentions and purchase behavior\u00a0», Journal of Marketing 43(2).',
    'Sheeran et Webb 2016, «\u00a0The intention–behavior gap\u00a0», doi:10.1111/spc3.12265.',
  ],
  question: 'Quels films les gens d’ici viendraient-ils voir, et combien de places prendraient-ils\u00a0?',
  countedFilms: 'films attendus par 5 personnes ou plus',
  countedFilm: 'film attendu par 5 personnes ou plus',
};
