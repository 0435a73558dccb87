import { liftOf, type Trait, type TraitKind } from '#indicators/parts/traits.ts';
import { tongueName } from '#indicators/words/tongues.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

export const kindNames: Readonly<Record<TraitKind, Bilingual>> = {
  genre: { fr: 'Genre', en: 'Genre' },
  decade: { fr: 'Décennie', en: 'Decade' },
  length: { fr: 'Durée', en: 'Length' },
  country: { fr: 'Pays', en: 'Country' },
  language: { fr: 'Langue originale', en: 'Original language' },
  director: { fr: 'Réalisation', en: 'Director' },
  keyword: { fr: 'Mot-clé', en: 'Keyword' },
};

const lengths: Readonly<Record<string, Bilingual>> = {
  '60': { fr: 'moins de 90\u00a0min', en: 'under 90\u00a0min' },
  '90': { fr: '90 à 104\u00a0min', en: '90 to 104\u00a0min' },
  '105': { fr: '105 à 119\u00a0min', en: '105 to 119\u00a0min' },
  '120': { fr: '120 à 149\u00a0min', en: '120 to 149\u00a0min' },
  '150': { fr: '150\u00a0min et plus', en: '150\u00a0min and over' },
};

/** What a trait is called. */
export function traitName({ kind, trait, name }: Pick<Trait, 'kind' | 'trait' | 'name'>, say: Speech): string {
  switch (kind) {
    case 'genre':
      return say.genre(trait);
    case 'decade':
      return say.decade(Number(trait));
    case 'length':
      return say.pick(lengths[trait] ?? { fr: trait, en: trait });
    case 'country':
      return say.country(trait);
    case 'language':
      return tongueName(trait, say);
    case 'director':
      return name ?? trait;
    case 'keyword':
      return say.quoted(say.language === 'fr' ? (name ?? trait) : trait);
  }
}

/** “horror (2% against 13%, 0.2 times as often)”: both the shares and the lift, for one without the other misleads. */
export function traitShares(trait: Trait, say: Speech): string {
  const [best, others] = [trait.best / trait.bestOf, trait.others / trait.othersOf];
  const digits = Math.min(best, others) < 0.01 ? 1 : 0;
  const lift = liftOf(trait);
  const often =
    lift === null
      ? ''
      : say.pick({
          fr: `, ${say.number(lift, 1)} fois la part des autres`,
          en: `, ${say.number(lift, 1)} times the share of the others`,
        });
  return say.pick({
    fr: `${traitName(trait, say)} (${say.percent(best, digits)} contre ${say.percent(others, digits)}${often})`,
    en: `${traitName(trait, say)} (${say.percent(best, digits)} against ${say.percent(others, digits)}${often})`,
  });
}

/** What a mark of a trait says. */
export function traitLabel(trait: Trait, say: Speech): string {
  const range = Number.isFinite(trait.high)
    ? say.range(trait.low, trait.high, 2)
    : say.pick({ fr: `au moins ${say.number(trait.low, 2)}`, en: `at least ${say.number(trait.low, 2)}` });
  return say.pick({
    fr: `${traitName(trait, say)}\u00a0: ${say.number(trait.best)} sur ${say.number(trait.bestOf)} des meilleurs, ${say.number(trait.others)} sur ${say.number(trait.othersOf)} des autres\u00a0; cote multipliée par ${say.number(trait.odds, 2)} (${range})`,
    en: `${traitName(trait, say)}: ${say.number(trait.best)} of ${say.number(trait.bestOf)} of the best, ${say.number(trait.others)} of ${say.number(trait.othersOf)} of the others; odds times ${say.number(trait.odds, 2)} (${range})`,
  });
}
