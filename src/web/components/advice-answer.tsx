import type { ComponentChildren, JSX } from 'preact';
import type { AskedAdvice } from '#advice/ask-advice.ts';
import { filmsOfSeason } from '#advice/ask-advice.ts';
import { readNicheKey } from '#advice/niche.ts';
import type { NicheTold } from '#advice/tell-advice.ts';
import { coverageText } from '#indicators/exported.ts';
import type { Holdings } from '#indicators/holdings.ts';
import type { Told } from '#indicators/told.ts';
import { sourcesLine } from '#indicators/words/sources.ts';
import { adviceAddress, seasonAddress } from '#web/advice-addresses.ts';
import { ChartFigure } from '#web/components/chart-figure.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { capital } from '#web/facet-labels.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

interface AdviceAnswerProps {
  readonly site: Site;
  readonly asked: AskedAdvice;
  readonly told: Told;
  readonly niches: readonly NicheTold[];
  readonly form: ComponentChildren;
  readonly holdings: Holdings;
}

/** Rows of the table of the page; the file has them all. */
const TABLED = 60;

/** The advice: findings first, then the first niches for and against, the charts, and how it is made. */
export function AdviceAnswer({ site, asked, told, niches, form, holdings }: AdviceAnswerProps): JSX.Element {
  const { advice: text } = site.words;
  const say = speechOf(site.language);
  const [ranks, grid] = told.charts;
  const [table] = told.tables;
  const [first, ...others] = told.finding;
  const link = (key: string): string | null => seasonOf(site, asked, key);
  return (
    <>
      <h1>{told.title}</h1>
      <p class="lead">{text.lead}</p>
      <div class="finding">
        <p class="finding-first">{first}</p>
        {others.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {niches.length === 0 ? null : (
        <section aria-labelledby="niches">
          <h2 id="niches">{text.niches}</h2>
          <ol class="niches">
            {niches.map((niche) => (
              <Niche key={niche.key} site={site} niche={niche} season={link(niche.key)} />
            ))}
          </ol>
        </section>
      )}
      {ranks === undefined ? null : <ChartFigure site={site} chart={ranks} link={link} id="ranks" />}
      {form}
      {grid === undefined ? null : <ChartFigure site={site} chart={grid} link={link} id="grid" />}
      {table === undefined ? null : (
        <details class="chart-table">
          <summary>{text.table(Math.min(TABLED, table.rows.length))}</summary>
          <DataTable site={site} table={{ ...table, rows: table.rows.slice(0, TABLED) }} link={link} />
        </details>
      )}
      <p class="exports">
        <a class="quiet button" href={adviceAddress(site, asked, '.csv')} download>
          {text.csv}
        </a>{' '}
        <a class="quiet button" href={pathIn(site.language, '/etude')}>
          {text.study}
        </a>
      </p>
      <section aria-labelledby="cautions">
        <h2 id="cautions">{text.cautions}</h2>
        <ul class="bullets">
          {told.cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="method">
        <h2 id="method">{text.method}</h2>
        <p>{told.method}</p>
        <h3>{text.known}</h3>
        <ul class="bullets">
          {told.coverage.map(({ what, known, of }) => (
            <li key={what}>
              {capital(what)}
              {say.pick({ fr: '\u00a0: ', en: ': ' })}
              {coverageText(known, of, say)}
            </li>
          ))}
        </ul>
        <h3>{text.references}</h3>
        <ul class="bullets">
          {told.citations.map(({ text: citation, url }) => (
            <li key={citation}>{url === null ? citation : <a href={url}>{citation}</a>}</li>
          ))}
        </ul>
        <h3>{text.sources}</h3>
        <p>{site.words.figures.sourcesOf(sourcesLine(holdings.sources, say), say.date(holdings.builtAt))}</p>
      </section>
    </>
  );
}

interface NicheProps {
  readonly site: Site;
  readonly niche: NicheTold;
  readonly season: string | null;
}

function Niche({ site, niche: { name, reasons, objections, holds }, season }: NicheProps): JSX.Element {
  const { advice: text } = site.words;
  return (
    <li class="niche">
      <h3>{capital(name)}</h3>
      <p class="niche-holds">{holds}</p>
      <div class="niche-sides">
        <div>
          <h4>{text.why}</h4>
          <ul class="bullets">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
        {objections.length === 0 ? null : (
          <div>
            <h4>{text.whyNot}</h4>
            <ul class="bullets">
              {objections.map((objection) => (
                <li key={objection}>{objection}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {season === null ? null : (
        <p>
          <a class="button" href={season} aria-label={text.seasonOf(name)}>
            {text.season}
          </a>
        </p>
      )}
    </li>
  );
}

function seasonOf(site: Site, { minVotes }: AskedAdvice, key: string): string | null {
  const niche = readNicheKey(key);
  if (niche === null) return null;
  return seasonAddress(site, { ...niche, labelled: false, count: filmsOfSeason.usual, minVotes });
}
