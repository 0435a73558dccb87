import type { BarChart, LineChart } from '#charts/chart.ts';
import { around } from '#market/around.ts';
import { ids } from '#market/figure-ids.ts';
import type { Used } from '#market/computed.ts';
import { colon } from '#web/study/bars.ts';
import { evidence } from '#web/study/evidence.tsx';
import { fill, paragraph } from '#web/study/fill.tsx';
import { firstYear } from '#web/study/public-charts.tsx';
import type { Section, Study } from '#web/study/study.tsx';
import { written } from '#web/study/written.ts';

/** Points from which a share is said to be above or below another. */
export const farPoints = 3;

/** What they see: French, American and other films, art et essai, who sees what. */
export function filmsSection(study: Study): Section | null {
  const { words, book, town } = study;
  const { films: said } = words;
  const answer = study.answer('french-films');
  const above = study.value('french-films', 'above')?.value ?? 0;
  const french = above > farPoints ? said.french.above : above < -farPoints ? said.french.below : said.french.same;
  const series = book.series('nationality-french-share.FR');
  const [first] = series;
  const last = series.at(-1);
  const body = [
    paragraph(
      answer === null
        ? null
        : fill(french(answer.year), {
            share: study.val('french-films', 'share', { digits: 1 }),
            france: study.fig(ids.frenchShare, { digits: 1 }),
            above: study.val('french-films', 'above', { digits: 1 }),
          }),
      fill(said.places(town), {
        home: study.val('french-films', 'home', { digits: 1 }),
        elsewhere: study.val('french-films', 'elsewhere', { digits: 1 }),
      }),
    ),
    nationalityByCinema(study),
    paragraph(
      fill(said.artEtEssai, {
        share: study.val('art-et-essai', 'share', { digits: 1 }),
        france: study.fig(ids.artEtEssaiShare, { digits: 1 }),
      }),
      (study.value('offer', 'labelled')?.value ?? 0) === 0
        ? null
        : fill(said.label, { labelled: study.val('offer', 'labelled'), all: study.val('offer', 'cinemas') }),
      firstWeek(study),
    ),
    paragraph(
      fill(said.ages, {
        french: study.fig('film-audience-french-50-plus.FR'),
        american: study.fig('film-audience-american-50-plus.FR'),
      }),
      fill(said.middle, { middle: study.fig('film-audience-100k-500k-50-plus.FR') }),
    ),
    paragraph(
      fill(said.liked, {
        comedy: study.fig('liked-comedy.FR'),
        action: study.fig('liked-action.FR'),
        thriller: study.fig('liked-thriller.FR'),
      }),
      fill(said.actors, { actors: study.fig('french-films-for-actors.FR') }),
      fill(said.version, {
        dubbed: study.fig('version-dubbed.FR'),
        original: study.fig('version-original-assiduous.FR'),
      }),
    ),
    paragraph(
      first === undefined || last === undefined || first === last
        ? null
        : fill(said.series(first.year, last.year), {
            now: study.fig(last.id, { digits: 1 }),
            before: study.fig(first.id, { year: first.year, digits: 1 }),
          }),
    ),
    nationalityOverTime(study),
  ];
  return body.every((one) => one === null) ? null : { id: 'films', title: said.title, body };
}

function firstWeek(study: Study) {
  const { words, town } = study;
  const elsewhere = study.val('first-week-films', 'elsewhere', { digits: 1 });
  const value = study.value('first-week-films', 'elsewhere');
  const france = study.row('first-week-films.FR');
  return value === null || france === null || value.value > 0.5 * france.value
    ? null
    : fill(words.films.firstWeek(town), { elsewhere, france: study.fig('first-week-films.FR', { digits: 0 }) });
}

