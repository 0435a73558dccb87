import {
  leastAges,
  workingYears,
  type AgeGroup,
  type DecadeGroup,
  type MeasuredAges,
  type Sex,
  type WorkingGroup,
} from '#indicators/parts/actors-age.ts';
import { moveOf, type Difference, type Estimate } from '#indicators/parts/difference.ts';
import { inDecade, ofDecade } from '#indicators/words/decade-span.ts';
import type { Interval } from '#kernels/statistics/interval.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

export const sexNames: Readonly<Record<Sex | 'all', Bilingual>> = {
  woman: { fr: 'actrices', en: 'actresses' },
  man: { fr: 'acteurs', en: 'actors' },
  all: { fr: 'actrices et acteurs', en: 'actresses and actors' },
};

/** “39 ans (38 à 40)” */
export const ageWords = ({ value, low, high }: Estimate, say: Speech, digits = 0): string =>
  say.pick({
    fr: `${say.number(value, digits)}\u00a0ans (${say.range(low, high, digits)})`,
    en: `${say.number(value, digits)} (${say.range(low, high, digits)})`,
  });

const yearsWords = ({ value, low, high }: Difference, say: Speech): string =>
  say.pick({
    fr: `${say.number(value, 1)}\u00a0ans (${say.range(low, high, 1)})`,
    en: `${say.number(value, 1)} years (${say.range(low, high, 1)})`,
  });

/** The two sexes in the last decade, and how far apart. */
export function lastDecade({ decades, gaps, asked }: MeasuredAges, scope: string, say: Speech): string[] {
  const start = decades.at(-1)?.start ?? 0;
  const here = decades.filter((group) => group.start === start);
  const told = here.map(({ sex, median, known }) =>
    say.pick({
      fr: `${ageWords(median, say)} pour les ${sexNames[sex].fr} (${say.several(known, 'rôle', 'rôles')})`,
      en: `${ageWords(median, say)} for ${sexNames[sex].en} (${say.several(known, 'credit', 'credits')})`,
    }),
  );
  const first = say.pick({
    fr: `Dans les films ${ofDecade(start, asked, say)} (${scope}), l’âge médian à la sortie est de ${say.list(told)}.`,
    en: `In films ${ofDecade(start, asked, say)} (${scope}), the median age at release is ${say.list(told)}.`,
  });
  const gap = gaps.find((one) => one.start === start)?.gap;
  if (gap === undefined) return [first];
  const move = moveOf(gap);
  const second =
    move === 'same'
      ? say.pick({
          fr: 'En moyenne, l’écart entre les deux n’est pas distinct de zéro.',
          en: 'On the mean, the gap between the two cannot be told from zero.',
        })
      : move === 'rose'
        ? say.pick({
            fr: `En moyenne, les acteurs ont ${yearsWords(gap, say)} de plus que les actrices.`,
            en: `On the mean, actors are ${yearsWords(gap, say)} older than actresses.`,
          })
        : say.pick({
            fr: `En moyenne, les actrices ont ${yearsWords(flip(gap), say)} de plus que les acteurs.`,
            en: `On the mean, actresses are ${yearsWords(flip(gap), say)} older than actors.`,
          });
  return [first, second];
}

/** Whether the gap narrowed. */
export function gapSentence({ gapMove, gaps, asked }: MeasuredAges, say: Speech): string | null {
  if (gapMove === null) return null;
  const gapOf = (start: number): string => {
    const found = gaps.find((one) => one.start === start);
    if (found === undefined) return '';
    return yearsWords(gapMove.how !== 'turned' && found.gap.value < 0 ? flip(found.gap) : found.gap, say);
  };
  const [then, now] = [gapOf(gapMove.earlier), gapOf(gapMove.later)];
  const facts = say.pick({
    fr: `${then} ${inDecade(gapMove.earlier, asked, say)}, ${now} ${inDecade(gapMove.later, asked, say)}`,
    en: `${then} ${inDecade(gapMove.earlier, asked, say)}, ${now} ${inDecade(gapMove.later, asked, say)}`,
  });
  const said = {
    same: { fr: 'On ne voit pas l’écart changer', en: 'The gap is not seen to change' },
    narrowed: { fr: 'L’écart s’est réduit', en: 'The gap has narrowed' },
    widened: { fr: 'L’écart s’est creusé', en: 'The gap has widened' },
    turned: {
      fr: 'L’écart s’est renversé (acteurs moins actrices)',
      en: 'The gap has turned round (actors less actresses)',
    },
  }[gapMove.how];
  return `${say.pick(said)}${say.pick({ fr: '\u00a0', en: '' })}: ${facts}.`;
}

