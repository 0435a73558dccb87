import type { LineChart } from '#charts/chart.ts';
import { around } from '#market/around.ts';
import { ids } from '#market/figure-ids.ts';
import { departments, placeName } from '#market/places.ts';
import { bars, colon } from '#web/study/bars.ts';
import { evidence } from '#web/study/evidence.tsx';
import { regionOf } from '#web/study/region.ts';
import type { Study } from '#web/study/study.tsx';
import { written } from '#web/study/written.ts';

/** A generation: what is before is in the book. */
export const firstYear = 2000;

/** The index over the years, here, in the region and in France. */
export function indexChart(study: Study) {
  const { words, book, department, say } = study;
  const { public: said } = words;
  const region = regionOf(department);
  const places = [department, ...(region === null ? [] : [region]), 'FR'];
  const lines = places.flatMap((place) => {
    const series = book.series(ids.attendanceIndex(place)).filter(({ year }) => year >= firstYear);
    return series.length < 3 ? [] : [{ place, name: placeName(place) ?? place, series }];
  });
  const [first] = lines;
  if (first?.place !== department) return null;
  const [last, france] = [first.series.at(-1), book.figure(ids.attendanceIndex('FR'))];
  const below = last !== undefined && france !== null && last.value < france.value;
  const chart: LineChart = {
    kind: 'line',
    title: (below ? said.indexChart.below : said.indexChart.other)(study.at),
    description: said.indexTold,
    language: say.language,
    x: { title: words.people.year },
    y: { title: said.indexAxis },
    series: lines.map(({ name, series }) => ({
      name,
      points: series.map(({ year, value }) => ({
        x: year,
        y: value,
        label: `${name}, ${year}${say.pick(colon)}${written(value, '', say, { digits: 2 })}`,
      })),
    })),
  };
  const years = [...new Set(lines.flatMap(({ series }) => series.map(({ year }) => year)))].toSorted((a, b) => a - b);
  return evidence(study, {
    used: lines.flatMap(({ series }) => series.map(({ id, year }) => ({ id, year }))),
    chart,
    table: {
      name: 'index',
      title: chart.title,
      columns: [
        { key: 'year', title: words.people.year, kind: 'year' },
        ...lines.map(({ place, name }) => ({
          key: place.toLowerCase(),
          title: name,
          kind: 'number' as const,
          digits: 2,
        })),
      ],
      rows: years.map((year) => [
        year,
        ...lines.map(({ series }) => series.find((one) => one.year === year)?.value ?? null),
      ]),
    },
  });
}

/** People at a screening, cinema by cinema. */
export function screeningChart(study: Study) {
  const { words, book } = study;
  const { public: said } = words;
  const answer = study.answer('audience-per-screening');
  if (answer === null) return null;
  const cinemas = around(book).cinemas.flatMap((cinema) => {
    const value = study.value('audience-per-screening', `at/${cinema.id}`);
    return value === null ? [] : [{ cinema, name: value.label[study.say.language], value: value.value }];
  });
  const references = [
    { id: ids.viewersPerScreening, name: words.france },
    { id: ids.viewersPerScreeningRural, name: words.rural },
  ].flatMap(({ id, name }) => {
    const row = study.row(id);
    return row === null ? [] : [{ id, year: row.year, cinema: null, name, value: row.value }];
  });
  const shown = [...cinemas.toSorted((a, b) => b.value - a.value).slice(0, 12), ...references];
  return evidence(study, {
    computed: ['audience-per-screening'],
    used: references.map(({ id, year }) => ({ id, year })),
    chart: bars(study, {
      title: said.cinemaChart(answer.year),
      told: said.cinemaTold,
      category: said.cinema,
      axis: { title: said.perScreening },
      bars: shown,
      digits: 1,
    }),
    table: {
      name: 'per-screening',
      title: said.cinemaChart(answer.year),
      columns: [
        { key: 'cinema', title: said.cinema, kind: 'text' },
        { key: 'per-screening', title: said.perScreening, kind: 'number', digits: 1 },
        { key: 'entries', title: said.entries, kind: 'number' },
        { key: 'screenings', title: said.screenings, kind: 'number' },
      ],
      rows: shown.map(({ cinema, name, value }) => [name, value, cinema?.entries ?? null, cinema?.screenings ?? null]),
    },
  });
}

/** The index of other departments of the same year, when the book has a few. */
export function neighbours(study: Study) {
  const { words, book, department } = study;
  const { public: said } = words;
  const here = book.figure(ids.attendanceIndex(department));
  if (here === null) return null;
  const others = [...departments.keys()].flatMap((code) => book.figure(ids.attendanceIndex(code), here.year) ?? []);
  const isRegion = others.length > 12;
  const title = (isRegion ? said.regional : said.neighbours)(here.year);
  const near = !isRegion ? others : others.filter(({ place }) => regionOf(place) === regionOf(department));
  if (near.length < 3) return null;
  const shown = near
    .map(({ place, value }) => ({ name: placeName(place) ?? place, value }))
    .toSorted((a, b) => b.value - a.value);
  return evidence(study, {
    used: near.map(({ id, year }) => ({ id, year })),
    chart: bars(study, {
      title,
      told: said.neighboursTold,
      category: said.department,
      axis: { title: said.indexAxis },
      bars: shown,
      digits: 2,
    }),
    table: {
      name: 'departments',
      title,
      columns: [
        { key: 'department', title: said.department, kind: 'text' },
        { key: 'index', title: said.indexAxis, kind: 'number', digits: 2 },
      ],
      rows: shown.map(({ name, value }) => [name, value]),
    },
  });
}
