import type { Stratum } from '#indicators/filters.ts';
import type { Difference, Estimate } from '#indicators/parts/difference.ts';
import type { MeasuredShares, ShareKind } from '#indicators/parts/measure-shares.ts';
import { leastInDecade, type CodeShares, type Decade } from '#indicators/parts/shares.ts';
import { shortSpanSentence, spanName } from '#indicators/parts/span.ts';
import { strataNames } from '#indicators/words/film-length.ts';
import { tongueName } from '#indicators/words/tongues.ts';
import { unknownVerdict } from '#indicators/words/unknown-verdict.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

/** What a code is called. */
export function codeName(kind: ShareKind, code: string, say: Speech): string {
  if (kind === 'genre') return say.genre(code);
  return kind === 'country' ? say.country(code) : tongueName(code, say);
}

const known: Readonly<Record<ShareKind, Bilingual>> = {
  genre: { fr: 'dont le genre est connu', en: 'whose genre is known' },
  country: { fr: 'dont le pays de production est connu', en: 'whose country of production is known' },
  language: { fr: 'dont la langue originale est connue', en: 'whose original language is known' },
  spoken: { fr: 'dont les langues parlées sont connues', en: 'whose spoken languages are known' },
};
const unknownFacts: Readonly<Record<ShareKind, Bilingual>> = {
  genre: { fr: 'le genre', en: 'the genre' },
  country: { fr: 'le pays', en: 'the country' },
  language: { fr: 'la langue', en: 'the language' },
  spoken: { fr: 'la langue', en: 'the language' },
};
export const knownWords = (kind: ShareKind, say: Speech): string => say.pick(known[kind]);

/** Which films: those of a stratum, or of so many votes. */
export const chosenName = ({ stratum, minVotes }: { stratum: Stratum; minVotes: number }, say: Speech): string =>
  stratum === 'all' && minVotes > 0
    ? say.pick({
        fr: `les longs métrages d’au moins ${say.several(minVotes, 'vote', 'votes')}`,
        en: `feature films with at least ${say.several(minVotes, 'vote', 'votes')}`,
      })
    : say.pick(strataNames[stratum]);

/** The same after a number: “37 138 films d’au moins 1 000 votes”. */
export function chosenCount(chosen: { stratum: Stratum; minVotes: number }, say: Speech): string {
  if (chosen.stratum === 'top')
    return say.pick({ fr: 'films, les 100 plus votés de chaque année', en: 'films, the 100 most voted of each year' });
  return chosenName(chosen, say).replace(/^(tous les|les|all) /, '');
}

/** The same after the number one. */
export const chosenOne = (chosen: { stratum: Stratum; minVotes: number }, say: Speech): string =>
  chosen.stratum === 'top'
    ? say.pick({ fr: 'film des 100 plus votés de chaque année', en: 'film of the 100 most voted of each year' })
    : chosenCount(chosen, say)
        .replace(/^longs métrages/, 'long métrage')
        .replace(/^(feature )?films/, '$1film');

export const decadeName = ({ from, to }: Pick<Decade, 'from' | 'to'>): string => spanName({ from, to });

const most = 3;
const size = ({ change }: CodeShares): number => Math.abs(change?.value ?? 0);

/** Codes that moved most, up and down: the ones that sentences name. */
export function movers({ codes }: Pick<MeasuredShares, 'codes'>): { rose: CodeShares[]; fell: CodeShares[] } {
  const of = (way: 'rose' | 'fell'): CodeShares[] =>
    codes
      .filter(({ move }) => move === way)
      .toSorted((a, b) => size(b) - size(a))
      .slice(0, most);
  return { rose: of('rose'), fell: of('fell') };
}

/** “crime (from 21% to 14%, 7 points less, 5 to 8)”. */
export function changeWords(
  name: string,
  { earlier, later, change }: { earlier: Estimate; later: Estimate; change: Difference },
  say: Speech,
): string {
  const points = say.number(Math.abs(change.value) * 100, 1);
  const down = change.value < 0;
  const range = say.range((down ? -change.high : change.low) * 100, (down ? -change.low : change.high) * 100, 1);
  return say.pick({
    fr: `${name} (de ${say.percent(earlier.value)} à ${say.percent(later.value)}, ${points} points de ${down ? 'moins' : 'plus'}, intervalle ${range})`,
    en: `${name} (from ${say.percent(earlier.value)} to ${say.percent(later.value)}, ${points} points ${down ? 'less' : 'more'}, interval ${range})`,
  });
}

