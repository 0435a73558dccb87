import { coverage, expectedEntries } from '#market/compute/coverage.ts';
import { ids } from '#market/figure-ids.ts';
import { agePotentialQuestion } from '#market/questions/age-potential.ts';
import { both } from '#market/questions/both.ts';
import { leakageQuestion } from '#market/questions/leakage.ts';
import { valueOf, type Computed } from '#market/questions/question.ts';

/** What part of the potential comes, and what rurality and distance leave of it. */
export const coverageQuestion: Computed = {
  name: 'coverage',
  question: {
    fr: 'Quelle part de ce potentiel vient vraiment, et que reste-t-il à gagner\u00a0?',
    en: 'What part of that potential really comes, and what is left to win?',
  },
  formula: {
    fr: 'couverture = entrées / P\u00a0; écart = P - entrées\u00a0; attendu = P × (pratique rurale / pratique urbaine) × (1 - évasion). La pratique rurale est la moyenne de deux sortes de campagne. Les fourchettes viennent de ces deux sortes, de celle de P et de celle de l’évasion.',
    en: 'coverage = entries / P; gap = P - entries; expected = P × (rural habit / urban habit) × (1 - leakage). The rural habit is the mean of two kinds of country. The ranges come from these two, from that of P and from that of the leakage.',
  },
  citations: [
    {
      text: 'INSEE-DEPS, France, portrait social, 2022',
      url: 'https://insee.fr/fr/statistiques/6535293?sommaire=6535307',
    },
  ],
  cautions: [
    {
      fr: 'L’attendu multiplie trois estimations\u00a0: il situe, il ne prédit pas.',
      en: 'What is expected multiplies three estimates: it places, it does not predict.',
    },
  ],
  needs: {
    fr: 'la population par âge et les entrées du département (fichiers de l’INSEE et du CNC)',
    en: 'the population by age and the department’s entries (files of INSEE and CNC)',
  },
  compute(book) {
    const counted = book.figure(ids.entriesMillions(book.home.department));
    const potential = agePotentialQuestion.compute(book);
    const all = valueOf(potential, 'entries');
    if (counted === null || potential === null || all === null) return null;
    const entries = 1e6 * counted.value;
    const range = { value: all.value, low: all.low ?? all.value, high: all.high ?? all.value };
    const met = coverage(entries, range);
    const rural = ids.wentRural.flatMap((id) => book.figure(id) ?? []);
    const urban = book.figure(ids.wentUrban);
    const leaks = leakageQuestion.compute(book);
    const leakage = valueOf(leaks, 'leakage');
    const went = rural.map(({ value }) => value / (urban?.value ?? Number.NaN));
    const factor = went.reduce((sum, one) => sum + one, 0) / went.length;
    const expected =
      !(factor > 0) || leakage === null
        ? []
        : [
            {
              key: 'expected',
              label: both(
                'entrées attendues une fois comptés la campagne et la distance',
                'entries expected once the country and distance are counted',
              ),
              value: expectedEntries(range.value, factor, leakage.value),
              unit: '',
              low: expectedEntries(range.low, Math.min(...went), leakage.high ?? leakage.value),
              high: expectedEntries(range.high, Math.max(...went), leakage.low ?? leakage.value),
            },
          ];
    const ruralUsed = [...rural, urban].flatMap((one) => (one === null ? [] : [{ id: one.id, year: one.year }]));
    return {
      year: counted.year,
      reliability: 'D',
      used: [
        { id: counted.id, year: counted.year },
        ...potential.used,
        ...(expected.length === 0 ? [] : [...ruralUsed, ...(leaks?.used ?? [])]),
      ],
      values: [
        {
          key: 'coverage',
          label: both('part du potentiel', 'share of the potential'),
          value: met.share,
          unit: 'share',
          low: met.low,
          high: met.high,
        },
        {
          key: 'gap',
          label: both('entrées qui manquent', 'entries missing'),
          value: met.gap,
          unit: '',
          low: met.gapLow,
          high: met.gapHigh,
        },
        ...(factor > 0
          ? [
              {
                key: 'rural',
                label: both('pratique rurale sur urbaine', 'rural habit over urban'),
                value: factor,
                unit: 'share',
                low: Math.min(...went),
                high: Math.max(...went),
              },
            ]
          : []),
        ...expected,
      ],
    };
  },
};
