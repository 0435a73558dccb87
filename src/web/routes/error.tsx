import type { Context } from 'hono';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { LanterneError, type ErrorCode } from '#errors.ts';
import { styleSheet } from '#web/assets.ts';
import { LanternMark } from '#web/components/lantern-mark.tsx';
import { Scene } from '#web/components/scene.tsx';
import { ThemeColours } from '#web/components/theme-colours.tsx';
import { languageOf, languages, pathIn, wordsOf, type Language } from '#web/language.ts';
import { lookClasses, lookOfBrowser, usualLook, type Look } from '#web/look.ts';
import type { Words } from '#web/words.fr.ts';

/** What may be told of a fault. */
export type Fault = keyof Words['errors'];

const byCode: Partial<Record<ErrorCode, Fault>> = {
  PAGE_UNKNOWN: 'notFound',
  PROGRAMME_IMPORT_UNKNOWN: 'notFound',
  SHOWING_UNKNOWN: 'notFound',
  INDICATOR_UNKNOWN: 'notFound',
  INDICATOR_PART_UNKNOWN: 'notFound',
  FILTER_REFUSED: 'filterRefused',
  FILM_UNKNOWN: 'filmUnknown',
  PERSON_UNKNOWN: 'personUnknown',
  CATALOGUE_MISSING: 'notReady',
  CATALOGUE_UNUSABLE: 'notReady',
  MODEL_MISSING: 'notReady',
  MODEL_UNUSABLE: 'notReady',
  ORIGIN_REFUSED: 'foreign',
  TOO_MANY_REQUESTS: 'tooMany',
  BODY_TOO_LARGE: 'tooLarge',
  FORM_INVALID: 'badForm',
  PUSH_NEEDS_ACCOUNT: 'badForm',
  PUSH_ADDRESS_REFUSED: 'badForm',
  WEEK_INVALID: 'badWeek',
  NOTHING_KEPT: 'noMemory',
  STATE_UNREACHABLE: 'noMemory',
  STATE_BUSY: 'noMemory',
  GROUP_GONE: 'groupGone',
  GROUP_FULL: 'groupFull',
  PLACE_NOT_YOURS: 'notYours',
  LINK_UNUSABLE: 'linkUnusable',
  CONTACT_REFUSED: 'contactRefused',
  CUSTOMER_UNKNOWN: 'accountGone',
  STAFF_ROLE: 'staffRole',
  STAFF_LINK_OVER: 'staffLinkOver',
  STAFF_PROOF_OVER: 'staffProofOver',
  STAFF_UNKNOWN: 'personNotHeld',
  PASSKEY_REFUSED: 'passkeyRefused',
  PASSKEY_OVER: 'staffProofOver',
};

/** What a visitor is told of an error: of those that are not theirs to understand, only that they are ours. */
export const faultOf = (error: unknown): Fault =>
  (error instanceof LanterneError ? byCode[error.code] : undefined) ?? 'ours';

/** Its HTTP status. */
export const statusOf = (error: unknown): number =>
  error instanceof LanterneError && faultOf(error) !== 'ours' ? error.status : 500;

/** The page of a fault, in the reader's language first, then in the other. */
export function faultPage(context: Context, kind: Fault, status: number, accent: string | null): Response {
  const { language } = languageOf(context.req.path);
  const html = `<!doctype html>${renderToString(<FaultPage language={language} kind={kind} accent={accent} look={lookOfBrowser(context) ?? usualLook} />)}`;
  return new Response(html, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

// stands alone: it must do without the catalogue
function FaultPage({
  language,
  kind,
  accent,
  look,
}: {
  readonly language: Language;
  readonly kind: Fault;
  readonly accent: string | null;
  readonly look: Look;
}): JSX.Element {
  const order = languages.toSorted((a, b) => Number(b === language) - Number(a === language));
  const [title] = wordsOf(language).errors[kind];
  return (
    <html lang={language} class={lookClasses(look)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <ThemeColours look={look} />
        <title>{title}</title>
        <link rel="stylesheet" href={accent === null ? '/style.css' : `/style.css?v=${styleSheet(accent).version}`} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body class="fault">
        <header class="site-header">
          <a class="brand" href={pathIn(language, '/')} aria-label={wordsOf(language).toHome}>
            <LanternMark />
          </a>
        </header>
        <main class="narrow">
          {order.map((one, at) => (
            <section key={one} lang={one}>
              {at === 0 ? <h1>{wordsOf(one).errors[kind][0]}</h1> : <h2>{wordsOf(one).errors[kind][0]}</h2>}
              <p>{wordsOf(one).errors[kind][1]}</p>
              <p>
                <a class={at === 0 ? 'button' : ''} href={pathIn(one, '/')}>
                  {wordsOf(one).toHome}
                </a>
              </p>
            </section>
          ))}
        </main>
        <Scene />
      </body>
    </html>
  );
}
