import type { ComponentChildren, JSX } from 'preact';
import { Layout } from '#web/components/layout.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import type { Site } from '#web/site.ts';

interface PublicPageProps {
  readonly site: Site;
  readonly title: string;
  readonly description: string;
  /** Without language: the address that stands for all those of this page. */
  readonly path: string;
  /** What the same page in the other language is asked with. */
  readonly query: string;
  readonly indexed: boolean;
  readonly class: string;
  /** A picture's path on this site. */
  readonly picture?: string | null;
  /** What the page is about, for machines: schema.org values. */
  readonly about?: readonly object[];
  /** What the head holds beside. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page of the site that may be found and shared: what it is called and tells is said once, to readers and to machines. */
export const PublicPage = ({ picture, about, head, children, ...said }: PublicPageProps): JSX.Element => {
  const { site, path, title, description } = said;
  return (
    <Layout
      {...said}
      head={
        <>
          <PageHead
            {...{ site, path, title, description }}
            origin={site.here}
            kind="website"
            {...(picture === undefined ? {} : { picture })}
            {...(about === undefined ? {} : { about })}
          />
          {head}
        </>
      }
    >
      {children}
    </Layout>
  );
};