/** The leader of the last decade, what rose and fell, and whether other films say the same. */
export function shareSentences(measured: MeasuredShares, kind: ShareKind, say: Speech): string[] {
  const { decades, codes, compared, short } = measured;
  const newest = decades.at(-1);
  if (newest === undefined) return tooFewShares(measured, kind, say);
  const last = decades.length - 1;
  const [leader] = codes.toSorted((a, b) => (b.shares[last]?.value ?? 0) - (a.shares[last]?.value ?? 0));
  const lead = leader?.shares[last];
  const films = chosenName(measured, say);
  const sentences =
    leader === undefined || lead === undefined
      ? []
      : [
          say.pick({
            fr: `Parmi ${films}, ${knownWords(kind, say)}, ${newest.from}-${newest.to}\u00a0: en tête, ${codeName(kind, leader.code, say)}, ${say.percent(lead.value)} des films (intervalle à 95\u00a0%\u00a0: ${say.percentRange(lead.low, lead.high)}).`,
            en: `Among ${films}, ${knownWords(kind, say)}, ${newest.from}-${newest.to}: first comes ${codeName(kind, leader.code, say)}, ${say.percent(lead.value)} of the films (95% interval: ${say.percentRange(lead.low, lead.high)}).`,
          }),
        ];
  const cut = short.map((span) => shortSpanSentence(span, say));
  if (compared === null)
    return [
      ...sentences,
      ...(cut.length > 0
        ? cut
        : [
            say.pick({
              fr: `Aucune comparaison n’est possible\u00a0: parmi les films choisis, une seule décennie en a au moins ${leastInDecade}.`,
              en: `No comparison is possible: among the films chosen, one decade only has at least ${leastInDecade}.`,
            }),
          ]),
    ];
  const { rose, fell } = movers(measured);
  const [base, end] = [decades.indexOf(compared.base), decades.indexOf(compared.newest)];
  const told = (list: readonly CodeShares[]): string =>
    say.list(
      list.flatMap((one) => {
        const [earlier, later] = [one.shares[base], one.shares[end]];
        if (earlier === undefined || later === undefined || one.change === null) return [];
        return [changeWords(codeName(kind, one.code, say), { earlier, later, change: one.change }, say)];
      }),
    );
  const sure = (list: readonly CodeShares[]): string =>
    unknownVerdict(measured, list, { unknown: unknownFacts[kind], name: (code) => codeName(kind, code, say) }, say);
  const span = say.pick({
    fr: `Entre ${decadeName(compared.base)} et ${decadeName(compared.newest)}`,
    en: `Between ${decadeName(compared.base)} and ${decadeName(compared.newest)}`,
  });
  const change = leader?.change ?? null;
  const still =
    leader === undefined || change === null
      ? ''
      : say.pick({
          fr: ` (pour la première, ${codeName(kind, leader.code, say)}, écart en points, intervalle à 95\u00a0%\u00a0: ${say.range(change.low * 100, change.high * 100, 1)})`,
          en: ` (for the first, ${codeName(kind, leader.code, say)}, difference in points, 95% interval: ${say.range(change.low * 100, change.high * 100, 1)})`,
        });
  if (rose.length > 0)
    sentences.push(
      say.pick({
        fr: `${span}, gagnent du terrain\u00a0: ${told(rose)}${sure(rose)}.`,
        en: `${span}, gaining ground: ${told(rose)}${sure(rose)}.`,
      }),
    );
  if (fell.length > 0)
    sentences.push(
      say.pick({
        fr: `${span}, en perdent\u00a0: ${told(fell)}${sure(fell)}.`,
        en: `${span}, losing it: ${told(fell)}${sure(fell)}.`,
      }),
    );
  if (rose.length + fell.length === 0)
    sentences.push(
      say.pick({
        fr: `${span}, aucune part n’a bougé de façon mesurable${still}.`,
        en: `${span}, no share has measurably moved${still}.`,
      }),
    );
  return [...sentences, ...elsewhereSentence(measured, kind, say), ...cut];
}

