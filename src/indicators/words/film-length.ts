import type { Stratum } from '#indicators/filters.ts';
import type { Move } from '#indicators/parts/difference.ts';
import type { Comparison } from '#indicators/parts/length-strata.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

export const strataNames: Readonly<Record<Stratum, Bilingual>> = {
  all: { fr: 'tous les longs métrages', en: 'all feature films' },
  voted: { fr: 'les films d’au moins 1\u202f000 votes', en: 'films with at least 1,000 votes' },
  top: { fr: 'les 100 films les plus votés de l’année', en: 'the 100 most voted films of each year' },
};

const amongFr: Readonly<Record<Stratum, string>> = {
  all: 'Parmi tous les longs métrages',
  voted: 'Parmi les films d’au moins 1\u202f000 votes',
  top: 'Parmi les 100 films les plus votés de chaque année',
};
const amongEn: Readonly<Record<Stratum, string>> = {
  all: 'Among all feature films',
  voted: 'Among films with at least 1,000 votes',
  top: 'Among the 100 most voted films of each year',
};

/** “98 min in 1986–1995, 113 min in 2016–2025”: how one stratum's median moved between two periods. */
export function movedSentence(
  stratum: Stratum,
  { earlier, later, change }: Comparison,
  move: Move,
  say: Speech,
): string {
  const [a, b] = [minutes(earlier.median.value, say), minutes(later.median.value, say)];
  const [before, after] = [`${earlier.from}-${earlier.to}`, `${later.from}-${later.to}`];
  const size = minutes(Math.abs(change.value), say);
  const signed = minutes(change.value, say);
  const ends = move === 'fell' ? [-change.high, -change.low] : [change.low, change.high];
  const range = say.range(ends[0] ?? 0, ends[1] ?? 0);
  return say.pick({
    fr: {
      rose: `${amongFr[stratum]}, la durée médiane est passée de ${a} (${before}) à ${b} (${after})\u00a0: ${size} de plus (intervalle à 95\u00a0%\u00a0: ${range}).`,
      fell: `${amongFr[stratum]}, la durée médiane est passée de ${a} (${before}) à ${b} (${after})\u00a0: ${size} de moins (intervalle à 95\u00a0%\u00a0: ${range}).`,
      same: `${amongFr[stratum]}, la durée médiane n’a pas bougé de façon mesurable\u00a0: ${a} (${before}), puis ${b} (${after}), écart de ${signed} (intervalle à 95\u00a0%\u00a0: ${range}).`,
    },
    en: {
      rose: `${amongEn[stratum]}, the median length went from ${a} (${before}) to ${b} (${after}): ${size} longer (95% interval: ${range}).`,
      fell: `${amongEn[stratum]}, the median length went from ${a} (${before}) to ${b} (${after}): ${size} shorter (95% interval: ${range}).`,
      same: `${amongEn[stratum]}, the median length did not measurably move: ${a} (${before}), then ${b} (${after}), a difference of ${signed} (95% interval: ${range}).`,
    },
  })[move];
}

