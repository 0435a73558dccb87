import type { ComponentChildren, JSX } from 'preact';
import { Layout } from '#web/components/layout.tsx';
import { PageHead, type PageHeadProps } from '#web/components/page-head.tsx';
import type { Site } from '#web/site.ts';

interface PublicPageProps extends Pick<PageHeadProps, 'picture' | 'about' | 'before' | 'after'> {
  readonly site: Site;
  readonly title: string;
  readonly description: string;
  /** Without language. */
  readonly path: string;
  /** What the same page in the other language is asked with. */
  readonly query: string;
  readonly indexed: boolean;
  readonly class: string;
  /** `website` unless told. */
  readonly kind?: PageHeadProps['kind'];
  /** The address that stands for all those of this page, without language; its path unless told. */
  readonly canonical?: string;
  /** The description where the title stands beside it, when that one need not begin with its words. */
  readonly summary?: string;
  /** What the head holds beside. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page of the site that may be found and shared: what it is called and tells is said once, to readers and to machines. */
export const PublicPage = ({
  picture = null,
  about = [],
  before = null,
  after = null,
  kind = 'website',
  canonical,
  summary,
  head,
  children,
  ...said
}: PublicPageProps): JSX.Element => (
  <Layout
    {...said}
    head={
      <>
        <PageHead
          {...{ picture, about, before, after, kind }}
          site={said.site}
          origin={said.site.here}
          path={canonical ?? said.path}
          title={said.title}
          description={summary ?? said.description}
        />
        {head}
      </>
    }
  >
    {children}
  </Layout>
);
