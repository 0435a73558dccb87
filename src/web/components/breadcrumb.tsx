import type { JSX } from 'preact';
import { browseAddress } from '#web/browse-url.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';

export interface Crumb {
  readonly name: string;
  /** With language and query. */
  readonly href: string;
}

interface BreadcrumbProps {
  readonly site: Site;
  readonly trail: readonly Crumb[];
  /** The page itself. */
  readonly here: string;
}

/** The way from the home page to this one. */
export function Breadcrumb({ site: { words }, trail, here }: BreadcrumbProps): JSX.Element {
  return (
    <nav class="crumbs" aria-label={words.catalogue.breadcrumb}>
      <ol>
        {trail.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

/** From home to browsing: where the ways to films and people begin. */
export const browseTrail = (site: Site, taste: TasteUrl): Crumb[] => [
  { name: site.words.catalogue.home, href: pathIn(site.language, '/') + tasteQuery(taste) },
  { name: site.words.catalogue.browse, href: browseAddress(site, {}, taste) },
];

/** The same for machines: https://schema.org/BreadcrumbList. */
export const breadcrumbList = (origin: string, trail: readonly Crumb[], here: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: [
    ...trail.map(({ name, href }, at) => ({ '@type': 'ListItem', position: at + 1, name, item: origin + href })),
    { '@type': 'ListItem', position: trail.length + 1, name: here },
  ],
});
