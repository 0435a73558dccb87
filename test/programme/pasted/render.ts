import * as fc from 'fast-check';

/** A programme to render: days, titles, showings. */
interface Programme {
  readonly titles: readonly string[];
  readonly days: readonly number[];
  readonly showings: readonly {
    readonly title: number;
    readonly day: number;
    readonly minutes: number;
    readonly mark: string;
  }[];
  /** How days, hours and the joints between hours are written. */
  readonly style: {
    readonly day: number;
    readonly hour: number;
    readonly joint: number;
    readonly pad: number;
    readonly dash: string;
  };
}

export const renderings = [
  'tabs',
  'bars',
  'semicolons',
  'columns',
  'word',
  'quoted',
  'lines',
  'days left',
  'titles inside',
  'hours left',
] as const;

const titles = [
  'Playtime',
  'Fargo',
  'Ma vie de Courgette',
  'Sa Majesté des mouches',
  'Vivement dimanche !',
  'Cléo de 5 à 7',
  '12h08 à l’est de Bucarest',
  '2 ou 3 choses que je sais d’elle',
  'La Salle des profs',
  '24 heures de la vie d’une femme',
  'Ma 6-T va crack-er',
  '3h10 pour Yuma',
  'De rouille et d’os',
  'Lu et approuvé',
  '12 hommes en colère',
  'Le Jour se lève',
  'Avec amour et acharnement',
  'Stand by me',
  'Mardi, après Noël',
  'Jeudi 12',
  'X',
  'Les 400 coups',
  'Relâche',
  'La Maman et la Putain - 2',
];
const marks = ['', '', '', 'VF', 'VOST', 'SME', 'VF 3D'];

