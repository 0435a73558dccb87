/** The programme: what is shown where and when. */
export const programmeFr = {
  title: 'Le programme',
};
