/** The frame around the weekly report; its sentences are those of src/report/words. */
export const reportFr = {
  place: 'Rapport de la semaine',
  description: (week: string): string => `Ce que la semaine dit au cinéma\u00a0: ${week}.`,
  weeks: 'Autres semaines',
  before: 'Semaine d’avant',
  after: 'Semaine d’après',
  pdf: 'Imprimer (PDF, une page)',
  letter: 'Version à envoyer par courriel',
  badWeek: [
    'Il n’y a pas de rapport de cette semaine',
    'L’adresse nomme une semaine qui n’existe pas, qui n’a pas commencé ou qui est trop ancienne. Une semaine s’écrit 2026-W47.',
  ],
};
