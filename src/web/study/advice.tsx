import type { JSX } from 'preact';
import type { DotChart } from '#charts/chart.ts';
import { around } from '#market/around.ts';
import { ids } from '#market/figure-ids.ts';
import { colon } from '#web/study/bars.ts';
import { evidence } from '#web/study/evidence.tsx';
import { farPoints } from '#web/study/films.tsx';
import { fill, paragraph } from '#web/study/fill.tsx';
import type { Section, Study } from '#web/study/study.tsx';
import { monthsOf } from '#web/study/when.tsx';
import { written } from '#web/study/written.ts';
import { zoneToWin } from '#web/study/zones.ts';
import { costRange } from '#market/questions/money.ts';

/** What to do: each piece of advice stands only while the numbers that it follows from say so. */
export function adviceSection(study: Study): Section | null {
  const { words } = study;
  const { advice: said } = words;
  const points = advice(study).filter((one) => one !== null);
  const habits = national(study).filter((one) => one !== null);
  if (points.length + habits.length === 0) return null;
  const range = { low: { end: 'low' as const }, high: { end: 'high' as const } };
  return {
    id: 'faire',
    title: said.title,
    body: [
      ...listed(null, said.lead, points),
      ...listed(said.nationalTitle, said.nationalLead, habits),
      <h3>{said.breakEvenTitle}</h3>,
      paragraph(
        fill(said.breakEven, {
          low: study.val('break-even', 'margin', range.low),
          high: study.val('break-even', 'margin', range.high),
        }),
        receiptSaid(study),
        ...around(study.book).cinemas.map(({ id, name, communeName }) =>
          study.value('break-even', `implied-costs/${id}`) === null
            ? null
            : fill(said.breakEvenKnown(`${name}, ${communeName}`), {
                entries: study.fig(ids.breakEvenEntries(id)),
                low: study.val('break-even', `implied-costs/${id}`, { ...range.low, round: 1000 }),
                high: study.val('break-even', `implied-costs/${id}`, { ...range.high, round: 1000 }),
              }),
        ),
      ),
      breakEvenChart(study),
    ],
  };
}

function listed(title: string | null, lead: string, points: readonly JSX.Element[]): JSX.Element[] {
  if (points.length === 0) return [];
  return [
    <>
      {title === null ? null : <h3>{title}</h3>}
      <p>{lead}</p>
      <ul class="bullets">
        {points.map((one, at) => (
          <li key={at}>
            <p>{one}</p>
          </li>
        ))}
      </ul>
    </>,
  ];
}

/** Each rests on a number of the department or of the commune, and names it. */
function advice(study: Study) {
  const { fig, val, at, town } = study;
  const { advice: said } = study.words;
  const above = study.value('french-films', 'above')?.value ?? 0;
  const firstWeek = study.value('first-week-films', 'home');
  const france = study.row('first-week-films.FR');
  const zone = zoneToWin(study);
  return [
    above > farPoints
      ? fill(said.french(at), {
          share: val('french-films', 'share', { digits: 1 }),
          france: fig(ids.frenchShare, { digits: 1 }),
        })
      : null,
    firstWeek !== null && france !== null && firstWeek.value < 0.5 * france.value
      ? fill(said.alert(town), {
          here: val('first-week-films', 'home', { digits: 0 }),
          france: fig('first-week-films.FR', { digits: 0 }),
          within: fig('release-within-15-days.FR'),
        })
      : null,
    screenings(study),
    zone === null
      ? null
      : fill(said.zone(study.place(zone.cinema.commune)), {
          people: val('catchment', `people/${zone.cinema.id}`, { round: 100 }),
          index: val('catchment', `index/${zone.cinema.id}`, { digits: 2 }),
        }),
  ];
}

const mostNamed = 4;

/** The cinemas of the commune whose screenings gather fewer people than those of France: cinemas of a town are not rural ones. */
function screenings(study: Study) {
  const { say, book } = study;
  const { advice: said } = study.words;
  const france = study.row(ids.viewersPerScreening);
  const few = around(book)
    .fixed.filter(({ commune }) => commune === book.home.commune)
    .flatMap(({ id, name }) => {
      const value = study.value('audience-per-screening', `at/${id}`)?.value;
      return france === null || value === undefined || value >= 0.9 * france.value ? [] : [{ id, name, value }];
    })
    .toSorted((a, b) => a.value - b.value)
    .slice(0, mostNamed);
  if (few.length === 0) return null;
  return fill(said.screenings(say.list(few.map(({ name }, at) => said.screeningsAt(name, `at${at}`)))), {
    ...Object.fromEntries(
      few.map(({ id }, at) => [`at${at}`, study.val('audience-per-screening', `at/${id}`, { digits: 1 })]),
    ),
    france: study.fig(ids.viewersPerScreening, { digits: 1 }),
  });
}

/** Habits of France, said to be so: nothing is published of them for a department. */
function national(study: Study) {
  const { say, fig } = study;
  const { advice: said } = study.words;
  const months = monthsOf(study);
  const named = (list: readonly { readonly name: string }[]): string => say.list(list.map(({ name }) => name));
  return [
    fill(said.habit, { afternoon: fig('showtime-afternoon.FR') }),
    months === null ? null : <>{said.calendar(named(months.full), named(months.empty))}</>,
    fill(said.channels, { phone: fig('smartphone-70-plus.FR'), lost: fig('illectronism-75-plus.FR') }),
    fill(said.hearing, {
      fifty: fig('hearing-limited-50-plus-share.FR', { digits: 0 }),
      eighty: fig('hearing-limited-80-plus-share.FR', { digits: 0 }),
    }),
  ];
}

/** Whose receipt the margin is computed from: the department's, or that of France for want of it. */
function receiptSaid(study: Study) {
  const { breakEvenFrom: said } = study.words.advice;
  if (study.value('break-even', 'margin') === null) return null;
  const local = study.row(ids.receipt(study.department));
  return local === null
    ? fill(said.national, { receipt: study.fig(ids.receipt('FR')) })
    : fill(said.local(study.at), { receipt: study.fig(local.id) });
}

function breakEvenChart(study: Study) {
  const { words, say } = study;
  const { advice: said } = words;
  const rows = costRange.costs.flatMap((costs) => {
    const value = study.value('break-even', `entries/${costs}`);
    return value === null ? [] : [{ costs, name: said.costsOf(say.number(costs)), ...value }];
  });
  if (rows.length === 0) return null;
  const amount = (value: number): string => written(value, '', say, { round: 100 });
  const chart: DotChart = {
    kind: 'dot',
    title: said.breakEvenChart,
    description: said.breakEvenTold,
    language: say.language,
    x: { title: said.needed },
    dots: rows.map(({ name, value, low = value, high = value }) => ({
      name,
      x: value,
      from: low,
      to: high,
      label: `${name}${say.pick(colon)}${amount(value)} (${words.range(amount(low), amount(high))})`,
    })),
  };
  return evidence(study, {
    computed: ['break-even'],
    chart,
    table: {
      name: 'break-even',
      title: said.breakEvenChart,
      columns: [
        { key: 'costs', title: said.costs, kind: 'number', unit: '€' },
        { key: 'entries', title: said.needed, kind: 'number' },
        { key: 'low', title: words.low, kind: 'number' },
        { key: 'high', title: words.high, kind: 'number' },
      ],
      rows: rows.map(({ costs, value, low, high }) => [costs, value, low ?? null, high ?? null]),
    },
  });
}
