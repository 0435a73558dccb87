/** The frame around the weekly report; its sentences are those of src/report/words. */
export const reportFr = {
  place: 'Rapport de la semaine',
  description: (week: string): string => `Ce que la semaine dit au cinéma\u00a0: ${week}.`,
  weeks: 'Autres semaines',
  before: 'Semaine d’avant',
  after: 'Semaine d’après',
  pdf: 'Imprimer (PDF, une page)',
  letter: 'Version à envoyer par courriel',
  where: 'Où s’en servir',
  print: 'La page PDF s’affiche au mur\u00a0; la version pour le courriel se copie dans un message.',
};