/** Whether the strata that can be compared answer alike, of `strata` that are told. */
export function agreementSentence(moves: ReadonlyMap<Stratum, Move>, strata: number, say: Speech): string {
  const [first] = moves.values();
  const alike = [...moves.values()].every((move) => move === first);
  if (alike && moves.size === strata)
    return say.pick({
      fr: {
        rose: 'Toutes les façons de choisir les films s’accordent\u00a0: les films sont plus longs qu’une trentaine d’années plus tôt.',
        fell: 'Toutes les façons de choisir les films s’accordent\u00a0: les films sont plus courts qu’une trentaine d’années plus tôt.',
        same: 'Aucune façon de choisir les films ne montre de changement mesurable de la durée en une trentaine d’années\u00a0; les intervalles disent ce qui peut avoir échappé.',
      },
      en: {
        rose: 'Whichever films are looked at, the answer is the same: films are longer than about thirty years before.',
        fell: 'Whichever films are looked at, the answer is the same: films are shorter than about thirty years before.',
        same: 'No choice of films shows a measurable change of length over about thirty years; the intervals tell what may have been missed.',
      },
    })[first ?? 'same'];
  const parts = (['fell', 'same', 'rose'] as const).flatMap((move) => {
    const names = [...moves].filter(([, one]) => one === move).map(([stratum]) => say.pick(strataNames[stratum]));
    if (names.length === 0) return [];
    const verb = say.pick({
      fr: { rose: 'monte', fell: 'baisse', same: 'ne bouge pas de façon mesurable' },
      en: { rose: 'rises', fell: 'falls', same: 'does not measurably move' },
    })[move];
    return [say.pick({ fr: `${verb} pour ${say.list(names)}`, en: `${verb} for ${say.list(names)}` })];
  });
  // That one choice of films shows nothing is no proof that it differs from another: only opposite moves are.
  const opposed = [...moves.values()].includes('rose') && [...moves.values()].includes('fell');
  return say.pick({
    fr: `${opposed ? 'La réponse dépend des films que l’on regarde\u00a0: en' : 'En'} une trentaine d’années, la durée médiane ${parts.join(', ')}.`,
    en: `${opposed ? 'The answer depends on which films are looked at: over' : 'Over'} about thirty years the median length ${parts.join(', ')}.`,
  });
}

/** The lines that follow the medians, and the years in which one gives way to the next. */
export function linesSentence(
  stratum: Stratum,
  stretches: readonly { readonly from: number; readonly to: number; readonly slope: number }[],
  say: Speech,
): string | null {
  if (stretches.length < 2) return null;
  const told = stretches.map(({ from, to, slope }) => {
    const decade = say.number(Math.abs(slope * 10), 1);
    const way = Math.abs(slope * 10) < leastSlope ? 'still' : slope > 0 ? 'up' : 'down';
    return say.pick({
      fr: {
        up: `de ${from} à ${to}, elle monte d’environ ${decade}\u00a0min par décennie`,
        down: `de ${from} à ${to}, elle baisse d’environ ${decade}\u00a0min par décennie`,
        still: `de ${from} à ${to}, elle ne change guère (moins de ${leastSlope}\u00a0min par décennie)`,
      },
      en: {
        up: `from ${from} to ${to} it rises by about ${decade} min a decade`,
        down: `from ${from} to ${to} it falls by about ${decade} min a decade`,
        still: `from ${from} to ${to} it hardly changes (less than ${leastSlope} min a decade)`,
      },
    })[way];
  });
  const years = say.list(stretches.slice(1).map(({ from }) => String(from)));
  const name = say.pick(strataNames[stratum]);
  const start = say.pick({
    fr: `Pour ${name}, le rythme auquel la durée médiane évolue change vers ${years}.`,
    en: `For ${name} the pace at which the median length moves changes about ${years}.`,
  });
  const slopes = told.join(say.pick({ fr: '\u00a0; ', en: '; ' }));
  return `${start} ${slopes.charAt(0).toUpperCase()}${slopes.slice(1)}.`;
}

/** Below so many minutes a decade a line is told as flat. */
const leastSlope = 1;

/** The median of all films compares two catalogues, not two times. */
export const unevenSentence = ({ earlier, later }: Comparison, say: Speech): string =>
  say.pick({
    fr: `Ne pas conclure de la médiane de tous les longs métrages\u00a0: la base n’y tient pas les mêmes films d’une période à l’autre. ${say.percent(earlier.voted)} des films de ${earlier.from}-${earlier.to} ont au moins 1\u202f000 votes, ${say.percent(later.voted)} de ceux de ${later.from}-${later.to}\u00a0: plus il y a de films peu vus, plus elle baisse.`,
    en: `Draw no conclusion from the median of all feature films: the database does not hold the same films from one period to the next. ${say.percent(earlier.voted)} of the films of ${earlier.from}-${earlier.to} have at least 1,000 votes, ${say.percent(later.voted)} of those of ${later.from}-${later.to}: the more little-seen films it holds, the lower the median.`,
  });

export const minutes = (value: number, say: Speech): string => `${say.number(Math.round(value))}\u00a0min`;
