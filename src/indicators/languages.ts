import { indicator } from '#indicators/indicator.ts';
import { filmsBehindShare, measureShares, type MeasuredShares } from '#indicators/parts/measure-shares.ts';
import { severalChart, severalSentence, severalTable } from '#indicators/tell/several.ts';
import { tellShares, type SharesTold } from '#indicators/tell/shares.ts';

interface MeasuredLanguages extends MeasuredShares {
  readonly spoken: MeasuredShares;
}

const shown: SharesTold = {
  name: 'languages',
  kind: 'language',
  title: { fr: 'Les langues des films', en: 'The languages of films' },
  question: { fr: 'Dans quelles langues les films sont-ils tournés\u00a0?', en: 'In which languages are films made?' },
};

/** The share of each original language, decade by decade, and of films that speak several. */
export const languages = indicator<MeasuredLanguages>({
  name: shown.name,
  theme: 'world',
  filters: ['from', 'to', 'genre', 'country', 'minVotes', 'stratum'],
  needs: ['languages'],
  title: shown.title,
  question: shown.question,
  async measure(ground, filters) {
    const [original, spoken] = await Promise.all([
      measureShares(ground, filters, 'language'),
      measureShares(ground, filters, 'spoken'),
    ]);
    return { ...original, spoken };
  },
  tell({ spoken, ...measured }, _filters, say) {
    const told = tellShares(measured, shown, say);
    if (told.charts.length === 0 || spoken.decades.length === 0) return told;
    const title = say.pick({
      fr: 'Films où l’on parle plusieurs langues',
      en: 'Films in which several languages are spoken',
    });
    return {
      ...told,
      finding: [
        ...told.finding,
        ...severalSentence(spoken, say.pick({ fr: 'en plusieurs langues', en: 'in several languages' }), say),
      ],
      charts: [...told.charts, severalChart(spoken, title, say)],
      tables: [...told.tables, severalTable(spoken, 'languages-several', title, say)],
    };
  },
  async films(ground, filters, key) {
    return filmsBehindShare(ground, filters, key, key.endsWith(':+') ? 'spoken' : 'language');
  },
});
