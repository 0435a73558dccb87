import type { Context } from 'hono';
import type { ComponentChildren } from 'preact';
import { Layout } from '#web/components/layout.tsx';
import { pathIn } from '#web/language.ts';
import { page } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { attribution, sourcesShown } from '#web/sources.ts';

const DAYS_A_MONTH = 30;

/** Where what the pages say comes from, in whose words its owners ask it to be said, and what is kept of visitors. */
export function mentions(context: Context, site: Site): Response {
  const { lanterne, words } = site;
  const shown = sourcesShown(lanterne);
  const { mentions: text } = words;
  const owners = [
    ['imdb', text.imdbTitle, text.imdbNote],
    ['tmdb', text.tmdbTitle, text.tmdbNote],
  ] as const;
  return page(
    context,
    <Layout site={site} title={text.title} path="/mentions" query="" indexed>
      <div class="narrow">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        {shown.includes('starter') ? <p>{text.starter}</p> : null}
        {owners
          .filter(([source]) => shown.includes(source))
          .map(([source, title, note]) => (
            <section key={source}>
              <h2>{title}</h2>
              <p>{note}</p>
              <p class="notice" lang="en">
                {attribution[source]}
              </p>
            </section>
          ))}
        <p>{text.drawn}</p>
        <p>{text.built(words.date(lanterne.catalogueDate))}</p>
        <h2>{text.privacyTitle}</h2>
        <p>{text.privacy}</p>
        {text.privacyKept(Math.round(lanterne.config.visitorDays / DAYS_A_MONTH)).map((line) => (
          <p key={line}>{withCode(line)}</p>
        ))}
        <p>
          {words.offline.privacy} <a href={pathIn(site.language, '/hors-ligne')}>{words.offline.privacyLink}</a>
        </p>
        <p>{text.privacyNobody}</p>
        <p>
          <a href={pathIn(site.language, '/mes-donnees')}>{text.privacyRights}</a>
        </p>
      </div>
    </Layout>,
  );
}

/** What stands between backquotes is a name that machines write. */
const withCode = (line: string): ComponentChildren =>
  line.split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part));
