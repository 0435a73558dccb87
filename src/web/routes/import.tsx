import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { JSX } from 'preact';
import { ImportForm, ImportHelp } from '#web/components/import-form.tsx';
import { ImportResult } from '#web/components/import-result.tsx';
import { Layout } from '#web/components/layout.tsx';
import { makeBasket } from '#web/import/make-basket.ts';
import { matchRows } from '#web/import/match-rows.ts';
import { readFiles, type ReadFiles } from '#web/import/read-files.ts';
import type { GivenFile } from '#web/import/taste-row.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { readTaste, tasteQuery, type TasteUrl } from '#web/taste-url.ts';

/** The most that an import may weigh, with what the form adds around it. */
export const mostImported = 5 * 1024 * 1024;
const MOST_FILES = 8;
/** How far we look in what would be proposed for films already seen. */
const LOOKED_AT = 400;

/** The form that takes an export of Letterboxd, IMDb or Trakt. */
export function importForm(context: Context, site: Site): Response {
  return formPage(context, site, { status: 200, problems: [] });
}

/** Refuses a body that is too large before it is read, by the same page. */
export const importLimit = (site: (context: Context) => Site): MiddlewareHandler =>
  bodyLimit({
    maxSize: mostImported,
    onError: (context) => {
      const words = site(context).words.importing;
      return formPage(context, site(context), { status: 413, problems: [words.tooBig] });
    },
  });

/** Reads the files sent, in memory alone, and answers with what they make of a taste; nothing is kept, also not of a file that cannot be read. */
export async function importTaste(context: Context, site: Site): Promise<Response> {
  const { importing } = site.words;
  const given = await filesOf(context);
  if (given === null) return formPage(context, site, { status: 400, problems: [importing.unreadable] });
  if (given.length === 0) return formPage(context, site, { status: 400, problems: [importing.none] });
  const read = await readFiles(given);
  const problems = problemsOf(site, read);
  if (read.rows.length === 0 && read.others === 0) {
    const large = read.faults.some(({ fault }) => fault === 'tooManyRows' || fault === 'tooLarge');
    return formPage(context, site, { status: large ? 413 : 400, problems });
  }
  return resultPage(context, site, read, problems);
}

async function resultPage(
  context: Context,
  site: Site,
  read: ReadFiles,
  problems: readonly string[],
): Promise<Response> {
  const { lanterne, words } = site;
  const { importing } = words;
  const matches = await matchRows(lanterne, read.rows);
  const basket = await makeBasket(matches, tasteOf(context), async ({ liked, not, seen }) => {
    const list = await lanterne.recommend({ liked, disliked: not, seen }, { top: LOOKED_AT, diversity: 0 });
    return list.films.map(({ card }) => card.id);
  });
  const liked = await lanterne.cards(basket.taste.liked);
  return page(
    context,
    <Layout site={site} title={importing.resultTitle} path="/importer" query={tasteQuery(tasteOf(context))}>
      <div class="narrow importing">
        <h1>{importing.resultTitle}</h1>
        <p class="lead">{importing.read(read.rows.length + read.others + read.nameless, matches.matched.length)}</p>
        {read.others === 0 ? null : <p>{importing.others(read.others)}</p>}
        {read.nameless === 0 ? null : <p>{importing.nameless(read.nameless)}</p>}
        <Problems problems={problems} />
        <ImportResult site={site} basket={basket} matches={matches} liked={liked} />
        <p class="promise">{importing.promise}</p>
        <p>
          <a href={`${pathIn(site.language, '/importer')}${tasteQuery(tasteOf(context))}`}>{importing.again}</a>
        </p>
      </div>
    </Layout>,
  );
}

function formPage(
  context: Context,
  site: Site,
  { status, problems }: { readonly status: 200 | 400 | 413; readonly problems: readonly string[] },
): Response {
  const { importing } = site.words;
  const taste = tasteOf(context);
  return page(
    context,
    <Layout
      site={site}
      title={importing.title}
      path="/importer"
      query={tasteQuery(taste)}
      description={importing.lead}
      indexed={status === 200 && tasteQuery(taste) === ''}
    >
      <div class="narrow importing">
        <h1>{importing.title}</h1>
        <p class="lead">{importing.lead}</p>
        <ImportForm site={site} taste={taste} problems={problems} />
        <ImportHelp site={site} />
      </div>
    </Layout>,
    status,
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <div class="notice" role="alert">
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </div>
  );
}

const tasteOf = (context: Context): TasteUrl => readTaste(queryOf(context));

function problemsOf({ words: { importing } }: Site, { faults }: ReadFiles): string[] {
  return faults.map(({ name, fault, detail }) => importing.faultOf(name, importing.faults[fault](detail)));
}

/** The files of the form; null when the body is no such form. */
async function filesOf(context: Context): Promise<GivenFile[] | null> {
  try {
    const sent = (await context.req.formData()).getAll('file');
    const files = sent
      .filter((one) => typeof one !== 'string' && (one.size > 0 || one.name !== ''))
      .slice(0, MOST_FILES);
    return await Promise.all(
      files.map(async (one) =>
        typeof one === 'string'
          ? { name: '', bytes: new Uint8Array() }
          : { name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) },
      ),
    );
  } catch {
    return null;
  }
}
