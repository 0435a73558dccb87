import type { JSX } from 'preact';
import type { DotChart } from '#charts/chart.ts';
import type { Value } from '#market/computed.ts';
import { ids } from '#market/figure-ids.ts';
import { bars, colon } from '#web/study/bars.ts';
import { evidence } from '#web/study/evidence.tsx';
import { fill, paragraph } from '#web/study/fill.tsx';
import type { Section, Study } from '#web/study/study.tsx';
import { written } from '#web/study/written.ts';
import { zoneToWin } from '#web/study/zones.ts';

/** Estimates of entries are said to the thousand. */
export const thousand = { round: 1000 } as const;

/** What it implies: the potential by age, what comes of it, and what the country and distance leave. */
export function potentialSection(study: Study): Section | null {
  const { words, department, at } = study;
  const { potential: said } = words;
  const perHead = study.value('age-potential', 'per-head');
  const france = study.row(ids.attendanceIndex('FR'));
  if (perHead === null) return null;
  const here = study.row(ids.attendanceIndex(department));
  const isShort =
    here !== null &&
    france !== null &&
    here.value < 0.9 * france.value &&
    (perHead.low ?? perHead.value) > 1.1 * here.value;
  const range = (name: string, key: string, options = {}) => ({
    low: study.val(name, key, { ...options, end: 'low' }),
    high: study.val(name, key, { ...options, end: 'high' }),
  });
  return {
    id: 'potentiel',
    title: said.title,
    body: [
      paragraph(
        fill((isShort ? said.age.notAge : said.age.other)(at), {
          ...range('age-potential', 'per-head', { digits: 2 }),
          france: study.fig(ids.attendanceIndex('FR'), { digits: 2 }),
          here: study.fig(ids.attendanceIndex(department), { digits: 2 }),
        }),
        (perHead.low ?? perHead.value) < perHead.value
          ? fill(said.range, range('age-potential', 'entries', thousand))
          : null,
      ),
      paragraph(
        fill(said.coverage, {
          entries: study.fig(ids.entriesMillions(department)),
          ...range('coverage', 'coverage', { digits: 0 }),
        }),
        fill(said.rural, { factor: study.val('coverage', 'rural', { digits: 0 }) }),
        fill(said.expected, range('coverage', 'expected', thousand)),
        ...conclusion(study, said.versus),
      ),
      expectedChart(study),
      ageChart(study),
    ],
  };
}

/** What the entries say beside those that are expected, and where there is more to win; nothing when either is unknown. */
export function conclusion(study: Study, versus: Readonly<Record<Besides, string>>): JSX.Element[] {
  const { words, say, department } = study;
  const { growth } = words.potential;
  const entries = study.row(ids.entriesMillions(department));
  const expected = study.value('coverage', 'expected');
  if (entries === null || expected === null) return [];
  const where = besides(1e6 * entries.value, expected);
  const zone = zoneToWin(study);
  const parts = [
    growth.often,
    ...(zone === null ? [] : [growth.zone(study.place(zone.cinema.commune))]),
    ...(study.value('leakage', 'leakage') === null ? [] : [growth.away]),
  ];
  const said = <>{versus[where]}</>;
  return where === 'below' ? [said] : [said, <>{words.summary.potential.growth(say.list(parts))}</>];
}

type Besides = 'above' | 'within' | 'below';

const besides = (sold: number, { value, low = value, high = value }: Value): Besides =>
  sold > high ? 'above' : sold < low ? 'below' : 'within';

function expectedChart(study: Study) {
  const { words, department, say } = study;
  const { potential: said } = words;
  const entries = study.row(ids.entriesMillions(department));
  const expected = study.value('coverage', 'expected');
  const potential = study.value('age-potential', 'entries');
  if (entries === null || potential === null) return null;
  const sold = 1e6 * entries.value;
  const rows = [
    { name: `${said.rows.observed} (${entries.year})`, best: sold, x: sold, from: sold, to: sold },
    ...(expected === null ? [] : [{ name: said.rows.expected, best: expected.value, ...ranged(expected) }]),
    // a ceiling has no likeliest value: its dot stands in the middle
    { name: said.rows.potential, best: null, ...ranged(potential), x: middleOf(potential) },
  ];
  const amount = (value: number): string => written(value, '', say, thousand);
  const chart: DotChart = {
    kind: 'dot',
    title: said.chart,
    description: said.told,
    language: say.language,
    x: { title: said.entries },
    dots: rows.map(({ best, ...row }) => {
      const range = words.range(amount(row.from), amount(row.to));
      const told = row.from === row.to ? amount(row.x) : best === null ? range : `${amount(best)} (${range})`;
      return { ...row, label: `${row.name}${say.pick(colon)}${told}` };
    }),
  };
  return evidence(study, {
    used: [{ id: entries.id, year: entries.year }],
    computed: ['age-potential', ...(expected === null ? [] : ['coverage'])],
    chart,
    table: {
      name: 'expected',
      title: said.chart,
      columns: [
        { key: 'what', title: words.what, kind: 'text' },
        { key: 'entries', title: said.entries, kind: 'number' },
        { key: 'low', title: words.low, kind: 'number' },
        { key: 'high', title: words.high, kind: 'number' },
      ],
      rows: rows.map(({ name, best, from, to }) => [name, best, from, to]),
    },
  });
}

const middleOf = ({ value, low = value, high = value }: Value): number => (low + high) / 2;

const ranged = ({ value, low = value, high = value }: Value) => ({
  x: value,
  from: low,
  to: high,
});

function ageChart(study: Study) {
  const { words, say } = study;
  const { potential: said } = words;
  const answer = study.answer('age-potential');
  const spans = (answer?.values ?? []).flatMap(({ key, label }) =>
    key.startsWith('entries/') ? [{ span: key.slice('entries/'.length), name: label[say.language] }] : [],
  );
  if (spans.length === 0) return null;
  const of = (part: string, span: string): number => study.value('age-potential', `${part}/${span}`)?.value ?? 0;
  return evidence(study, {
    computed: ['age-potential'],
    chart: bars(study, {
      title: said.ageChart,
      told: said.ageTold,
      category: said.age3,
      axis: { title: said.entries },
      bars: spans.map(({ span, name }) => ({ name, value: of('entries', span) })),
      digits: 0,
    }),
    table: {
      name: 'potential-by-age',
      title: said.ageChart,
      columns: [
        { key: 'age', title: said.age3, kind: 'text' },
        { key: 'people', title: said.people, kind: 'number' },
        { key: 'viewers', title: said.viewers, kind: 'number' },
        { key: 'entries', title: said.entries, kind: 'number' },
      ],
      rows: spans.map(({ span, name }) => [name, of('people', span), of('viewers', span), of('entries', span)]),
    },
  });
}
