import type { Context } from 'hono';
import { isStaffBrowser } from '#state/staff-browsers.ts';
import { Layout } from '#web/components/layout.tsx';
import { page } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';

/** Fields that no page ever shows again. */
const secrets = new Set(['password', 'again', 'current', 'code', 'answer']);
/** No form of ours has more fields. */
const mostFields = 1000;

/**
 * What was asked by a form of the staff that could not be taken, because its session ended while it was written: a page that holds it, to be sent again
 * once the member is in, by another tab. For a browser in which a member signed in before: nobody else's form is read at all.
 * @param asked.way where the member proves who they are, with language
 * @param asked.known what that browser holds since
 * @returns null when there is nothing to hold, or what may not be shown again (a password)
 */
export async function heldForm(
  context: Context,
  site: Site,
  { way, known }: { readonly way: string; readonly known: string | null },
): Promise<Response | null> {
  if (context.req.method !== 'POST' || known === null) return null;
  if (!(await isStaffBrowser(stateOf(site).db, known))) return null;
  const body = await context.req.parseBody({ all: true }).catch(() => ({}));
  const fields = Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  if (fields.length > mostFields || fields.some(([name]) => secrets.has(name))) return null;
  if (!fields.some(([, value]) => (typeof value === 'string' ? value !== '' : value.size > 0))) return null;
  const { held: words } = site.words.staff;
  const { pathname, search } = new URL(context.req.url);
  const multipart = context.req.header('Content-Type')?.startsWith('multipart/form-data') === true;
  return page(
    context,
    <Layout site={site} title={words.title} path="/equipe" query="" class="staff">
      <div class="narrow">
        <h1>{words.title}</h1>
        <p class="lead" role="alert">
          {words.lead}
        </p>
        <p>
          1.{' '}
          <a href={way} target="_blank" rel="noopener">
            {words.enter}
          </a>
        </p>
        <p>2. {words.comeBack}</p>
        <form
          class="staff-form"
          method="post"
          action={pathname + search}
          enctype={multipart ? 'multipart/form-data' : undefined}
        >
          {fields.map(([name, value], at) =>
            typeof value === 'string' ? (
              <input key={at} type="hidden" name={name} value={value} />
            ) : value.size === 0 ? null : (
              <p key={at} class="staff-field">
                <label for={`file-${at}`}>{words.file(value.name)}</label>
                <input id={`file-${at}`} type="file" name={name} required />
              </p>
            ),
          )}
          <button>{words.again}</button>
        </form>
      </div>
    </Layout>,
    403,
  );
}