/** Whether actors grew older on the screen, and whether what is not known could undo it. */
export function levelSentences({ levels, asked }: MeasuredAges, say: Speech): string[] {
  return levels.map(({ earlier, later, move, holds: when }) => {
    const who = sexNames[later.sex];
    const facts = say.pick({
      fr: `${ageWords(earlier.median, say)} ${inDecade(earlier.start, asked, say)}, ${ageWords(later.median, say)} ${inDecade(later.start, asked, say)}`,
      en: `${ageWords(earlier.median, say)} ${inDecade(earlier.start, asked, say)}, ${ageWords(later.median, say)} ${inDecade(later.start, asked, say)}`,
    });
    if (move === 'same')
      return say.pick({
        fr: `L’âge médian des ${who.fr} n’a pas bougé, pour autant qu’on le voie\u00a0: ${facts}.`,
        en: `The median age of ${who.en} has not moved, as far as can be seen: ${facts}.`,
      });
    const verb = move === 'rose' ? { fr: 'a monté', en: 'rose' } : { fr: 'a baissé', en: 'fell' };
    const cases = {
      always: { fr: 'cela tient quels que soient les âges inconnus', en: 'this holds whatever the unknown ages' },
      plausibly: {
        fr: 'cela tient dans les cas plausibles, pas si les inconnus sont tous d’un côté',
        en: 'this holds in the plausible cases, not were all the unknown on one side',
      },
      not: { fr: 'les âges inconnus suffiraient à l’expliquer', en: 'the unknown ages would be enough to explain it' },
    }[when];
    return say.pick({
      fr: `L’âge médian des ${who.fr} ${verb.fr}\u00a0: ${facts}\u00a0; ${cases.fr}.`,
      en: `The median age of ${who.en} ${verb.en}: ${facts}; ${cases.en}.`,
    });
  });
}

/** What the births that are not known could change. */
export function unknownSentence({ decades }: MeasuredAges, say: Speech): string | null {
  const start = decades.at(-1)?.start ?? 0;
  const here = decades.filter((group) => group.start === start);
  const unknown = here.reduce((sum, group) => sum + group.unknown, 0);
  const all = here.reduce((sum, group) => sum + group.known + group.unknown, 0);
  if (unknown === 0)
    return say.pick({
      fr: 'La naissance de toutes ces personnes est connue.',
      en: 'The birth of all these people is known.',
    });
  const told = here.map(({ sex, bounds }) =>
    say.pick({
      fr: `de ${span(bounds.plausible, say)} pour les ${sexNames[sex].fr} (${span(bounds.worst, say)} au pire)`,
      en: `from ${span(bounds.plausible, say)} for ${sexNames[sex].en} (${span(bounds.worst, say)} at worst)`,
    }),
  );
  const share = say.percent(unknown / all);
  return say.pick({
    fr: `La naissance est inconnue pour ${share} de ces rôles. Si les inconnus étaient comme la moitié jeune, ou la moitié âgée, des connus, la médiane irait ${say.list(told)}. ${holds(here, say)}`,
    en: `The birth is unknown for ${share} of these credits. Were the unknown like the younger half, or the older half, of the known, the median would go ${say.list(told)}. ${holds(here, say)}`,
  });
}

/** Whether the order of the sexes survives what is not known. */
function holds(here: readonly DecadeGroup[], say: Speech): string {
  const woman = here.find(({ sex }) => sex === 'woman');
  const man = here.find(({ sex }) => sex === 'man');
  if (woman === undefined || man === undefined) return '';
  const apart = (which: 'worst' | 'plausible'): boolean =>
    man.bounds[which].low > woman.bounds[which].high || woman.bounds[which].low > man.bounds[which].high;
  if (apart('worst'))
    return say.pick({
      fr: 'L’ordre des deux sexes tient dans tous les cas.',
      en: 'The order of the two sexes holds in every case.',
    });
  if (apart('plausible'))
    return say.pick({
      fr: 'L’ordre des deux sexes tient dans ces cas-là, pas dans le pire.',
      en: 'The order of the two sexes holds in those cases, not in the worst.',
    });
  return say.pick({
    fr: 'L’ordre des deux sexes ne tient pas si les inconnus des deux sexes diffèrent en sens contraires.',
    en: 'The order of the two sexes does not hold if the unknown of the two sexes differ in opposite ways.',
  });
}

