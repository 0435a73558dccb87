import type { Context } from 'hono';
import { ownPage } from '#web/account/own-page.ts';
import { Layout } from '#web/components/layout.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** A page that says one thing, and leads to a new letter. */
export const accountNote = (
  context: Context,
  site: Site,
  [title, text]: readonly [string, string],
  status: 409 | 410 | 422,
  again: string = site.words.account.confirm.again,
): Response =>
  ownPage(
    context,
    <Layout site={site} title={title} path="/alertes" query="">
      <div class="narrow account">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <p>
          <a class="button" href={pathIn(site.language, '/alertes')}>
            {again}
          </a>
        </p>
      </div>
    </Layout>,
    status,
  );
