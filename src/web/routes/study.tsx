import type { Context } from 'hono';
import { Fragment, type JSX } from 'preact';
import { huffGround } from '#market/questions/huff.ts';
import { PublicPage } from '#web/components/public-page.tsx';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { adviceSection } from '#web/study/advice.tsx';
import { distanceSection } from '#web/study/distance.tsx';
import { lackingSection, methodsSection, sourcesSection, unknownSection } from '#web/study/ends.tsx';
import { filmsSection } from '#web/study/films.tsx';
import { huffDetail, huffSection, modelPath, powerQuery, readPower, studyPath } from '#web/study/huff.tsx';
import { peopleSection } from '#web/study/people.tsx';
import { potentialSection } from '#web/study/potential.tsx';
import { publicSection } from '#web/study/public.tsx';
import { knowsDepartment, openStudy, type Section, type Study } from '#web/study/study.tsx';
import { summarySection } from '#web/study/summary.tsx';
import { whenSection } from '#web/study/when.tsx';

/** The market study of the cinema's department: a report whose every number leads to its source, or to its calculation. */
export function study(context: Context, site: Site): Response {
  const told = toldTo(context, site);
  const { words, at } = told;
  return report(context, told, {
    path: studyPath,
    title: words.title(at),
    head: <p class="lead">{words.lead(at)}</p>,
    makers: [
      summarySection,
      peopleSection,
      publicSection,
      filmsSection,
      whenSection,
      distanceSection,
      potentialSection,
      huffSection,
      adviceSection,
      unknownSection,
      (one) => lackingSection(one, knowsDepartment(one)),
      methodsSection,
      sourcesSection,
    ],
  });
}

/** The model of Huff in detail, with the powers of the address; without two cinemas to compare, why there is none and what to import. */
export function studyModel(context: Context, site: Site): Response {
  const told = toldTo(context, site);
  const { words, at } = told;
  const isAbsent = huffGround(told.book) === null;
  return report(context, told, {
    path: modelPath,
    title: words.huff.title,
    head: (
      <>
        <p>
          <a href={`${pathIn(site.language, studyPath)}${isAbsent ? '' : `${powerQuery(told.power)}#huff`}`}>
            {words.huff.back}
          </a>
        </p>
        {isAbsent ? <p class="lead">{words.huff.absent(at)}</p> : null}
      </>
    ),
    makers: isAbsent
      ? [(one) => lackingSection(one, knowsDepartment(one))]
      : [huffDetail, methodsSection, sourcesSection],
    hidden: isAbsent,
  });
}

interface Report {
  readonly path: string;
  readonly title: string;
  readonly head: JSX.Element;
  /** In the order of the page: the numbers of the notes are given as they are met. */
  readonly makers: readonly ((study: Study) => Section | null)[];
  /** Not for search engines. */
  readonly hidden?: boolean;
}

const toldTo = (context: Context, site: Site): Study => openStudy(site, site.market(), readPower(queryOf(context)));

function report(context: Context, told: Study, { path, title, head, makers, hidden = false }: Report): Response {
  const { site, words, at } = told;
  const sections = makers.map((make) => make(told)).filter((section) => section !== null);
  const moved = powerQuery(told.power);
  const description = words.description(at);
  return page(
    context,
    <PublicPage
      site={site}
      title={title}
      path={path}
      query={moved}
      indexed={moved === '' && !hidden}
      description={description}
      class="study"
    >
      <div class="report">
        <p class="kicker">{words.kicker}</p>
        <h1>{title}</h1>
        {head}
        <nav class="contents" aria-labelledby="contents-title">
          <h2 id="contents-title">{words.contents}</h2>
          <ol>
            {sections.map(({ id, title: name }) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ol>
        </nav>
        {hidden ? null : <Legend study={told} />}
        {sections.map(({ id, title: name, body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{name}</h2>
            {Array.isArray(body) ? body.map((one, place) => <Fragment key={place}>{one}</Fragment>) : body}
          </section>
        ))}
      </div>
    </PublicPage>,
  );
}

function Legend({ study: { words } }: { readonly study: Study }) {
  return (
    <aside class="legend" aria-labelledby="legend-title">
      <h2 id="legend-title">{words.legend}</h2>
      <p>{words.legendSaid}</p>
      <ul>
        {(['officiel', 'presse', 'estimation'] as const).map((mark) => (
          <li key={mark}>
            <span class={`noted ${mark}`}>{mark.charAt(0).toUpperCase()}</span> <strong>{words.marks[mark]}</strong>,{' '}
            {words.markSaid[mark]}.
          </li>
        ))}
      </ul>
      <p class="fine on-screen">{words.print}</p>
    </aside>
  );
}