/** How old those at work are. */
export function workingSentence({ working, workingFrom }: MeasuredAges, say: Speech): string {
  const all = working.find(({ sex }) => sex === 'all');
  if (all === undefined)
    return say.pick({
      fr: `Trop peu de personnes en activité dont l’âge soit connu (n\u00a0<\u00a0${leastAges}) pour une moyenne.`,
      en: `Too few people at work whose age is known (n < ${leastAges}) for a mean.`,
    });
  const { plausible, worst } = all.bounds;
  const told = working.filter(({ sex }) => sex !== 'all').map((group) => workingWords(group, say));
  const apart = told.length < 2 ? '' : say.pick({ fr: `, soit ${say.list(told)}`, en: `: ${say.list(told)}` });
  const share = say.percent(all.known / (all.known + all.unknown));
  return say.pick({
    fr: `Les actrices et acteurs en activité (un film depuis ${workingFrom}, pas de décès connu) ont en moyenne ${ageWords(all.mean, say, 1)}${apart}\u00a0; la naissance est connue pour ${share} d’entre eux, et la moyenne de tous irait de ${span(plausible, say)}, de ${span(worst, say)} au pire.`,
    en: `Actresses and actors at work (a film since ${workingFrom}, no known death) are ${ageWords(all.mean, say, 1)} on the mean${apart}; the birth of ${share} of them is known, and the mean of all would go from ${span(plausible, say)}, from ${span(worst, say)} at worst.`,
  });
}

const workingWords = ({ sex, mean }: WorkingGroup, say: Speech): string =>
  say.pick({
    fr: `${ageWords(mean, say, 1)} pour les ${sexNames[sex].fr}`,
    en: `${ageWords(mean, say, 1)} for ${sexNames[sex].en}`,
  });

/** “34 à 45 ans” */
export const span = ({ low, high }: Interval, say: Speech): string =>
  say.pick({ fr: `${say.range(low, high)}\u00a0ans`, en: say.range(low, high) });

export const groupLabel = (group: AgeGroup, say: Speech): string => {
  const share = say.percent(group.known / (group.known + group.unknown));
  return say.pick({
    fr: `${group.start}, ${sexNames[group.sex].fr}\u00a0: ${ageWords(group.median, say)}, ${say.several(group.known, 'rôle', 'rôles')}, naissance connue pour ${share}`,
    en: `${group.start}, ${sexNames[group.sex].en}: ${ageWords(group.median, say)}, ${say.several(group.known, 'credit', 'credits')}, birth known for ${share}`,
  });
};

/** What the answer leaves out. */
export function ageCautions({ counts, asked }: MeasuredAges, say: Speech): string[] {
  const nameless = counts.credits - counts.sexed;
  return [
    say.pick({
      fr: 'Une personne compte autant de fois qu’elle a de rôles\u00a0: les intervalles des moyennes en tiennent compte, ceux des médianes de chaque année les prennent pour des tirages séparés.',
      en: 'A person counts as many times as they have credits: the intervals of the means allow for it, those of the yearly medians take them as separate draws.',
    }),
    say.pick({
      fr: 'L’âge est l’année du film moins celle de la naissance, à un an près, et le tournage précède la sortie. Les naissances manquent surtout aux personnes peu connues, aux plus anciennes et aux débutants d’aujourd’hui, jeunes pour la plupart\u00a0: les médianes récentes en sont sans doute trop hautes.',
      en: 'The age is the year of the film less that of the birth, right to a year, and filming comes before release. Births are missing above all for lesser known people, for the oldest and for today’s beginners, most of them young: recent medians are probably too high for it.',
    }),
    ...(asked.sex !== '' || nameless === 0
      ? []
      : [
          say.pick({
            fr: `Aucune source ne dit le sexe pour ${say.several(nameless, 'rôle', 'rôles')} (${say.percent(nameless / counts.credits, 1)})\u00a0: absents des courbes, ils comptent dans la couverture.`,
            en: `No source tells the sex for ${say.several(nameless, 'credit', 'credits')} (${say.percent(nameless / counts.credits, 1)}): absent from the curves, they count in the coverage.`,
          }),
        ]),
    ...(counts.wrong === 0
      ? []
      : [
          say.pick({
            fr: `${say.several(counts.wrong, 'âge impossible ou douteux est tenu pour inconnu', 'âges impossibles ou douteux sont tenus pour inconnus')}\u00a0: négatifs, de plus de 105 ans, ou de plus de 60 pour qui en aurait plus de 105 aujourd’hui sans décès noté (des naissances de 1905 sont des erreurs de tableur).`,
            en: `${say.several(counts.wrong, 'impossible or doubtful age is held unknown', 'impossible or doubtful ages are held unknown')}: negative, over 105, or over 60 of who would be over 105 today with no death noted (births of 1905 are slips of a spreadsheet).`,
          }),
        ]),
    say.pick({
      fr: `En activité\u00a0: un film dans les ${workingYears} dernières années, quelles que soient les années choisies. Un décès que la base ignore laisse une personne parmi les vivants.`,
      en: `At work: a film in the last ${workingYears} years, whatever years are chosen. A death that the base does not know leaves a person among the living.`,
    }),
  ];
}

const flip = ({ value, low, high }: Difference): Difference => ({ value: -value, low: -high, high: -low });
