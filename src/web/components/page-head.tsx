import type { JSX } from 'preact';
import { languages, type Language } from '#web/language.ts';
import { asJsonLd, plainText } from '#web/json-ld.ts';
import { wholeAddress } from '#web/origin.ts';
import type { Site } from '#web/site.ts';

export interface PageHeadProps {
  readonly site: Site;
  readonly origin: string;
  /** Without language: the address that stands for all those of this page. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The kind of thing, as Open Graph calls it. */
  readonly kind: 'website' | 'profile' | 'video.movie';
  /** A picture's path on this site. */
  readonly picture?: string | null;
  /** What the page is about, for machines: schema.org values. */
  readonly about?: readonly object[];
  /** Paths with language and query of the pages before and after this one. */
  readonly before?: string | null;
  readonly after?: string | null;
}

const locales: Record<Language, string> = { fr: 'fr_FR', en: 'en_GB' };

/** What the head of a public page says to search engines and to those who show a link: canonical address, Open Graph, JSON-LD. */
export function PageHead({
  site: { language, lanterne },
  origin,
  path,
  title,
  description,
  kind,
  picture = null,
  about = [],
  before = null,
  after = null,
}: PageHeadProps): JSX.Element {
  const address = wholeAddress(origin, language, path);
  const others = languages.filter((one) => one !== language);
  const facts: readonly (readonly [property: string, content: string])[] = [
    ['og:type', kind],
    ['og:site_name', lanterne.config.cinemaName],
    ['og:title', plainText(title)],
    ['og:description', plainText(description)],
    ['og:url', address],
    ['og:locale', locales[language]],
    ...others.map((other) => ['og:locale:alternate', locales[other]] as const),
    ...(picture === null ? [] : [['og:image', origin + picture] as const]),
  ];
  return (
    <>
      <link rel="canonical" href={address} />
      {before === null ? null : <link rel="prev" href={before} />}
      {after === null ? null : <link rel="next" href={after} />}
      {facts.map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      {about.map((value, at) => (
        <script key={at} type="application/ld+json" dangerouslySetInnerHTML={{ __html: asJsonLd(value) }} />
      ))}
    </>
  );
}
