import type { Context } from 'hono';
import { Layout } from '#web/components/layout.tsx';
import { eraseVisitor, exportVisitor } from '#state/rights.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import { forgetCookie, hasCookie } from '#web/visitor.ts';

const DAYS_A_MONTH = 30;

/** What is held about the visitor, counted; the way to have it all, and to have it erased. */
export async function myData(context: Context, site: Site): Promise<Response> {
  const { data } = site.words.kept;
  const held =
    site.visitor === null || site.state === null ? null : await exportVisitor(site.state.db, site.visitor.id);
  return page(
    context,
    <Layout site={site} title={data.title} path="/mes-donnees" query="">
      <div class="narrow">
        <h1>{data.title}</h1>
        {queryOf(context).get('done') !== 'erased' || held !== null ? null : (
          <p id="done" class="notice" role="status" tabIndex={-1}>
            {data.erased}
          </p>
        )}
        {held === null ? (
          <p class="lead">{data.nobody}</p>
        ) : (
          <>
            <p class="lead">{data.lead}</p>
            <ul>
              <li>{data.marks(held.marks.length)}</li>
              <li>{data.groups(held.groupPlaces.length + held.groupsMade.length)}</li>
              <li>{data.settings(held.settings.length)}</li>
              <li>{data.events(held.events.length)}</li>
            </ul>
            <p>
              {data.since(site.words.date(held.visitor.created), site.words.date(held.visitor.lastSeen))}{' '}
              {data.until(Math.round(site.lanterne.config.visitorDays / DAYS_A_MONTH))}
            </p>
            <p>
              <a class="button" href={pathIn(site.language, '/mes-donnees.json')} download="lanterne.json">
                {data.download}
              </a>
            </p>
            <form method="post" action={pathIn(site.language, '/mes-donnees/effacer')}>
              <p id="erase-hint">{data.eraseHint}</p>
              <button class="quiet button" aria-describedby="erase-hint">
                {data.erase}
              </button>
            </form>
          </>
        )}
      </div>
    </Layout>,
  );
}

/** Everything held about the visitor, to keep; an empty object when nothing is. */
export async function myDataFile(context: Context, site: Site): Promise<Response> {
  const held = site.visitor === null ? null : await exportVisitor(stateOf(site).db, site.visitor.id);
  context.header('Cache-Control', 'no-store');
  context.header('Content-Disposition', 'attachment; filename="lanterne.json"');
  return context.json(held ?? {});
}

/** Erases everything held about the visitor, and their cookie. */
export async function eraseMine(context: Context, site: Site): Promise<Response> {
  if (site.visitor !== null) await eraseVisitor(stateOf(site).db, site.visitor.id);
  if (hasCookie(context)) forgetCookie(context);
  return context.redirect(`${pathIn(site.language, '/mes-donnees')}?done=erased#done`, 303);
}
