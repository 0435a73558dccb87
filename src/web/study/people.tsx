import { bars } from '#web/study/bars.ts';
import { evidence } from '#web/study/evidence.tsx';
import { fill, paragraph } from '#web/study/fill.tsx';
import type { Section, Study } from '#web/study/study.tsx';

/** Who lives here: how many, how old, how. */
export function peopleSection(study: Study): Section | null {
  const { words, department, book } = study;
  const { people: said } = words;
  const fig = (topic: string, year?: number) => study.fig(`${topic}.${department}`, year === undefined ? {} : { year });
  const of = (topic: string) => book.figure(`${topic}.${department}`);
  const projected = of('population-projected');
  const second = of('second-homes-share');
  const paragraphs = [
    paragraph(
      change(study),
      projected === null ? null : fill(said.projected(projected.year), { people: fig('population-projected') }),
    ),
    paragraph(
      fill(said.ages, {
        sixty: study.val('ageing', 'sixty-and-over'),
        young: study.val('ageing', 'under-fifteen'),
        index: study.val('ageing', 'index', { digits: 0 }),
      }),
      fill(said.retired, { retired: fig('group-retired-share') }),
    ),
    paragraph(
      fill(said.households, {
        alone: fig('households-alone-share'),
        couple: fig('households-couple-share'),
        children: fig('households-children-share'),
      }),
      fill(said.income, { income: fig('median-income'), poverty: fig('poverty-share') }),
    ),
    paragraph(
      fill(said.country, { far: study.fig(`far-from-town-share.${department}`, { digits: 0 }) }),
      fill(said.small, { small: fig('communes-under-500'), all: fig('communes') }),
      second === null ? null : fill(said.homes(second.year), { second: fig('second-homes-share') }),
    ),
  ];
  const charts = [ageChart(study)];
  return [...paragraphs, ...charts].every((one) => one === null)
    ? null
    : { id: 'habitants', title: said.title, body: [...paragraphs, ...charts] };
}

/** By how much the population moved since the first census known, in words; under three in a hundred it is steady. */
function change({ words, book, department, fig }: Study) {
  const id = `population.${department}`;
  const series = book.series(id);
  const [first] = series;
  const last = series.at(-1);
  if (first === undefined || last === undefined || last.year - first.year < 5) return null;
  const { fell, rose, steady } = words.people;
  const ratio = last.value / first.value;
  const said = ratio < 0.97 ? fell : ratio > 1.03 ? rose : steady;
  return fill(said(first.year, last.year), {
    before: fig(id, { year: first.year }),
    now: fig(id, { year: last.year }),
  });
}

function ageChart(study: Study) {
  const { words, book, department } = study;
  const { people: said } = words;
  const ages = book.ages(department);
  if (ages === null) return null;
  const named = ages.bands.map(({ from, to, people }) => ({
    name: to === null ? words.upTo(from) : words.ages(from, to),
    value: people,
  }));
  return evidence(study, {
    used: ages.bands.map(({ from }) => ({ id: `age.${department}.${from}`, year: ages.year })),
    chart: bars(study, {
      title: said.ageChart(ages.year),
      told: said.ageTold,
      category: said.age,
      axis: { title: said.people },
      bars: named,
    }),
    table: {
      name: 'age',
      title: said.ageChart(ages.year),
      columns: [
        { key: 'age', title: said.age, kind: 'text' },
        { key: 'people', title: said.people, kind: 'number' },
      ],
      rows: named.map(({ name, value }) => [name, value]),
    },
  });
}
