import type { ComponentChildren, JSX } from 'preact';
import { islandsVersion, styleSheet } from '#web/assets.ts';
import { Footer } from '#web/components/footer.tsx';
import { LanternMark } from '#web/components/lantern-mark.tsx';
import { ThemeColours } from '#web/components/theme-colours.tsx';
import { languages, pathIn } from '#web/language.ts';
import { displayAddress, lookClasses } from '#web/look.ts';
import type { Site } from '#web/site.ts';

interface LayoutProps {
  readonly site: Site;
  readonly title: string;
  /** The path without language, and its query: the same page in the other language. */
  readonly path: string;
  readonly query: string;
  readonly description?: string;
  /** Pages made of one reader's choices stay out of search engines. */
  readonly indexed?: boolean;
  readonly class?: string;
  /** What the head holds beside: see PageHead. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of every page: head, header, main, footer. */
export function Layout({
  site,
  title,
  path,
  query,
  description,
  indexed = false,
  class: kind,
  head,
  children,
}: LayoutProps): JSX.Element {
  const { lanterne, language, words } = site;
  const { cinemaName, accent } = lanterne.config;
  return (
    <html lang={language} class={lookClasses(site.look)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === cinemaName ? `${cinemaName}, ${words.tagline}` : `${title} · ${cinemaName}`}</title>
        <meta name="description" content={description ?? `${cinemaName}, ${words.tagline}.`} />
        {indexed ? null : <meta name="robots" content="noindex" />}
        <ThemeColours look={site.look} />
        <link rel="stylesheet" href={`/style.css?v=${styleSheet(accent).version}`} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon/180.png" />
        <link rel="manifest" href={pathIn(language, '/manifest.webmanifest')} />
        {indexed
          ? languages.map((one) => (
              <link key={one} rel="alternate" hreflang={one} href={site.here + pathIn(one, path) + query} />
            ))
          : null}
        <link rel="modulepreload" href={`/island/${islandsVersion()}/go-on.js`} />
        <script type="module" src={`/island/${islandsVersion()}/taste-box.js`} />
        <script type="module" src={`/island/${islandsVersion()}/keep-offline.js`} />
        {head}
      </head>
      <body class={kind}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header class="site-header">
          <a class="brand" href={pathIn(language, '/')} aria-label={words.homeLabel(cinemaName)}>
            <LanternMark />
            <span>{cinemaName}</span>
          </a>
          <nav class="places" aria-label={words.catalogue.places}>
            <a href={pathIn(language, '/programme')}>{words.programme.nav}</a>
            <a href={pathIn(language, '/parcourir')}>{words.catalogue.browse}</a>
            <a class="roomy" href={pathIn(language, '/chiffres')}>
              {words.figures.places}
            </a>
          </nav>
          {site.state === null ? null : (
            <nav class="mine" aria-label={words.kept.mine}>
              <a href={pathIn(language, '/ma-liste')}>{words.kept.mine}</a>
            </nav>
          )}
          <nav id="languages" aria-label={words.languagesLabel}>
            <a href={displayAddress(language, path, query)}>{words.look.link}</a>
            <a
              lang={words.otherLanguage.code}
              hreflang={words.otherLanguage.code}
              href={pathIn(language === 'fr' ? 'en' : 'fr', path) + query}
              aria-label={words.otherLanguage.label}
            >
              {words.otherLanguage.name}
            </a>
          </nav>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <p class="printed">
          {words.look.printed} {site.here}
          {pathIn(language, path) + query}
        </p>
        <Footer site={site} />
      </body>
    </html>
  );
}
