import { ids, weekdays } from '#market/figure-ids.ts';
import { bars } from '#web/study/bars.ts';
import { evidence } from '#web/study/evidence.tsx';
import { fill, paragraph } from '#web/study/fill.tsx';
import { closed } from '#market/questions/time.ts';
import type { Section, Study } from '#web/study/study.tsx';
import { capital } from '#words/departments.ts';

/** The fullest and the emptiest months, fullest and emptiest first. */
export function monthsOf(study: Study): { readonly full: readonly Month[]; readonly empty: readonly Month[] } | null {
  const answer = study.answer('seasonality');
  if (answer === null) return null;
  const months = answer.values
    .map(({ key, label, value }) => ({ key, name: label[study.say.language], value }))
    .toSorted((a, b) => b.value - a.value);
  return { full: months.slice(0, 3), empty: months.slice(-3).toReversed() };
}

export interface Month {
  readonly key: string;
  readonly name: string;
  readonly value: number;
}

/** When they come: months, days, hours, and how long after the release. These are the country's. */
export function whenSection(study: Study): Section | null {
  const { words, say } = study;
  const { when: said } = words;
  const months = monthsOf(study);
  const marked = (list: readonly Month[], letter: string): string =>
    say.list(list.map(({ name }, at) => said.monthOf(name).replace('{x}', `{${letter}${at}}`)));
  const parts = (list: readonly Month[], letter: string) =>
    Object.fromEntries(list.map(({ key }, at) => [`${letter}${at}`, study.val('seasonality', key, { digits: 0 })]));
  const body = [
    paragraph(
      months === null
        ? null
        : fill(said.months(marked(months.full, 'full'), marked(months.empty, 'empty')), {
            ...parts(months.full, 'full'),
            ...parts(months.empty, 'empty'),
          }),
    ),
    monthChart(study),
    paragraph(
      fill(said.days, {
        saturday: openFig(study, ids.weekday('saturday')),
        sunday: openFig(study, ids.weekday('sunday')),
        wednesday: openFig(study, ids.weekday('wednesday')),
      }),
      fill(said.afternoon, { afternoon: study.fig('showtime-afternoon.FR') }),
      fill(said.release, { within: study.fig('release-within-15-days.FR') }),
      fill(said.company, {
        couple: study.fig('company-couple.FR'),
        family: study.fig('company-family.FR'),
        alone: study.fig('company-alone.FR'),
      }),
    ),
    dayChart(study),
  ];
  return body.every((one) => one === null)
    ? null
    : { id: 'quand', title: said.title, body: [...body, <p class="fine">{said.note}</p>] };
}

function monthChart(study: Study) {
  const { words, say } = study;
  const { when: said } = words;
  const answer = study.answer('seasonality');
  const months = monthsOf(study);
  if (answer === null || months === null) return null;
  const years = [...new Set(answer.used.map(({ year }) => year))].toSorted((a, b) => a - b);
  const [full, empty] = [months.full[0], months.empty[0]];
  const title = capital(said.monthChart(full?.name ?? '', empty?.name ?? ''));
  const shown = answer.values.map(({ label, value, low, high }) => ({ name: label[say.language], value, low, high }));
  return evidence(study, {
    computed: ['seasonality'],
    chart: bars(study, {
      title,
      told: said.monthTold(say.list(years.map(String))),
      category: said.month,
      axis: { title: said.index },
      lying: false,
      bars: shown.map((one, at) => ({ ...one, name: shortMonth(say.language, at) })),
      digits: 0,
    }),
    table: {
      name: 'months',
      title,
      columns: [
        { key: 'month', title: said.month, kind: 'text' },
        { key: 'index', title: said.index, kind: 'number' },
        { key: 'low', title: words.low, kind: 'number' },
        { key: 'high', title: words.high, kind: 'number' },
      ],
      rows: shown.map(({ name, value, low, high }) => [name, value, low ?? null, high ?? null]),
    },
  });
}

function dayChart(study: Study) {
  const { words } = study;
  const { when: said } = words;
  const rows = weekdays.flatMap((day, at) => {
    const row = openRow(study, ids.weekday(day));
    return row === null ? [] : [{ row, name: said.days7[at] ?? day }];
  });
  if (rows.length < 7) return null;
  return evidence(study, {
    used: rows.map(({ row: { id, year } }) => ({ id, year })),
    chart: bars(study, {
      title: said.dayChart,
      told: said.dayTold,
      category: said.day,
      axis: { title: words.films.share, share: true },
      lying: false,
      bars: rows.map(({ row, name }) => ({ name, value: row.value })),
      digits: 1,
    }),
    table: {
      name: 'days',
      title: said.dayChart,
      columns: [
        { key: 'day', title: said.day, kind: 'text' },
        { key: 'share', title: words.films.share, kind: 'share', digits: 1 },
      ],
      rows: rows.map(({ row, name }) => [name, row.value]),
    },
  });
}

/** Of the latest year in which cinemas were open. */
const openYear = ({ book }: Study, id: string): number | null =>
  book.series(id).findLast(({ year }) => !closed.has(year))?.year ?? null;

function openRow(study: Study, id: string) {
  const year = openYear(study, id);
  return year === null ? null : study.row(id, year);
}

function openFig(study: Study, id: string) {
  const year = openYear(study, id);
  return year === null ? null : study.fig(id, { year });
}

const shortMonth = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, at, 1));
