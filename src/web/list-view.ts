/** A dial: two steps each way, 0 as it comes. */
export type Step = -2 | -1 | 0 | 1 | 2;

/** A point of the plane of moods, in tenths: -10 to 10 each. */
export interface MoodView {
  /** From sad or dark to bright. */
  readonly valence: number;
  /** From calm to lively. */
  readonly energy: number;
}

/** How a reader wants their lists: the dials, the conditions, the mood. All of it stands in the address. */
export interface ListView {
  /** From the well known to the rare. */
  readonly rare: Step;
  /** From the old to the recent. */
  readonly recent: Step;
  /** From what is close to the films liked to what surprises. */
  readonly far: Step;
  /** Not varied: the plain ranking. */
  readonly plain: boolean;
  /** First and last year. */
  readonly from: number | null;
  readonly to: number | null;
  /** The longest length, minutes. */
  readonly length: number | null;
  /** A genre, as the catalogue names it; these three are not called as the facets of browsing are, for one address may hold both. */
  readonly kind: string | null;
  /** A country of production, ISO 3166-1 alpha-2. */
  readonly land: string | null;
  /** The original language, ISO 639-1. */
  readonly tongue: string | null;
  /** For the whole family. */
  readonly family: boolean;
  readonly mood: MoodView | null;
}

export type ViewName = Exclude<keyof ListView, 'mood'> | keyof MoodView;

/** A list as it comes. */
export const usualView: ListView = {
  rare: 0,
  recent: 0,
  far: 0,
  plain: false,
  from: null,
  to: null,
  length: null,
  kind: null,
  land: null,
  tongue: null,
  family: false,
  mood: null,
};

export const firstYear = 1880;
export const lastYear = 2100;
export const dialNames = ['rare', 'recent', 'far'] as const;
/** The parts of a view that can be taken away one by one. */
export const viewParts = [
  ...dialNames,
  'plain',
  'years',
  'length',
  'kind',
  'land',
  'tongue',
  'family',
  'mood',
] as const;
export type ViewPart = (typeof viewParts)[number];

/** Reads the view of an address, strictly: what is not understood is left out and named. Years given the wrong way round are turned. */
export function readView(parameters: URLSearchParams): { readonly view: ListView; readonly refused: ViewName[] } {
  const refused: ViewName[] = [];
  const given = <T>(name: ViewName, read: (text: string) => T | null): T | null => {
    const text = parameters.get(name) ?? '';
    if (text === '') return null;
    const value = read(text);
    if (value === null) refused.push(name);
    return value;
  };
  const whole = (low: number, high: number) => (text: string) => {
    const value = /^-?\d{1,4}$/.test(text) ? Number(text) + 0 : Number.NaN;
    return value >= low && value <= high ? value : null;
  };
  const step = (name: ViewName): Step => given(name, (text) => steps.get(text) ?? null) ?? 0;
  const code = (form: RegExp) => (text: string) => (form.test(text) ? text : null);
  const year = whole(firstYear, lastYear);
  const [from, to] = inOrder(given('from', year), given('to', year));
  const tenths = whole(-10, 10);
  const mood = { valence: given('valence', tenths) ?? 0, energy: given('energy', tenths) ?? 0 };
  const view = {
    rare: step('rare'),
    recent: step('recent'),
    far: step('far'),
    plain: given('plain', (text) => yesNo.get(text) ?? null) ?? false,
    from,
    to,
    length: given('length', whole(1, 999)),
    kind: given('kind', code(/^[A-Za-z][A-Za-z-]{1,20}$/)),
    land: given('land', code(/^[A-Z]{2}$/)),
    tongue: given('tongue', code(/^[a-z]{2,3}$/)),
    family: given('family', (text) => yesNo.get(text) ?? null) ?? false,
    mood: isMood(mood) ? mood : null,
  };
  return { view, refused };
}

/** What a view adds to an address: nothing for what is as it comes. */
export function viewPairs(view: ListView): [ViewName, string][] {
  const { rare, recent, far, plain, from, to, length, kind, land, tongue, family, mood } = view;
  const { valence, energy } = mood !== null && isMood(mood) ? mood : { valence: null, energy: null };
  const written: [ViewName, string | number | null][] = [
    ['rare', rare === 0 ? null : rare],
    ['recent', recent === 0 ? null : recent],
    ['far', far === 0 ? null : far],
    ['plain', plain ? 1 : null],
    ['from', from],
    ['to', to],
    ['length', length],
    ['kind', kind],
    ['land', land],
    ['tongue', tongue],
    ['family', family ? 1 : null],
    ['valence', valence],
    ['energy', energy],
  ];
  return written.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
}

/** Whether a view asks for nothing. */
export const isUsual = (view: ListView): boolean => viewPairs(view).length === 0;

/** The parts of a view that ask for something, in the order of the form. */
export const askedParts = (view: ListView): ViewPart[] =>
  viewParts.filter((part) => viewPairs(without(view, part)).length < viewPairs(view).length);

/** The view without one of its parts. */
export function without(view: ListView, part: ViewPart): ListView {
  return part === 'years' ? { ...view, from: null, to: null } : { ...view, [part]: usualView[part] };
}

/** The view without its conditions: the dials and the mood alone. */
export const unconditioned = ({ rare, recent, far, plain, mood }: ListView): ListView => ({
  ...usualView,
  rare,
  recent,
  far,
  plain,
  mood,
});

const steps = new Map<string, Step>([
  ['-2', -2],
  ['-1', -1],
  ['0', 0],
  ['1', 1],
  ['2', 2],
]);
const yesNo = new Map([
  ['0', false],
  ['1', true],
]);

// the middle of the plane is no mood
const isMood = ({ valence, energy }: MoodView): boolean => valence !== 0 || energy !== 0;

const inOrder = (from: number | null, to: number | null): [number | null, number | null] =>
  from !== null && to !== null && from > to ? [to, from] : [from, to];
