import { indicator } from '#indicators/indicator.ts';
import { filmsBehindShare, measureShares, type MeasuredShares } from '#indicators/parts/measure-shares.ts';
import { tellShares, type SharesTold } from '#indicators/tell/shares.ts';

const shown: SharesTold = {
  name: 'genres-time',
  kind: 'genre',
  title: { fr: 'Les genres au fil des décennies', en: 'Genres over the decades' },
  question: {
    fr: 'Quels genres prennent plus de place qu’avant, lesquels en perdent\u00a0?',
    en: 'Which genres take more room than they did, and which take less?',
  },
};

/** The share of each genre, decade by decade. */
export const genresTime = indicator<MeasuredShares>({
  name: shown.name,
  theme: 'films',
  filters: ['from', 'to', 'country', 'minVotes', 'stratum'],
  needs: [],
  title: shown.title,
  question: shown.question,
  measure: (ground, filters) => measureShares(ground, filters, 'genre'),
  tell: (measured, _filters, say) => tellShares(measured, shown, say),
  films: (ground, filters, key) => filmsBehindShare(ground, filters, key, 'genre'),
});
