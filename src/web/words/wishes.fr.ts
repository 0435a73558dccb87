/** “I would come”, and what others wish. */
export const wishesFr = {
  title: 'Je viendrais',
};
