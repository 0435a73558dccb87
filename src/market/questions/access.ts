import { access } from '#market/compute/access.ts';
import { countryRoads, type Place, type Roads } from '#market/compute/drive-minutes.ts';
import { around } from '#market/around.ts';
import { both } from '#market/questions/both.ts';
import type { Computed, Value } from '#market/questions/question.ts';
import type { MarketBook } from '#market/types.ts';

/** Minutes that people are counted within. */
export const accessLimits = [10, 15, 20, 25, 30, 40] as const;
/** A multiplex has at least so many screens, for the CNC. */
export const multiplexScreens = 8;

/** Slower and faster roads, straighter and more winding ones: what the estimate depends on. */
export const roadRange = { speeds: [45, 55, 65], detours: [1.2, 1.35, 1.5] } as const;

/** How many people live near a screen of the department, and near a multiplex anywhere. */
export const accessQuestion: Computed = {
  name: 'access',
  question: {
    fr: 'Combien de gens vivent à moins de tant de minutes d’un écran\u00a0?',
    en: 'How many people live within so many minutes of a screen?',
  },
  formula: {
    fr: `A(t) = habitants des communes dont le centre est à t minutes au plus du cinéma fixe le plus proche / habitants. Minutes = distance à vol d’oiseau × 1,35 à 55 km/h, plus 3, arrondies. Fourchette\u00a0: de 45 à 65 km/h et de 1,2 à 1,5.`,
    en: 'A(t) = people of the communes whose centre is at most t minutes from the nearest fixed cinema / people. Minutes = great circle × 1.35 at 55 km/h, plus 3, rounded. Range: from 45 to 65 km/h and from 1.2 to 1.5.',
  },
  citations: [{ text: 'R. W. Sinnott, Virtues of the Haversine, Sky and Telescope 68 (1984)', url: null }],
  cautions: [
    {
      fr: 'Aucune route n’est regardée\u00a0: un itinéraire réel peut être plus court ou plus long de plusieurs minutes.',
      en: 'No road is looked at: a real journey may be shorter or longer by several minutes.',
    },
  ],
  needs: {
    fr: 'les communes du département et les cinémas (fichiers de l’INSEE et du CNC, contours GeoJSON)',
    en: 'the department’s communes and the cinemas (files of INSEE and CNC, GeoJSON outlines)',
  },
  compute(book) {
    const { communes, fixed, neighbours } = around(book);
    const [first] = communes;
    const [one] = fixed;
    if (first === undefined || one === undefined) return null;
    const large = [...fixed, ...neighbours].filter(({ screens }) => screens >= multiplexScreens);
    const near = access(communes, fixed, accessLimits);
    return {
      year: first.year,
      reliability: 'D',
      used: [
        { id: `communes.${book.home.department}`, year: first.year },
        ...fixed.map(({ id, year }) => ({ id: `cinema.${id}.screens`, year })),
        ...large.map(({ id, year }) => ({ id: `cinema.${id}.screens`, year })),
      ],
      values: [
        {
          key: 'mean',
          label: both('minutes en moyenne', 'minutes on average'),
          value: near.mean,
          unit: 'min',
          ...range((roads) => access(communes, fixed, [], roads).mean),
        },
        ...shares('within', communes, fixed, both('d’un cinéma fixe', 'of a fixed cinema')),
        ...(large.length === 0 ? [] : shares('multiplex', communes, large, both('d’un multiplexe', 'of a multiplex'))),
      ],
    };
  },
};

type Communes = MarketBook['communes'];

function shares(key: string, communes: Communes, places: readonly Place[], of: Computed['question']): Value[] {
  const known = access(communes, places, accessLimits).within;
  const others = roads.map((one) => access(communes, places, accessLimits, one).within);
  return known.map(({ minutes, share }, at) => {
    const all = others.map((within) => within[at]?.share ?? share);
    return {
      key: `${key}/${minutes}`,
      label: both(`à ${minutes} minutes au plus ${of.fr}`, `at most ${minutes} minutes from ${of.en.slice(3)}`),
      value: share,
      unit: 'share',
      low: Math.min(share, ...all),
      high: Math.max(share, ...all),
    };
  });
}

function range(measure: (roads: Roads) => number): { low: number; high: number } {
  const all = roads.map(measure);
  return { low: Math.min(...all), high: Math.max(...all) };
}

const roads: readonly Roads[] = roadRange.speeds.flatMap((speed) =>
  roadRange.detours.map((detour) => ({ ...countryRoads, speed, detour })),
);
