/** The pages of those who run the house. */
export const staffFr = {
  title: 'Équipe',
};
