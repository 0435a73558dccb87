import type { Context } from 'hono';
import { fault } from '#errors.ts';

/** The text fields of a form that was sent; files and repeats are left out. @throws FORM_INVALID when the body is no form */
export async function fieldsOf(context: Context): Promise<(name: string) => string> {
  const body = await context.req.parseBody().catch((error: unknown) => {
    throw fault('FORM_INVALID', {}, error);
  });
  const read = new Map(Object.entries(body));
  return (name) => {
    const value = read.get(name);
    // no form has a NUL, and PostgreSQL holds none: the control that stands for what is in error takes its place
    return typeof value === 'string' ? value.replaceAll('\0', '\u001a') : '';
  };
}

const anywhere = 'http://here.invalid';

/** The page of ours to go back to after a form, its address made again from its parts; `otherwise` when it is not one of ours. */
export function wayBack(address: string, otherwise: string, more: Readonly<Record<string, string>> = {}): string {
  const ours = address.startsWith('/') && address.length < 8000 && URL.canParse(address, anywhere);
  const url = new URL(ours ? address : otherwise, anywhere);
  // `/.//elsewhere` has our origin and becomes the path `//elsewhere`, which is another site
  if (url.origin !== anywhere || url.pathname.startsWith('//')) return otherwise;
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
