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
/** Where it comes from; after “viennent” in French. */
const bringing: Readonly<Record<Need, Bilingual>> = {
  votes: { fr: 'd’IMDb (title.ratings)', en: 'IMDb (title.ratings)' },
  credits: { fr: 'd’IMDb (title.principals)', en: 'IMDb (title.principals)' },
  series: { fr: 'd’IMDb (title.basics, title.principals)', en: 'IMDb (title.basics, title.principals)' },
  births: { fr: 'd’IMDb (name.basics)', en: 'IMDb (name.basics)' },
  lengths: { fr: 'd’IMDb (title.basics)', en: 'IMDb (title.basics)' },
  countries: { fr: 'de TMDB', en: 'TMDB' },
  money: { fr: 'de TMDB', en: 'TMDB' },
  keywords: { fr: 'de TMDB', en: 'TMDB' },
  languages: { fr: 'de TMDB', en: 'TMDB' },
  'art-et-essai': { fr: 'de l’AFCAE', en: 'the AFCAE' },
};

/** The answer where the catalogue lacks what is asked about: it says what, and what would bring it. */
export function tellLacking(indicator: Indicator, lacking: readonly Need[], films: number, say: Speech): Told {
  const what = say.list(lacking.map((need) => say.pick(missing[need])));
  const from = say.list([...new Set(lacking.map((need) => say.pick(bringing[need])))]);
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
        fr: `Ces données viennent ${from}\u00a0: construisez le catalogue avec ces fichiers.`,
        en: `These data come from ${from}: build the catalogue with those files.`,
      }),
    ],
    charts: [],
    tables: [],
    count: {
      value: films,
      what: say.pick({ fr: 'films dans le catalogue', en: 'films in the catalogue' }),
      one: say.pick({ fr: 'film dans le catalogue', en: 'film in the catalogue' }),
    },
    coverage: [],
    method: say.pick({
      fr: 'Rien n’a été mesuré, plutôt que de répondre à côté.',
      en: 'Nothing was measured, rather than answering beside the point.',
    }),
    citations: [],
  };
}