/** French, American and other films at each cinema, the most French first, then France. */
function nationalityByCinema(study: Study) {
  const { words, book, say } = study;
  const { films: said } = words;
  const known = around(book).cinemas.flatMap((one) =>
    one.frenchShare === null || one.americanShare === null
      ? []
      : [
          {
            id: one.id,
            year: one.year,
            name: `${one.name}, ${one.communeName}`,
            fr: one.frenchShare,
            us: one.americanShare,
            entries: one.entries,
          },
        ],
  );
  if (known.length === 0) return null;
  const [france, american] = [study.row(ids.frenchShare), study.row('american-share.FR')];
  const largest = known.toSorted((a, b) => b.entries - a.entries).slice(0, 14);
  const rows = [
    ...largest.toSorted((a, b) => b.fr - a.fr),
    ...(france === null || american === null ? [] : [{ name: words.france, fr: france.value, us: american.value }]),
  ].map(({ name, fr, us }) => ({ name, values: [fr, us, Math.max(0, 1 - fr - us)] }));
  const used: Used[] = [
    ...largest.flatMap(({ id, year }) =>
      ['french-share', 'american-share'].map((field) => ({ id: `cinema.${id}.${field}`, year })),
    ),
    ...[france, american].flatMap((row) => (row === null ? [] : [{ id: row.id, year: row.year }])),
  ];
  const home = study.value('french-films', 'home')?.value;
  const elsewhere = study.value('french-films', 'elsewhere')?.value;
  const isAbove = home !== undefined && elsewhere !== undefined && elsewhere > home + farPoints / 100;
  const chart: BarChart = {
    kind: 'bar',
    title: isAbove ? said.chart.above(study.town) : said.chart.other,
    description: said.told,
    language: say.language,
    lying: true,
    category: { title: words.public.cinema },
    y: { title: said.share, share: true },
    parts: said.parts,
    bars: rows.map(({ name, values }) => ({
      name,
      values,
      label: `${name}${say.pick(colon)}${said.parts.map((part, at) => `${part} ${written(values[at] ?? 0, 'share', say, { digits: 0 })}`).join(', ')}`,
    })),
  };
  return evidence(study, {
    used,
    chart,
    table: {
      name: 'nationality',
      title: chart.title,
      columns: [
        { key: 'cinema', title: words.public.cinema, kind: 'text' },
        ...(['french', 'american', 'other'] as const).map((key, at) => ({
          key,
          title: said.parts[at] ?? key,
          kind: 'share' as const,
          digits: 1,
        })),
      ],
      rows: rows.map(({ name, values }) => [name, ...values]),
    },
  });
}

function nationalityOverTime(study: Study) {
  const { words, book, say } = study;
  const since = (id: string) => book.series(id).filter(({ year }) => year >= firstYear);
  const { films: said } = words;
  const lines = [
    { name: said.frenchFilms, series: since('nationality-french-share.FR') },
    { name: said.americanFilms, series: since('nationality-american-share.FR') },
  ].filter(({ series }) => series.length > 3);
  if (lines.length === 0) return null;
  const chart: LineChart = {
    kind: 'line',
    title: said.nationalityChart,
    description: said.nationalityTold,
    language: say.language,
    x: { title: words.people.year },
    y: { title: said.share, share: true },
    series: lines.map(({ name, series }) => ({
      name,
      points: series.map(({ year, value }) => ({
        x: year,
        y: value,
        label: `${name}, ${year}${say.pick(colon)}${written(value, 'share', say, { digits: 1 })}`,
      })),
    })),
  };
  const years = [...new Set(lines.flatMap(({ series }) => series.map(({ year }) => year)))].toSorted((a, b) => a - b);
  return evidence(study, {
    used: lines.flatMap(({ series }) => series.map(({ id, year }) => ({ id, year }))),
    chart,
    table: {
      name: 'nationality-france',
      title: chart.title,
      columns: [
        { key: 'year', title: words.people.year, kind: 'year' },
        ...lines.map(({ name }, at) => ({ key: `part-${at}`, title: name, kind: 'share' as const, digits: 1 })),
      ],
      rows: years.map((year) => [
        year,
        ...lines.map(({ series }) => series.find((one) => one.year === year)?.value ?? null),
      ]),
    },
  });
}
