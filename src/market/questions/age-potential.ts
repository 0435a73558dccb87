import { agePotential, type AgeHabit } from '#market/compute/age-potential.ts';
import { ageHabitIds } from '#market/figure-ids.ts';
import type { Computed, Used } from '#market/questions/question.ts';
import type { MarketBook } from '#market/types.ts';
import { both } from '#market/questions/both.ts';

/** How many entries the people of the department would make if they went as people of their age go in France. */
export const agePotentialQuestion: Computed = {
  name: 'age-potential',
  question: {
    fr: 'Combien d’entrées si chacun allait au cinéma comme les Français de son âge\u00a0?',
    en: 'How many entries if everybody went to the cinema as French people of their age do?',
  },
  formula: {
    fr: 'P = Σ habitants de l’âge × part qui y va dans l’année × entrées de chacun. Les âges d’une tranche coupée sont répartis également. Le bas de la fourchette laisse de côté les 75 ans et plus, que l’enquête nationale ne sépare pas.',
    en: 'P = Σ people of the age × share who go in the year × entries of each. The ages of a band that is cut are taken as equally many. The low end leaves out those of 75 and over, whom the national survey does not separate.',
  },
  citations: [
    {
      text: 'Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003), ch. 19: direct standardisation',
      url: null,
    },
  ],
  cautions: [
    {
      fr: 'C’est un plafond\u00a0: les plus de 75 ans vont moins au cinéma que les autres plus de 50 ans, et l’habitat rural et la distance ne sont pas encore comptés.',
      en: 'It is a ceiling: people over 75 go less than the others over 50, and neither country life nor distance is counted yet.',
    },
  ],
  needs: {
    fr: 'la population par âge (fichier de l’INSEE)',
    en: 'the population by age (INSEE’s file)',
  },
  compute(book) {
    const { department } = book.home;
    const ages = book.ages(department);
    const habits = habitsOf(book);
    if (ages === null || habits === null) return null;
    const { entries, low, people, lines } = agePotential(ages.bands, habits.habits);
    const oldest = lines.at(-1);
    const range = { low, high: entries };
    return {
      year: habits.year,
      reliability: 'D',
      used: [...ages.bands.map(({ from }) => ({ id: `age.${department}.${from}`, year: ages.year })), ...habits.used],
      values: [
        { key: 'entries', label: both('entrées par an', 'entries a year'), value: entries, unit: '', ...range },
        {
          key: 'per-head',
          label: both('entrées par habitant', 'entries a head'),
          value: entries / people,
          unit: '',
          low: low / people,
          high: entries / people,
        },
        ...(oldest === undefined || oldest.to !== null
          ? []
          : [
              {
                key: 'oldest-share',
                label: both(`part des ${oldest.from} ans et plus`, `share of those of ${oldest.from} and over`),
                value: oldest.entries / entries,
                unit: 'share',
                low: (oldest.entries - (entries - low)) / low,
                high: oldest.entries / entries,
              },
            ]),
        ...lines.flatMap((line) => [
          { key: `people/${spanOf(line)}`, label: namesOf(line), value: line.people, unit: '' },
          { key: `viewers/${spanOf(line)}`, label: namesOf(line), value: line.viewers, unit: '' },
          { key: `entries/${spanOf(line)}`, label: namesOf(line), value: line.entries, unit: '' },
        ]),
      ],
    };
  },
};

interface Ages {
  readonly from: number;
  readonly to: number | null;
}

const spanOf = ({ from, to }: Ages): string => (to === null ? `${from}-and-over` : `${from}-${to}`);

const namesOf = ({ from, to }: Ages): Computed['question'] =>
  to === null ? both(`${from} ans et plus`, `${from} and over`) : both(`${from} à ${to} ans`, `${from} to ${to} years`);

function habitsOf(book: MarketBook): { habits: AgeHabit[]; used: Used[]; year: number } | null {
  const habits: AgeHabit[] = [];
  const used: Used[] = [];
  for (const { from, to, penetration, frequency } of ageHabitIds) {
    const share = book.figure(penetration);
    const often = share === null ? null : book.figure(frequency, share.year);
    if (share === null || often === null) return null;
    habits.push({ from, to, penetration: share.value, frequency: often.value });
    used.push({ id: share.id, year: share.year }, { id: often.id, year: often.year });
  }
  return { habits, used, year: Math.max(...used.map(({ year }) => year)) };
}
