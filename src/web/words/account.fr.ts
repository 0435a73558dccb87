/** The account, what one asks to be told, and how it ends. */
export const accountFr = {
  title: 'Mes alertes',
};
