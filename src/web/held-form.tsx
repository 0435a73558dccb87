import type { Context } from 'hono';
import { Layout } from '#web/components/layout.tsx';
import { page } from '#web/page.ts';
import type { Site } from '#web/site.ts';

/** Fields that no page ever shows again. */
const secrets = new Set(['password', 'again', 'current', 'code', 'answer']);

/**
 * What was typed in a form of the staff that could not be taken, because its session ended while it was written: a page that holds it, to be sent again
 * once the member is in, by another tab.
 * @param way where the member proves who they are, with language
 * @returns null when the form holds nothing that was typed, or what may not be shown again (a password, a file)
 */
export async function heldForm(context: Context, site: Site, way: string): Promise<Response | null> {
  if (context.req.method !== 'POST') return null;
  const body = await context.req.parseBody({ all: true }).catch(() => ({}));
  const fields = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, typeof one === 'string' ? one : one.size === 0 ? '' : null] as const),
  );
  if (!fields.some(([, value]) => value !== '')) return null;
  if (fields.some(([name, value]) => value === null || secrets.has(name))) return null;
  const { held: words } = site.words.staff;
  const { pathname, search } = new URL(context.req.url);
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
        <form class="staff-form" method="post" action={pathname + search}>
          {fields.map(([name, value], at) => (
            <input key={at} type="hidden" name={name} value={value ?? ''} />
          ))}
          <button>{words.again}</button>
        </form>
      </div>
    </Layout>,
    403,
  );
}
