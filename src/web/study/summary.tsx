import type { JSX } from 'preact';
import { ids } from '#market/figure-ids.ts';
import { farPoints } from '#web/study/films.tsx';
import { fill, sentences } from '#web/study/fill.tsx';
import { conclusion, thousand } from '#web/study/potential.tsx';
import type { Section, Study } from '#web/study/study.tsx';

/** Five sentences with their numbers; fewer where the book lacks them. */
export function summarySection(study: Study): Section | null {
  const { summary: said } = study.words;
  const points = [people(study), attendance(study), films(study), distance(study), potential(study)].filter(
    (one) => one !== null,
  );
  return points.length === 0
    ? null
    : {
        id: 'resume',
        title: said.title(points.length),
        body: (
          <ol class="five">
            {points.map((one, at) => (
              <li key={at}>
                <p>{one}</p>
              </li>
            ))}
          </ol>
        ),
      };
}

type Said = JSX.Element | null;

function people(study: Study): Said {
  const { words, book, department, at, fig } = study;
  const id = `population.${department}`;
  const counted = book.ages(department);
  const known = counted === null ? null : book.figure(id, counted.year);
  return fill(words.summary.people(at), {
    population: known === null ? fig(id) : fig(id, { year: known.year }),
    sixty: study.val('ageing', 'sixty-and-over'),
  });
}

function attendance(study: Study): Said {
  const { words, book, department } = study;
  const { below, other } = words.summary.attendance;
  const here = book.figure(ids.attendanceIndex(department));
  const france = here === null ? null : book.figure(ids.attendanceIndex('FR'), here.year);
  if (here === null || france === null) return null;
  return fill((here.value < 0.9 * france.value ? below : other)(here.year), {
    index: study.fig(here.id, { year: here.year, digits: 2 }),
    france: study.fig(france.id, { year: here.year, digits: 2 }),
    back: study.val('recovery', 'here', { digits: 0 }),
    backFrance: study.val('recovery', 'france', { digits: 0 }),
  });
}

function films(study: Study): Said {
  const { words, town } = study;
  const { above, aboveAll, other } = words.summary.films;
  const gap = study.value('french-films', 'above');
  const share = study.val('french-films', 'share', { digits: 1 });
  const france = study.fig(ids.frenchShare, { digits: 1 });
  if (gap === null || gap.value <= farPoints) return fill(other, { share, france });
  const elsewhere = study.value('french-films', 'elsewhere');
  const all = study.value('french-films', 'share');
  return elsewhere !== null && all !== null && elsewhere.value > all.value
    ? fill(above(town), { share, france, elsewhere: study.val('french-films', 'elsewhere', { digits: 1 }) })
    : fill(aboveAll, { share, france });
}

const distance = (study: Study): Said =>
  fill(study.words.summary.distance, {
    near: study.val('access', 'within/20', { digits: 0 }),
    far: study.val('access', 'within/30', { digits: 0 }),
  });

function potential(study: Study): Said {
  const { short, met, expected, versus } = study.words.summary.potential;
  const coverage = study.value('coverage', 'coverage');
  if (coverage === null) return null;
  const isShort = (coverage.high ?? coverage.value) < 0.9;
  const range = (name: string, key: string) => ({
    low: study.val(name, key, { ...thousand, end: 'low' }),
    high: study.val(name, key, { ...thousand, end: 'high' }),
  });
  return sentences(
    fill(isShort ? short : met, {
      ...range('age-potential', 'entries'),
      entries: study.fig(ids.entriesMillions(study.department)),
    }),
    ...(isShort ? [fill(expected, range('coverage', 'expected')), ...conclusion(study, versus)] : []),
  );
}
