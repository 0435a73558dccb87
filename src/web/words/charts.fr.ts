/** Autour des graphiques et de leurs tableaux. */
export const chartsFr = {
  past: 'Passer le graphique',
  room: (title: string): string => `Graphique\u00a0: ${title}`,
  table: 'Les mêmes chiffres en tableau',
  behind: 'Films',
  see: (row: string): string => `Voir les films\u00a0: ${row}`,
  seeShort: 'Voir',
  unknown: 'inconnu',
};
