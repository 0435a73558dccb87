import { around } from '#market/around.ts';
import { driveMinutes } from '#market/compute/drive-minutes.ts';
import { huffFit, huffGrid, plausible, type HuffFit, type HuffWorld } from '#market/compute/huff-fit.ts';
import { usualPower, type HuffPower } from '#market/compute/huff.ts';
import { both, name } from '#market/questions/both.ts';
import type { Answer, Computed, Used } from '#market/questions/question.ts';
import type { Cinema, MarketBook } from '#market/types.ts';

/** The world of the model, made once a book. */
export interface HuffGround {
  readonly world: HuffWorld;
  /** The compared ones first. */
  readonly cinemas: readonly Cinema[];
  readonly compared: number;
  readonly grid: readonly HuffFit[];
  readonly used: readonly Used[];
  readonly year: number;
}

/** Who goes where by size and time, beside what was sold. */
export const huffQuestion: Computed = {
  name: 'huff',
  question: {
    fr: 'Comment la taille des cinémas et le temps de trajet partagent-ils le public\u00a0?',
    en: 'How do the size of cinemas and the time to reach them share the audience out?',
  },
  formula: {
    fr: 'p(commune, cinéma) = écrans^α × minutes^-β / Σ des cinémas. Erreur = racine de la moyenne des carrés des écarts entre parts estimées et parts des entrées, en points. Fourchettes\u00a0: les couples de la grille (α de 0,6 à 1,4, β de 1 à 3) que les données ne séparent pas du meilleur, au seuil de 95\u00a0%.',
    en: 'p(commune, cinema) = screens^α × minutes^-β / Σ over cinemas. Error = root mean square of the differences between modelled shares and shares of entries, in points. Ranges: the pairs of the grid (α 0.6 to 1.4, β 1 to 3) that the data cannot tell from the best, at 95%.',
  },
  citations: [
    {
      text: 'D. L. Huff, A Probabilistic Analysis of Shopping Center Trade Areas, Land Economics 39 (1963)',
      url: 'https://doi.org/10.2307/3144521',
    },
    {
      text: 'D. M. Bates & D. G. Watts, Nonlinear Regression Analysis and Its Applications (1988), section 6.1',
      url: null,
    },
  ],
  cautions: [
    {
      fr: 'Quelques cinémas ne suffisent pas à trouver α et β\u00a0: plusieurs couples vont aussi bien. La fourchette dit ce que l’on ignore.',
      en: 'A few cinemas cannot tell what α and β are: several pairs fit as well. The range says what is not known.',
    },
  ],
  needs: {
    fr: 'les communes et les cinémas du département et des alentours (fichiers de l’INSEE et du CNC)',
    en: 'the communes and the cinemas of the department and around (files of INSEE and CNC)',
  },
  compute: (book) => huffAnswer(book),
};

/** The answer for chosen powers; null when the book lacks communes, or has fewer than two cinemas to compare. */
export function huffAnswer(book: MarketBook, power: HuffPower = usualPower): Answer | null {
  const ground = huffGround(book);
  if (ground === null) return null;
  const fit = huffFit(ground.world, power);
  const alike = [fit, ...plausible(ground.grid, ground.compared)];
  const [best = fit] = ground.grid.toSorted((a, b) => a.error - b.error);
  const sold = ground.world.entries.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const share = ({ captured }: HuffFit, at: number): number =>
    (captured[at] ?? 0) / captured.slice(0, ground.compared).reduce((sum, one) => sum + one, 0);
  const people = ground.world.people.reduce((sum, one) => sum + one, 0);
  const span = (measure: (one: HuffFit) => number): { low: number; high: number } => ({
    low: Math.min(...alike.map(measure)),
    high: Math.max(...alike.map(measure)),
  });
  return {
    year: ground.year,
    reliability: 'D',
    used: ground.used,
    values: [
      { key: 'error', label: both('erreur, en points', 'error, in points'), value: fit.error, unit: 'points' },
      { key: 'best-alpha', label: both('α du meilleur couple', 'α of the best pair'), value: best.alpha, unit: '' },
      { key: 'best-beta', label: both('β du meilleur couple', 'β of the best pair'), value: best.beta, unit: '' },
      {
        key: 'best-error',
        label: both('erreur du meilleur couple', 'error of the best pair'),
        value: best.error,
        unit: 'points',
      },
      ...ground.cinemas.slice(0, ground.compared).flatMap((cinema, at) => [
        {
          key: `share/${cinema.id}`,
          label: named(cinema),
          value: share(fit, at),
          unit: 'share',
          ...span((one) => share(one, at)),
        },
        { key: `sold/${cinema.id}`, label: named(cinema), value: cinema.entries / sold, unit: 'share' },
      ]),
      ...ground.cinemas.flatMap((cinema, at) => {
        const drawn = (one: HuffFit): number => (one.captured[at] ?? 0) / people;
        return [{ key: `drawn/${cinema.id}`, label: named(cinema), value: drawn(fit), unit: 'share', ...span(drawn) }];
      }),
    ],
  };
}

const named = (cinema: Cinema) => name(`${cinema.name}, ${cinema.communeName}`);

const grounds = new WeakMap<MarketBook, HuffGround | null>();

/** The world around the book's home, and the grid of fits, kept as long as the book. */
export function huffGround(book: MarketBook): HuffGround | null {
  const known = grounds.get(book);
  if (known !== undefined) return known;
  const made = makeGround(book);
  grounds.set(book, made);
  return made;
}

function makeGround(book: MarketBook): HuffGround | null {
  const { communes, fixed, neighbours } = around(book);
  const compared = fixed.filter(({ screens, entries }) => screens > 0 && entries > 0);
  const [one] = compared;
  const [first] = communes;
  if (compared.length < 2 || first === undefined || one === undefined) return null;
  const cinemas = [...compared, ...neighbours];
  const world: HuffWorld = {
    people: communes.map(({ population }) => population),
    attraction: cinemas.map(({ screens }) => screens),
    minutes: communes.map((commune) => cinemas.map((cinema) => driveMinutes(commune, cinema))),
    entries: cinemas.map(({ entries }, at) => (at < compared.length ? entries : null)),
  };
  return {
    world,
    cinemas,
    compared: compared.length,
    grid: huffGrid(world),
    year: one.year,
    used: [
      { id: `communes.${book.home.department}`, year: first.year },
      ...compared.map(({ id, year }) => ({ id: `cinema.${id}.entries`, year })),
      ...cinemas.map(({ id, year }) => ({ id: `cinema.${id}.screens`, year })),
    ],
  };
}
