import type { Indicator, Need } from '#indicators/indicator.ts';
import type { Told } from '#indicators/told.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

const missing: Readonly<Record<Need, Bilingual>> = {
  votes: { fr: 'les notes et les votes des films', en: 'the ratings and votes of films' },
  credits: { fr: 'les génériques', en: 'the credits' },
  series: { fr: 'les séries et leurs génériques', en: 'series and their credits' },
  births: { fr: 'les années de naissance', en: 'birth years' },
  lengths: { fr: 'les durées', en: 'running times' },
  countries: { fr: 'les pays de production', en: 'countries of production' },
  money: { fr: 'les budgets et les recettes', en: 'budgets and revenues' },
  keywords: { fr: 'les mots-clés', en: 'keywords' },
  languages: { fr: 'les langues', en: 'languages' },
  'art-et-essai': { fr: 'les recommandations art et essai', en: 'art-house (art et essai) recommendations' },
};
/** What brings it. */
const bringing: Readonly<Record<Need, string>> = {
  votes: 'IMDb (title.ratings)',
  credits: 'IMDb (title.principals)',
  series: 'IMDb (title.basics, title.principals)',
  births: 'IMDb (name.basics)',
  lengths: 'IMDb (title.basics)',
  countries: 'TMDB',
  money: 'TMDB',
  keywords: 'TMDB',
  languages: 'TMDB',
  'art-et-essai': 'AFCAE',
};

/** The answer where the catalogue lacks what is asked about: it says what, and what would bring it. */
export function tellLacking(indicator: Indicator, lacking: readonly Need[], films: number, say: Speech): Told {
  const what = say.list(lacking.map((need) => say.pick(missing[need])));
  const from = say.list([...new Set(lacking.map((need) => bringing[need]))]);
  return {
    title: say.pick(indicator.title),
    question: say.pick(indicator.question),
    finding: [
      say.pick({
        fr: `Pas de réponse avec ce catalogue\u00a0: il lui manque ${what}.`,
        en: `No answer with this catalogue: it lacks ${what}.`,
      }),
    ],
    cautions: [
      say.pick({
        fr: `Ces données viennent de ${from}\u00a0: construisez le catalogue avec ces fichiers.`,
        en: `These data come from ${from}: build the catalogue with those files.`,
      }),
    ],
    charts: [],
    tables: [],
    count: { value: films, what: say.pick({ fr: 'films dans le catalogue', en: 'films in the catalogue' }) },
    coverage: [],
    method: say.pick({
      fr: 'Rien n’a été mesuré, plutôt que de répondre à côté.',
      en: 'Nothing was measured, rather than answering beside the point.',
    }),
    citations: [],
  };
}
