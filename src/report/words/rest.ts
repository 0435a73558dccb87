import type { Missing, Report } from '#report/report.ts';
import { attribution } from '#words/attribution.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

const lacking: Readonly<Record<Missing, Bilingual>> = {
  programme: {
    fr: 'Pas encore de programme\u00a0: Lanterne ne lit pas vos séances, et ne sait donc rien de vos entrées.',
    en: 'No programme yet: Lanterne does not read your screenings, so it knows nothing of your entries.',
  },
  memory: {
    fr: 'Rien n’est gardé de ce que font les visiteurs.',
    en: 'Nothing is kept of what visitors do.',
  },
  ratings: {
    fr: 'Le catalogue n’a pas de notes\u00a0: l’idée repose sur l’offre et le public seuls.',
    en: 'The catalogue has no ratings: the idea rests on supply and audience alone.',
  },
  imports: {
    fr: 'Aucun fichier officiel n’a été importé\u00a0: les chiffres du marché sont ceux que Lanterne apporte («\u00a0lanterne import market\u00a0» les met à jour).',
    en: 'No official file was imported: the figures of the market are those that Lanterne brings (“lanterne import market” brings newer ones).',
  },
  months: {
    fr: 'Les entrées par mois manquent\u00a0: pas de saison.',
    en: 'The entries by month are missing: no season.',
  },
  niches: {
    fr: 'Trop peu de films pour une idée de programmation.',
    en: 'Too few films for an idea for the programme.',
  },
  figures: {
    fr: 'Aucun chiffre du marché n’est connu de ce département.',
    en: 'No figure of the market is known of this department.',
  },
  groups: {
    fr: 'Les groupes s’effacent au bout de sept jours\u00a0: on ne compte que ceux de la semaine en cours.',
    en: 'Groups are erased after seven days: only those of the current week are counted.',
  },
};

/** What is missing, a sentence each. */
export const missingTold = (missing: readonly Missing[], say: Speech): string[] =>
  missing.map((one) => say.pick(lacking[one]));

/** How it was counted, and what the sources ask to be said. */
export function footOf({ people, sources, catalogueDate, idea }: Report, say: Speech): string[] {
  const owed = (['imdb', 'tmdb'] as const).filter((source) => sources.includes(source));
  return [
    say.pick({
      fr: `${people === null ? '' : 'Compté sur ce qui est gardé aujourd’hui\u00a0: ce que quelqu’un a effacé depuis n’y est plus. '}Semaine du mercredi au mardi, heure de Paris.${idea === null ? '' : ` Films\u00a0: catalogue du ${say.date(catalogueDate)}.`}`,
      en: `${people === null ? '' : 'Counted on what is held today: what somebody erased since is no longer in it. '}Week from Wednesday to Tuesday, Paris time.${idea === null ? '' : ` Films: catalogue of ${say.date(catalogueDate)}.`}`,
    }),
    ...owed.map((source) => attribution[source]),
  ];
}
