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
  if (points.length === 0) return null;
  const range = { low: { end: 'low' as const }, high: { end: 'high' as const } };
  return {
    id: 'faire',
    title: said.title,
    body: [
      <p>{said.lead}</p>,
      <ul class="bullets">
        {points.map((one, at) => (
          <li key={at}>
            <p>{one}</p>
          </li>
        ))}
      </ul>,
      <h3>{said.breakEvenTitle}</h3>,
      paragraph(
        fill(said.breakEven, {
          low: study.val('break-even', 'margin', range.low),
          high: study.val('break-even', 'margin', range.high),
        }),
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

function advice(study: Study) {
  const { words, say, fig, val } = study;
  const { advice: said } = words;
  const above = study.value('french-films', 'above')?.value ?? 0;
  const here = study.value('audience-per-screening', 'all');
  const rural = study.row(ids.viewersPerScreeningRural);
  const firstWeek = study.value('first-week-films', 'elsewhere');
  const national = study.row('first-week-films.FR');
  const zone = zoneToWin(study);
  const months = monthsOf(study);
  const named = (list: readonly { readonly name: string }[]): string => say.list(list.map(({ name }) => name));
  return [
    above > farPoints ? fill(said.french, { share: val('french-films', 'share', { digits: 1 }) }) : null,
    firstWeek !== null && national !== null && firstWeek.value < 0.5 * national.value
      ? fill(said.alert, { within: fig('release-within-15-days.FR') })
      : null,
    here !== null && rural !== null && here.value < 0.9 * rural.value
      ? fill(said.screenings, {
          here: val('audience-per-screening', 'all', { digits: 1 }),
          rural: fig(ids.viewersPerScreeningRural, { digits: 1 }),
        })
      : null,
    fill(said.habit, { afternoon: fig('showtime-afternoon.FR') }),
    zone === null
      ? null
      : fill(said.zone(study.place(zone.cinema.commune)), {
          people: val('catchment', `people/${zone.cinema.id}`, { round: 100 }),
          index: val('catchment', `index/${zone.cinema.id}`, { digits: 2 }),
        }),
    months === null ? null : <>{said.calendar(named(months.full), named(months.empty))}</>,
    fill(said.channels, { phone: fig('smartphone-70-plus.FR'), lost: fig('illectronism-75-plus.FR') }),
    fill(said.hearing, {
      fifty: fig('hearing-limited-50-plus-share.FR', { digits: 0 }),
      eighty: fig('hearing-limited-80-plus-share.FR', { digits: 0 }),
    }),
  ];
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
