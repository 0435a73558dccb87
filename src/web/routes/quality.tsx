import type { Context } from 'hono';
import type { JSX } from 'preact';
import type { Told } from '#indicators/told.ts';
import { tellQuality, type QualityGround } from '#quality/tell-quality.ts';
import { startOfDay } from '#state/clock.ts';
import { readExposure, readReactions } from '#state/reactions.ts';
import { ChartFigure } from '#web/components/chart-figure.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { Layout } from '#web/components/layout.tsx';
import { tellFailing } from '#web/memory.ts';
import { page } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

/** How good the recommendations are, as indicators: what the model finds, what was shown, what visitors did with it. */
export async function quality(context: Context, site: Site): Promise<Response> {
  const { lanterne, language, words } = site;
  const { quality: text } = words;
  const say = speechOf(language);
  const until = startOfDay(Temporal.Now.instant());
  const [service, kept] = await Promise.all([lanterne.quality(), keptUntil(site, until)]);
  const told = tellQuality({ ...service, kept: kept === 'failing' ? null : kept }, say);
  const [measured, ...counted] = told;
  return page(
    context,
    <Layout
      site={site}
      title={text.title}
      description={text.description}
      path="/qualite"
      query=""
      indexed
      class="quality"
    >
      <div class="quality-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </div>
      {measured === undefined ? null : (
        <Section
          site={site}
          told={measured}
          name="measured"
          date={service.evaluation === null ? null : text.measuredOn(words.date(service.evaluation.on))}
        />
      )}
      {kept === 'failing' ? (
        <p class="notice quality-head">{text.failing}</p>
      ) : (
        counted.map((one, at) => (
          <Section
            key={one.title}
            site={site}
            told={one}
            name={`counted-${at}`}
            date={one.count.value === 0 ? null : text.countedUntil(words.date(lastDay(until)))}
          />
        ))
      )}
    </Layout>,
  );
}

/** What is kept of what was shown; null where nothing is, `failing` when the memory does not answer. */
async function keptUntil({ state }: Site, until: Temporal.Instant): Promise<QualityGround['kept'] | 'failing'> {
  if (state === null) return null;
  try {
    const [{ films, people }, reactions] = await Promise.all([
      readExposure(state.db, { until }),
      readReactions(state.db, { until }),
    ]);
    return { shown: films, people, reactions };
  } catch (error) {
    tellFailing(error);
    return 'failing';
  }
}

/** The last whole day before an instant. */
const lastDay = (until: Temporal.Instant): string => until.subtract({ hours: 24 }).toString().slice(0, 10);

interface SectionProps {
  readonly site: Site;
  readonly told: Told;
  readonly name: string;
  readonly date: string | null;
}

function Section({ site, told, name, date }: SectionProps): JSX.Element {
  const { quality: text } = site.words;
  const say = speechOf(site.language);
  const [first, ...others] = told.finding;
  const { charts, tables, count, cautions, citations } = told;
  return (
    <section class="quality-part" aria-labelledby={name}>
      <h2 id={name}>{told.title}</h2>
      <p class="quality-question">{told.question}</p>
      <p class="quality-finding">{first}</p>
      {others.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="hint">
        {[...(count.value === 0 ? [] : [text.count(say.number(count.value), count.what)]), date]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {charts.map((chart, at) => {
        const table = tables[at];
        return (
          <ChartFigure
            key={chart.title}
            site={site}
            chart={chart}
            id={`${name}-chart-${at}`}
            {...(table === undefined ? {} : { table })}
          />
        );
      })}
      {tables.slice(charts.length).map((table) => (
        <DataTable key={table.name} site={site} table={table} />
      ))}
      {cautions.length === 0 ? null : (
        <>
          <h3>{text.cautions}</h3>
          <ul class="bullets">
            {cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{text.method}</summary>
        <p>{told.method}</p>
        <ul class="bullets">
          {citations.map(({ text: citation, url }) => (
            <li key={citation} lang="en">
              {url === null ? (
                citation
              ) : (
                <a href={url} rel="noreferrer external">
                  {citation}
                </a>
              )}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
