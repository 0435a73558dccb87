import { numbers, quoted, several } from '#words/french.ts';

/** The pages of figures: the list of indicators, one indicator, the films behind a point. */
export const figuresFr = {
  places: 'Chiffres',
  title: 'Le cinéma en chiffres',
  lead: 'Des questions simples sur les films, les gens qui les font et ce qu’on en pense. Chaque réponse dit sur combien de films elle repose, ce qu’on ignore, et comment elle est calculée.',
  description: 'Des réponses chiffrées sur le cinéma, avec leur marge d’incertitude, leurs sources et leurs données.',
  themes: {
    people: 'Les gens',
    films: 'Les films',
    esteem: 'Ce qu’on en pense',
    money: 'L’argent',
    world: 'Le monde et le catalogue',
  },
  elsewhere: 'Pour votre cinéma',
  others: [
    ['/etude', 'L’étude de marché', 'Qui vit ici, qui vient, quels films sont vus, quand, et de quelle distance.'],
    [
      '/specialisation',
      'Se spécialiser\u00a0?',
      'Les genres et les époques qui manquent alentour, avec le pour et le contre.',
    ],
    [
      '/rapport',
      'Le rapport de la semaine',
      'Une page à afficher\u00a0: ce que les gens ont gardé, la saison, une idée et un chiffre.',
    ],
    ['/qualite', 'La qualité des propositions', 'Ce que valent nos recommandations, mesuré sur des spectateurs.'],
  ],
  computing: 'Le calcul est en cours\u00a0: ouvrez la page pour lire la réponse.',

  filters: 'Resserrer la question',
  any: { genre: 'Tous les genres', country: 'Tous les pays', usual: 'Réglage habituel' },
  apply: 'Recalculer',
  narrowed: 'Filtres\u00a0:',
  reset: 'Tout remettre comme au début',
  refused: 'Nous n’avons pas pu répondre à cette question.',

  count: ({ value, what, one = what }: { value: number; what: string; one?: string }): string =>
    `N\u00a0=\u00a0${several(value, one, what)}`,
  charts: 'En images',
  tables: 'Les autres tables',
  table: (title: string, rows: number): string => `${title} (${several(rows, 'ligne', 'lignes')})`,
  filmsOfRow: 'Films',
  filmsOf: (row: string): string => `Films\u00a0: ${row}`,
  coverage: 'Ce qu’on sait, ce qu’on ignore',
  coverageLead: 'Une réponse ne porte que sur ce qui est connu.',
  cautions: 'À garder en tête',
  method: 'Comment c’est calculé',
  references: 'Références',
  sources: 'Sources',
  sourcesOf: (line: string, date: string): string => `${line}. Catalogue construit le ${date}.`,
  quote: 'Citer cette réponse',
  quoteLabel: 'Phrase à copier',
  quoted: (finding: string, cinema: string, sources: string, date: string): string =>
    `${finding} (${cinema}, d’après ${sources}, catalogue du ${date})`,
  copied: 'Phrase copiée.',
  copyByHand: 'Phrase sélectionnée\u00a0: copiez-la.',
  copy: 'Copier',
  exports: 'Emporter les données',
  exportsLead: 'Les filtres, la date, les sources et leurs conditions sont écrits dans chaque fichier.',
  tableFile: (title: string): string => `Table\u00a0: ${title}`,
  file: (title: string, kind: string): string => `${title}, ${kind}`,

  behind: (title: string): string => `Les films derrière ce chiffre\u00a0: ${title}`,
  behindCount: (films: number): string =>
    films === 0 ? 'Aucun film.' : `${several(films, 'film', 'films')}, du plus voté au moins voté.`,
  behindMost: (films: number): string =>
    `Les ${numbers.format(films)} films les plus votés, du plus voté au moins voté.`,
  backTo: (title: string): string => `Revenir à ${quoted(title)}`,
};