export const programmes: fc.Arbitrary<Programme> = fc
  .record({
    titles: fc.uniqueArray(fc.constantFrom(...titles), { minLength: 1, maxLength: 5 }),
    days: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 2, maxLength: 7 }),
    wishes: fc.array(
      fc.record({
        title: fc.nat(4),
        day: fc.nat(6),
        minutes: fc.constantFrom(600, 840, 870, 1020, 1080, 1230, 1275),
        mark: fc.constantFrom(...marks),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    style: fc.record({
      day: fc.nat(5),
      hour: fc.nat(3),
      joint: fc.nat(3),
      pad: fc.integer({ min: 2, max: 6 }),
      dash: fc.constantFrom('', '-', '–', 'x'),
    }),
  })
  .map(({ titles: all, days, wishes, style }) => {
    const seen = new Set<string>();
    const showings = wishes
      .map((one) => ({ ...one, title: one.title % all.length, day: one.day % days.length }))
      .filter(
        ({ title, day, minutes }) => !seen.has(`${title} ${day} ${minutes}`) && seen.add(`${title} ${day} ${minutes}`),
      )
      .toSorted((a, b) => a.minutes - b.minutes);
    return { titles: all, days: days.toSorted((a, b) => a - b), showings, style };
  });

const wednesday = Temporal.PlainDate.from('2026-11-25');
const words = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'];

const dayText = ({ days, style }: Programme, at: number): string => {
  const date = wednesday.add({ days: days[at] ?? 0 });
  const word = words[date.dayOfWeek - 1] ?? '';
  const month = date.month === 11 ? 'novembre' : 'décembre';
  return (
    [
      `${word.slice(0, 3)} ${date.day}`,
      `${word.slice(0, 2)} ${date.day}`,
      `${word.slice(0, 3).toLowerCase()}. ${date.day}/${date.month}`,
      `${word} ${date.day} ${month}`,
      `${word.toUpperCase()} ${date.day}`,
      `${date.day}/${date.month}`,
    ][style.day] ?? ''
  );
};
const hourText = ({ style }: Programme, minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const two = String(rest).padStart(2, '0');
  return (
    [`${hours}h${rest === 0 ? '' : two}`, `${hours}:${two}`, `${hours} h ${two}`, `${hours}H${two}`][style.hour] ?? ''
  );
};

/** What a programme says, a line a showing. */
export const meant = ({ titles: all, days, showings }: Programme): string[] =>
  showings.map(({ title, day, minutes, mark }) => {
    const date = wednesday.add({ days: days[day] ?? 0 });
    const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
    const said = { '': '', VF: 'vf', VOST: 'vost', SME: 'sme', 'VF 3D': 'vf 3d' }[mark] ?? '';
    return [date.toString().slice(5) + 'T' + time.toString({ smallestUnit: 'minute' }), all[title] ?? '', said]
      .filter((one) => one !== '')
      .join(' ');
  });

/** A programme as people paste it. */
export function render(kind: (typeof renderings)[number], programme: Programme): string {
  const { days, showings, style } = programme;
  // under days, on a line of its own, it is an hour and a title
  const all = kind === 'lines' ? programme.titles.map((title) => title.replace(/^\d+h\d+ /, '')) : programme.titles;
  const heads = days.map((_, at) => dayText(programme, at));
  const joints = [' / ', ' ', kind === 'quoted' || kind === 'word' ? '\n' : ' / ', kind === 'semicolons' ? ' ' : ', '];
  const cell = (of: (one: (typeof showings)[number]) => boolean, titled: boolean, timed = true): string => {
    const said = showings
      .filter(of)
      .map(({ title, minutes, mark }) =>
        [timed ? hourText(programme, minutes) : '', titled ? (all[title] ?? '') : '', mark]
          .filter((one) => one !== '')
          .join(' '),
      )
      .join(timed ? (joints[style.joint] ?? ' / ') : style.joint === 3 ? ', ' : ' / ');
    return said === '' ? style.dash : said;
  };
  const films = all.map((name, title) => [
    name,
    ...days.map((_, day) => cell((one) => one.title === title && one.day === day, false)),
  ]);
  if (kind === 'tabs') return rows([['Film', ...heads], ...films], '\t');
  if (kind === 'bars')
    return rows(
      [['', ...heads], ...films].map((row) => ['', ...row, '']),
      '|',
    );
  if (kind === 'semicolons') return rows([['Film', ...heads], ...films], ';');
  if (kind === 'word') return rows([['Film', ...heads.map((head) => head.replace(' ', '\n'))], ...films], '\t');
  if (kind === 'quoted')
    return rows(
      [['', ...heads], ...films].map((row) => row.map((text) => (text.includes('\n') ? `"${text}"` : text))),
      '\t',
    );
  if (kind === 'columns') return aligned([['', ...heads], ...films], style.pad);
  if (kind === 'lines')
    return [
      ...heads,
      ...films.flatMap(([name = '', ...cells]) => ['', name, ...cells.map((text) => text || '-')]),
    ].join('\n');
  if (kind === 'days left')
    return rows(
      [
        ['', ...all],
        ...heads.map((head, day) => [
          head,
          ...all.map((_, at) => cell((one) => one.title === at && one.day === day, false)),
        ]),
      ],
      '\t',
    );
  if (kind === 'titles inside') return rows([heads, heads.map((_, day) => cell((one) => one.day === day, true))], '\t');
  const hours = [...new Set(showings.map(({ minutes }) => minutes))].toSorted((a, b) => a - b);
  return rows(
    [
      ['', ...heads],
      ...hours.map((minutes) => [
        hourText(programme, minutes),
        ...days.map((_, day) => cell((one) => one.minutes === minutes && one.day === day, true, false)),
      ]),
    ],
    '\t',
  );
}

const rows = (all: readonly (readonly string[])[], separator: string): string =>
  all.map((row) => row.join(separator === '|' ? ' | ' : separator).trimEnd()).join('\n');

function aligned(all: readonly (readonly string[])[], pad: number): string {
  const widths = (all[0] ?? []).map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)) + pad);
  return all
    .map((row) =>
      row
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
