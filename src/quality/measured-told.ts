import type { Contender, Estimate, Evaluation, Stratum } from '#evaluate/evaluation.ts';
import type { Told } from '#indicators/told.ts';
import { behaviourTable, contenderNames, contendersChart, contendersTable } from '#quality/measured-tables.ts';
import type { Speech } from '#words/speech.ts';

/** What held-out viewers say of the model in service, and how it behaves where there are none to ask. @param evaluation null: it was never measured on these films */
export function tellMeasured(evaluation: Evaluation | null, say: Speech): Told {
  const strata = evaluation?.strata.filter(({ contenders }) => contenders.length > 0) ?? [];
  const asked = strata.reduce((sum, { viewers }) => sum + viewers, 0);
  return {
    title: say.pick({ fr: 'Ce que le modèle retrouve', en: 'What the model finds' }),
    question: say.pick({
      fr: 'À qui donne trois films aimés, le site propose-t-il d’autres films qu’il aime\u00a0?',
      en: 'To someone who names three films they love, does the site offer others that they love?',
    }),
    finding:
      evaluation === null
        ? [notMeasured(say)]
        : [
            ...(evaluation.model === 'content'
              ? [nobodyTaught(say)]
              : strata.length === 0
                ? [tooFew(evaluation, say)]
                : []),
            ...strata.flatMap((stratum) => found(stratum, evaluation, say)),
            ...behaves(evaluation, say),
          ],
    cautions: evaluation === null ? [] : cautions(evaluation, say),
    charts: strata.map((stratum) => contendersChart(stratum, evaluation?.top ?? 10, say)),
    tables: [
      ...strata.map((stratum) => contendersTable(stratum, evaluation?.top ?? 10, say)),
      ...(evaluation === null ? [] : [behaviourTable(evaluation, say)]),
    ],
    count:
      asked > 0 || evaluation === null
        ? {
            value: asked,
            what: say.pick({ fr: 'spectateurs mis de côté à l’entraînement', en: 'viewers held out of training' }),
          }
        : {
            value: evaluation.behaviour.baskets,
            what: say.pick({ fr: 'paniers de trois films tirés au hasard', en: 'baskets of three films drawn by lot' }),
          },
    coverage: [],
    method: say.pick({
      fr: 'L’entraînement met de côté une partie des spectateurs, choisis par ce qu’ils aiment\u00a0; on donne au modèle trois films aimés de chacun, et l’on compte les autres dans sa liste de dix, parmi tous les films qu’il peut proposer. nDCG@10 compte davantage ce qui vient en tête (Järvelin et Kekäläinen, 2002). Intervalles à 95\u00a0% par rééchantillonnage des spectateurs (Efron, 1979), de Wilson pour une part. La fidélité des raisons\u00a0: on retire le film nommé en premier, et l’on regarde si le film recommandé recule.',
      en: 'Training holds some of the viewers out, chosen by what they like; the model is given three films loved by each, and the others are counted in its list of ten, among all the films that it may offer. nDCG@10 counts more what comes first (Järvelin and Kekäläinen, 2002). 95 % intervals by drawing viewers anew (Efron, 1979), Wilson’s for a share. Fidelity of reasons: the film named first is taken away, and we look whether the film recommended falls.',
    }),
    citations: [
      {
        text: 'Järvelin & Kekäläinen 2002, “Cumulated gain-based evaluation of IR techniques”, ACM TOIS 20 (4)',
        url: 'https://doi.org/10.1145/582415.582418',
      },
      {
        text: 'Efron 1979, “Bootstrap methods: another look at the jackknife”, Annals of Statistics 7 (1)',
        url: 'https://doi.org/10.1214/aos/1176344552',
      },
    ],
  };
}

const notMeasured = (say: Speech): string =>
  say.pick({
    fr: 'Le modèle en service n’a pas été mesuré sur ce catalogue\u00a0: l’entraînement le mesure, il suffit de le refaire.',
    en: 'The model in service was not measured on this catalogue: training measures it, and has only to be run again.',
  });

const nobodyTaught = (say: Speech): string =>
  say.pick({
    fr: 'Le modèle en service n’a appris des goûts de personne, seulement de ce que sont les films\u00a0: il n’y a donc aucun spectateur à qui demander s’il trouve juste, et nous ne le prétendons pas.',
    en: 'The model in service has learnt from nobody’s tastes, only from what the films are: there is no viewer to ask whether it is right, and we do not claim it.',
  });

const tooFew = ({ strata }: Evaluation, say: Speech): string => {
  const viewers = strata.reduce((sum, stratum) => sum + stratum.viewers, 0);
  return say.pick({
    fr: `Trop peu de spectateurs à qui demander (${say.number(viewers)}, il en faut 5)\u00a0: nous ne donnons pas de chiffre.`,
    en: `Too few viewers to ask (${say.number(viewers)}, 5 are needed): we give no figure.`,
  });
};

/** “62 % (57 à 67 %)” */
const withInterval = ({ mean, low, high }: Estimate, say: Speech): string =>
  `${say.percent(mean)} (${say.percentRange(low, high)})`;

