import type { Context } from 'hono';
import { Fragment } from 'preact';
import { Layout } from '#web/components/layout.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { page, queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { adviceSection } from '#web/study/advice.tsx';
import { distanceSection } from '#web/study/distance.tsx';
import { lackingSection, methodsSection, sourcesSection, unknownSection } from '#web/study/ends.tsx';
import { filmsSection } from '#web/study/films.tsx';
import { huffSection, readPower } from '#web/study/huff.tsx';
import { peopleSection } from '#web/study/people.tsx';
import { potentialSection } from '#web/study/potential.tsx';
import { publicSection } from '#web/study/public.tsx';
import { knowsDepartment, openStudy, type Section, type Study } from '#web/study/study.tsx';
import { summarySection } from '#web/study/summary.tsx';
import { whenSection } from '#web/study/when.tsx';

/** The market study of the cinema's department: a report whose every number leads to its source, or to its calculation. */
export function study(context: Context, site: Site): Response {
  const query = queryOf(context);
  const told = openStudy(site, site.market(), readPower(query));
  const { words, at } = told;
  const sections = sectionsOf(told);
  const title = words.title(at);
  const moved = query.has('alpha') || query.has('beta');
  const address = moved ? `?alpha=${told.power.alpha}&beta=${told.power.beta}` : '';
  return page(
    context,
    <Layout
      site={site}
      title={title}
      path="/etude"
      query={address}
      indexed={!moved}
      description={words.description(at)}
      class="study"
      head={
        <PageHead
          site={site}
          origin={site.here}
          path="/etude"
          title={title}
          description={words.description(at)}
          kind="website"
        />
      }
    >
      <div class="report">
        <p class="kicker">{words.kicker}</p>
        <h1>{title}</h1>
        <p class="lead">{words.lead(at)}</p>
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
        <Legend study={told} />
        {sections.map(({ id, title: name, body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{name}</h2>
            {Array.isArray(body) ? body.map((one, place) => <Fragment key={place}>{one}</Fragment>) : body}
          </section>
        ))}
      </div>
    </Layout>,
  );
}

/** In the order of the page: the numbers of the notes are given as they are met. */
function sectionsOf(told: Study): readonly Section[] {
  const makers = [
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
    (study: Study) => lackingSection(study, knowsDepartment(study)),
    methodsSection,
    sourcesSection,
  ];
  return makers.map((make) => make(told)).filter((section) => section !== null);
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
      <p class="fine">{words.print}</p>
    </aside>
  );
}