function elsewhereSentence(measured: MeasuredShares, kind: ShareKind, say: Speech): string[] {
  const { rose, fell } = movers(measured);
  const named = [...rose, ...fell];
  if (named.length === 0 || measured.elsewhere.length === 0) return [];
  const holds = named.filter(({ code, move }) => measured.elsewhere.every(({ moves }) => moves.get(code) === move));
  const names = (list: readonly CodeShares[]): string => say.list(list.map(({ code }) => codeName(kind, code, say)));
  const others = measured.elsewhere.map(({ stratum }) => say.pick(strataNames[stratum]));
  const opposed = named.filter(({ code, move }) =>
    measured.elsewhere.some(({ moves }) => moves.get(code) === (move === 'rose' ? 'fell' : 'rose')),
  );
  // Where nothing is measured the move may be there all the same.
  const open = named.filter((one) => !holds.includes(one) && !opposed.includes(one));
  const among = say.list(others);
  if (holds.length === named.length)
    return [
      say.pick({
        fr: `Ces mouvements se retrouvent parmi ${among}.`,
        en: `The same moves are found among ${among}.`,
      }),
    ];
  const told = say
    .pick({
      fr: [
        [
          opposed,
          `tout dépend des films regardés pour ${names(opposed)}\u00a0: le mouvement va dans l’autre sens ailleurs`,
        ],
        [open, `pour ${names(open)}, le mouvement n’est pas établi partout`],
        [holds, `il se retrouve pour ${names(holds)}`],
      ] as const,
      en: [
        [
          opposed,
          `it depends on which films are looked at for ${names(opposed)}: elsewhere the move goes the other way`,
        ],
        [open, `for ${names(open)} the move is not established everywhere`],
        [holds, `it is found again for ${names(holds)}`],
      ] as const,
    })
    .flatMap(([list, words]) => (list.length === 0 ? [] : [words]));
  return [
    say.pick({
      fr: `Parmi ${among}, ${told.join('\u00a0; ')}.`,
      en: `Among ${among}, ${told.join('; ')}.`,
    }),
  ];
}

/** Below so many films, nothing is said of all decades together either. */
const leastOverall = 100;

/** When no decade has enough films: what all of them are together, if they are enough. */
function tooFewShares(measured: MeasuredShares, kind: ShareKind, say: Speech): string[] {
  const { known: count, withoutVotes, stratum, minVotes, overall } = measured;
  if (withoutVotes && (stratum !== 'all' || minVotes > 0))
    return [
      say.pick({
        fr: 'Ce catalogue n’a aucun vote\u00a0: il ne peut pas choisir les films d’après leurs votes.',
        en: 'This catalogue has no votes: it cannot choose films by their votes.',
      }),
    ];
  const few = say.pick({
    fr: `Trop peu de films pour parler de parts${count < leastOverall ? '' : ' décennie par décennie'}\u00a0: ${say.several(count, 'film choisi', 'films choisis')} ${knownWords(kind, say)}, et il en faut ${leastInDecade} dans une décennie.`,
    en: `Too few films to speak of shares${count < leastOverall ? '' : ' decade by decade'}: ${say.several(count, 'film chosen', 'films chosen')} ${knownWords(kind, say)}, and ${leastInDecade} in one decade are needed.`,
  });
  if (count < leastOverall) return [few];
  const told = say.list(
    overall.map(
      ({ code, share: { value, low, high } }) =>
        `${codeName(kind, code, say)} (${say.percent(value)}, ${say.pick({ fr: 'intervalle', en: 'interval' })} ${say.percentRange(low, high)})`,
    ),
  );
  const films = chosenName(measured, say);
  const start = withoutVotes
    ? say.pick({ fr: 'Ce catalogue n’a aucun vote. ', en: 'This catalogue has no votes. ' })
    : '';
  return [
    say.pick({
      fr: `${start}Parmi ${films}, toutes décennies ensemble, viennent en tête\u00a0: ${told}.`,
      en: `${start}Among ${films}, all decades together, the first are ${told}.`,
    }),
    few,
  ];
}
