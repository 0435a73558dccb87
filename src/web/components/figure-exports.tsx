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

/** The finding with its origin, to be copied whole into an article. */
export function FigureQuote({ site, told, holdings }: FigureProps): JSX.Element | null {
  const { words, lanterne } = site;
  const { figures: text } = words;
  const say = speechOf(site.language);
  if (told.charts.length === 0) return null;
  const sources = say.list(holdings.sources.map(({ name }) => sourceName(name, say)));
  const sentence = text.quoted(told.finding.join(' '), lanterne.config.cinemaName, sources, say.date(holdings.builtAt));
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
  const address = (kind: 'csv' | 'svg' | 'png', part: Record<string, string>): string =>
    figureFileAddress(site, indicator.name, filters, kind, part);
  if (told.tables.length + told.charts.length === 0) return null;
  return (
    <section aria-labelledby="exports">
      <h2 id="exports">{text.exports}</h2>
      <p>{text.exportsLead}</p>
      <ul class="lines">
        {told.charts.map(({ title }, at) => (
          <li key={at}>
            <span>{title}</span>
            {(['svg', 'png'] as const).map((kind) => (
              <a
                key={kind}
                href={address(kind, at === 0 ? {} : { chart: String(at + 1) })}
                download=""
                aria-label={text.file(title, kind.toUpperCase())}
              >
                {kind.toUpperCase()}
              </a>
            ))}
          </li>
        ))}
        {told.tables.map(({ name, title }, at) => (
          <li key={name}>
            <span>{text.tableFile(title)}</span>
            <a
              href={address('csv', at === 0 ? {} : { table: name })}
              download=""
              aria-label={text.file(text.tableFile(title), 'CSV')}
            >
              CSV
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
