import type { JSX } from 'preact';
import type { Filters } from '#indicators/filters.ts';
import type { Holdings } from '#indicators/holdings.ts';
import type { Indicator } from '#indicators/indicator.ts';
import type { Told } from '#indicators/told.ts';
import { sourceName } from '#indicators/words/sources.ts';
import { Island } from '#web/components/island.tsx';
import { figureFileAddress } from '#web/figure-addresses.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

/** An answer, and what it was asked. */
export interface FigureProps {
  readonly site: Site;
  readonly indicator: Indicator;
  readonly told: Told;
  readonly filters: Filters;
  readonly holdings: Holdings;
}

const ROW = 60;
/** Letters of a quotation that a newspaper has room for. */
const LONGEST = 450;

/** The finding with its origin, to be copied whole into an article. */
export function FigureQuote({ site, told, holdings }: FigureProps): JSX.Element | null {
  const { words, lanterne } = site;
  const { figures: text } = words;
  const say = speechOf(site.language);
  if (told.charts.length === 0) return null;
  const sources = say.list(holdings.sources.map(({ name }) => sourceName(name, say)));
  const sentence = text.quoted(
    firstSentences(told.finding),
    lanterne.config.cinemaName,
    sources,
    say.date(holdings.builtAt),
  );
  return (
    <section aria-labelledby="quote">
      <h2 id="quote">{text.quote}</h2>
      <div class="share-panel figure-quote" data-copied={text.copied} data-by-hand={text.copyByHand}>
        <label for="address">{text.quoteLabel}</label>
        <div class="field">
          <textarea id="address" readonly rows={Math.ceil(sentence.length / ROW) + 1} aria-describedby="share-said">
            {sentence}
          </textarea>
          <button type="button" id="copy" hidden>
            {text.copy}
          </button>
        </div>
        <p id="share-said" class="hint" role="status" aria-live="polite" />
      </div>
      <Island name="share" />
    </section>
  );
}

/** Each table and each chart as a file. */
export function FigureExports({ site, indicator, told, filters }: FigureProps): JSX.Element | null {
  const { figures: text } = site.words;
  const link = (kind: 'csv' | 'svg' | 'png', title: string, part: Record<string, string>): JSX.Element => (
    <a
      href={figureFileAddress(site, indicator.name, filters, kind, part)}
      download=""
      aria-label={text.file(title, kind.toUpperCase())}
    >
      {kind.toUpperCase()}
    </a>
  );
  if (told.tables.length + told.charts.length === 0) return null;
  return (
    <section aria-labelledby="exports">
      <h2 id="exports">{text.exports}</h2>
      <p>{text.exportsLead}</p>
      <ul class="lines">
        {told.charts.map(({ title }, at) => {
          const table = told.tables[at];
          return (
            <li key={at}>
              <span>{title}</span>
              {link('svg', title, at === 0 ? {} : { chart: String(at + 1) })}
              {link('png', title, at === 0 ? {} : { chart: String(at + 1) })}
              {table === undefined ? null : link('csv', title, at === 0 ? {} : { table: table.name })}
            </li>
          );
        })}
        {told.tables.map(({ name, title }, at) =>
          at < told.charts.length ? null : (
            <li key={name}>
              <span>{text.tableFile(title)}</span>
              {link('csv', text.tableFile(title), at === 0 ? {} : { table: name })}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

/** Whole sentences, the first at least. */
function firstSentences(finding: readonly string[]): string {
  let said = finding[0] ?? '';
  for (const sentence of finding.slice(1)) {
    if (said.length + sentence.length > LONGEST) break;
    said += ` ${sentence}`;
  }
  return said;
}
