import type { ComponentChildren, JSX } from 'preact';
import { coverageText } from '#indicators/exported.ts';
import type { Coverage, Table } from '#indicators/told.ts';
import { describeFilters } from '#indicators/words/filters.ts';
import { sourceLicence, sourcesLine } from '#indicators/words/sources.ts';
import { ChartFigure } from '#web/components/chart-figure.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { FigureExports, FigureQuote, type FigureProps } from '#web/components/figure-exports.tsx';
import { figureFilmsAddress, figureTableAddress } from '#web/figure-addresses.ts';
import type { Site } from '#web/site.ts';
import { attribution } from '#web/sources.ts';
import { speechOf } from '#words/speech.ts';

/** What an indicator answers: the finding first, in large letters; then what it rests on. */
export function FigureAnswer({ form, ...answer }: FigureProps & { readonly form: ComponentChildren }): JSX.Element {
  const { site, indicator, told, filters, holdings } = answer;
  const { figures: text } = site.words;
  const say = speechOf(site.language);
  const [first, ...others] = told.finding;
  const narrowed = describeFilters(filters, say);
  const link = (key: string): string | null =>
    indicator.films === undefined ? null : figureFilmsAddress(site, indicator.name, filters, key);
  return (
    <>
      <h1>{told.question}</h1>
      <div class="finding">
        <p class="finding-first">{first}</p>
        {others.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p class="figure-count">
          {text.count(told.count)}
          {narrowed.length === 0 ? '' : ` · ${text.narrowed} ${narrowed.join(', ')}`}
        </p>
      </div>
      {form}
      <div class="figure-body">
        <div class="figure-charts">
          {told.charts.map((chart, at) => {
            const table = told.tables[at];
            const inside = table === undefined || isLarge(table) ? {} : { table };
            return (
              <div key={at}>
                <ChartFigure site={site} chart={chart} link={link} id={`chart-${at + 1}`} {...inside} />
                {table === undefined || !isLarge(table) ? null : <TableLink {...answer} table={table} />}
              </div>
            );
          })}
        </div>
        <div class="figure-beside">
          {told.coverage.length === 0 ? null : <Known site={site} coverage={told.coverage} />}
          {told.cautions.length === 0 ? null : (
            <section aria-labelledby="cautions">
              <h2 id="cautions">{text.cautions}</h2>
              <ul class="bullets">
                {told.cautions.map((caution) => (
                  <li key={caution}>{caution}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
      <section aria-labelledby="method">
        <h2 id="method">{text.method}</h2>
        <p>{told.method}</p>
        {told.citations.length === 0 ? null : (
          <>
            <h3>{text.references}</h3>
            <ul class="bullets">
              {told.citations.map(({ text: citation, url }) => (
                <li key={citation}>
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
          </>
        )}
      </section>
      <Others {...answer} link={link} />
      <FigureQuote {...answer} />
      <FigureExports {...answer} />
      <section aria-labelledby="figure-sources">
        <h2 id="figure-sources">{text.sources}</h2>
        <p>{text.sourcesOf(sourcesLine(holdings.sources, say), say.date(holdings.builtAt))}</p>
        {holdings.sources.map(({ name }) => {
          // those of the others stand at the foot of every page
          const licence = Object.hasOwn(attribution, name) ? null : sourceLicence(name, say);
          return licence === null ? null : (
            <p key={name} class="hint">
              {licence}
            </p>
          );
        })}
      </section>
    </>
  );
}

const WIDTH = 100;
const HEIGHT = 8;

/** How much of each thing is known, in words and as a bar. */
function Known({ site, coverage }: { readonly site: Site; readonly coverage: readonly Coverage[] }): JSX.Element {
  const { figures: text } = site.words;
  const say = speechOf(site.language);
  return (
    <section class="known" aria-labelledby="known">
      <h2 id="known">{text.coverage}</h2>
      <p>{text.coverageLead}</p>
      <ul>
        {coverage.map(({ what, known, of }) => (
          <li key={what}>
            <span>{what}</span>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect class="whole" width={WIDTH} height={HEIGHT} />
              <rect class="part" width={of === 0 ? 0 : (WIDTH * known) / of} height={HEIGHT} />
            </svg>
            <span>{coverageText(known, of, say)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OthersProps extends FigureProps {
  readonly link: (key: string) => string | null;
}

/** The tables that stand under no chart, each folded. */
function Others({ link, ...answer }: OthersProps): JSX.Element | null {
  const { figures: text } = answer.site.words;
  const tables = answer.told.tables.slice(answer.told.charts.length);
  return tables.length === 0 ? null : (
    <section aria-labelledby="other-tables">
      <h2 id="other-tables">{text.tables}</h2>
      {tables.map((table) =>
        isLarge(table) ? (
          <TableLink key={table.name} {...answer} table={table} />
        ) : (
          <details key={table.name}>
            <summary>{text.table(table.title, table.rows.length)}</summary>
            <DataTable site={answer.site} table={table} link={link} />
          </details>
        ),
      )}
    </section>
  );
}

/** Cells beyond which a table has a page of its own, so that this one comes fast on a slow line. */
const MOST_CELLS = 1500;
const isLarge = ({ rows, columns }: Table): boolean => rows.length * columns.length > MOST_CELLS;

function TableLink({ site, indicator, filters, table }: FigureProps & { readonly table: Table }): JSX.Element {
  return (
    <p class="whole-table">
      <a href={figureTableAddress(site, indicator.name, filters, table.name)}>
        {site.words.figures.table(table.title, table.rows.length)}
      </a>
    </p>
  );
}
