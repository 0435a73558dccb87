/** The calls of the house and the sheets that it prints. */
export const callsFr = {
  title: 'Appels et feuilles',
};