function found(stratum: Stratum, { given, top }: Evaluation, say: Speech): string[] {
  const of = (name: Contender['name']): Contender | undefined => stratum.contenders.find((one) => one.name === name);
  const [service, popular, genres] = [of('service'), of('popularity'), of('genres')];
  if (service === undefined) return [];
  const whose = say.pick(
    stratum.name === 'own'
      ? { fr: 'visiteurs de ce site', en: 'visitors of this site' }
      : { fr: 'spectateurs d’un jeu public', en: 'viewers of a public set' },
  );
  const others = [popular, genres]
    .filter((one) => one !== undefined)
    .map((one) => `${contenderNames[one.name][say.language]}, ${withInterval(one.hit, say)}`)
    .join(say.pick({ fr: '\u00a0; ', en: '; ' }));
  const first = say.pick({
    fr: `De ${say.number(stratum.viewers)} ${whose} jamais vus par le modèle, dont on ne lui donne que ${say.number(given)} films aimés, ses ${say.number(top)} premières propositions en retrouvent au moins un autre pour ${withInterval(service.hit, say)}${others === '' ? '' : `\u00a0; ${others}`}.`,
    en: `Of ${say.number(stratum.viewers)} ${whose} that the model never saw, and of whom it is given ${say.number(given)} loved films only, its first ${say.number(top)} films hold another one that they love for ${withInterval(service.hit, say)}${others === '' ? '' : `; ${others}`}.`,
  });
  return [
    first,
    ...[popular, genres].flatMap((other) => (other === undefined ? [] : (compared(service, other, say) ?? []))),
  ];
}

/** Better, worse, or no difference shown, by the interval of what the same viewers gain. */
function compared(service: Contender, other: Contender, say: Speech): string | null {
  const { gain } = other;
  if (gain === null) return null;
  const name = contenderNames[other.name][say.language];
  const [mine, theirs] = [say.number(service.ndcg.mean, 2), say.number(other.ndcg.mean, 2)];
  const by = `${say.number(Math.abs(gain.mean), 2)} (${say.range(Math.min(Math.abs(gain.low), Math.abs(gain.high)), Math.max(Math.abs(gain.low), Math.abs(gain.high)), 2)})`;
  if (gain.low > 0)
    return say.pick({
      fr: `Il fait mieux que ${name}\u00a0: nDCG@10 de ${mine} contre ${theirs}, un gain de ${by}.`,
      en: `It does better than ${name}: nDCG@10 ${mine} against ${theirs}, a gain of ${by}.`,
    });
  if (gain.high < 0)
    return say.pick({
      fr: `Il fait moins bien que ${name}\u00a0: nDCG@10 de ${mine} contre ${theirs}, une perte de ${by}.`,
      en: `It does worse than ${name}: nDCG@10 ${mine} against ${theirs}, a loss of ${by}.`,
    });
  return say.pick({
    fr: `On ne peut pas dire qu’il fasse mieux que ${name}\u00a0: nDCG@10 de ${mine} contre ${theirs}, l’écart va de ${say.range(gain.low, gain.high, 2)}.`,
    en: `It cannot be said to do better than ${name}: nDCG@10 ${mine} against ${theirs}, the difference lies from ${say.range(gain.low, gain.high, 2)}.`,
  });
}

function behaves({ behaviour, given }: Evaluation, say: Speech): string[] {
  const { baskets, fidelity, steadiness, wellKnown } = behaviour;
  if (baskets === 0) return [];
  const reasons =
    fidelity.asked === 0
      ? []
      : [
          say.pick({
            fr: `La raison donnée est bien la cause\u00a0: quand on retire le film nommé en premier, le film recommandé recule dans ${say.percent(fidelity.fell)} des ${say.number(fidelity.asked)} cas\u00a0; quand on retire celui qui a le moins compté, dans ${say.percent(fidelity.fellWithoutLast)}.`,
            en: `The reason given is the cause: when the film named first is taken away, the film recommended falls in ${say.percent(fidelity.fell)} of ${say.number(fidelity.asked)} cases; when the one that counted least is, in ${say.percent(fidelity.fellWithoutLast)}.`,
          }),
        ].filter(() => fidelity.fell > fidelity.fellWithoutLast);
  return [
    ...reasons,
    say.pick({
      fr: `Un film de moins sur ${say.number(given)} laisse en place ${say.percent(steadiness.mean)} de la liste (${say.percentRange(steadiness.low, steadiness.high)}), et ${say.percent(wellKnown, 1)} des films proposés sont parmi les mille plus connus (${say.number(baskets)} paniers tirés au hasard).`,
      en: `One film less of ${say.number(given)} leaves ${say.percent(steadiness.mean)} of the list in place (${say.percentRange(steadiness.low, steadiness.high)}), and ${say.percent(wellKnown, 1)} of the films offered are among the thousand best known (${say.number(baskets)} baskets drawn by lot).`,
    }),
  ];
}

const cautions = ({ strata }: Evaluation, say: Speech): string[] => [
  ...(strata.some(({ name }) => name === 'public')
    ? [
        say.pick({
          fr: 'Les spectateurs d’un jeu public notent sur Internet, souvent en anglais\u00a0: ils ne sont pas le public d’ici.',
          en: 'Viewers of a public set rate on the Internet, often in English: they are not the audience here.',
        }),
      ]
    : []),
  say.pick({
    fr: 'Retrouver un film aimé n’est pas faire découvrir\u00a0: un film inconnu du spectateur compte ici comme une erreur.',
    en: 'To find a film that is loved is not to make one discovered: a film that the viewer does not know counts here as an error.',
  }),
];
