import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { VisitorId } from '#brand.ts';
import type { State } from '#state/open-state.ts';
import { changeSettings, settingsOf, settingValues } from '#state/settings.ts';
import { pathIn, type Language } from '#web/language.ts';
import { tellFailing } from '#web/memory.ts';

/** How a reader wants the pages to look: their colours, and whether letters are large. */
export interface Look {
  readonly theme: (typeof settingValues.theme)[number];
  readonly large: boolean;
}

/** As the device wants it. */
export const usualLook: Look = { theme: 'system', large: false };

/** Nothing personal: `dark.large`. It may hold six things, and no more. */
const cookieName = 'look';
const cookieOptions = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const;
const YEAR = 365 * 86_400;

/** A look as it is written in the cookie and in addresses. */
export const writeLook = ({ theme, large }: Look): string => `${theme}.${large ? 'large' : 'usual'}`;

/** A look as it was written; null for anything else. */
export function readLook(text: string | null | undefined): Look | null {
  return everyLook.find((look) => writeLook(look) === text) ?? null;
}

const everyLook: readonly Look[] = settingValues.theme.flatMap((theme) =>
  [false, true].map((large) => ({ theme, large })),
);

/** The classes of the page's root that carry a look; undefined for the usual one. */
export function lookClasses({ theme, large }: Look): string | undefined {
  const classes = [...(theme === 'system' ? [] : [`theme-${theme}`]), ...(large ? ['large'] : [])];
  return classes.length === 0 ? undefined : classes.join(' ');
}

/** The look that the browser's cookie asks for; null without one, or with one that was made up. */
export const lookOfBrowser = (context: Context): Look | null => readLook(getCookie(context, cookieName, 'host'));

/** The look of a request: the browser's cookie, else what the visitor chose on another device, else the usual one. */
export async function lookOf(
  context: Context,
  state: State | null,
  visitor: { readonly id: VisitorId } | null,
): Promise<Look> {
  const asked = lookOfBrowser(context);
  if (asked !== null || state === null || visitor === null) return asked ?? usualLook;
  try {
    const { theme = usualLook.theme, largePrint } = await settingsOf(state.db, visitor.id);
    return { theme, large: largePrint === 'on' };
  } catch (error) {
    tellFailing(error);
    return usualLook;
  }
}

/** Keeps a look in the browser for a year, and with what is kept of the visitor, for their other devices. */
export async function keepLook(
  context: Context,
  look: Look,
  state: State | null,
  visitor: { readonly id: VisitorId } | null,
): Promise<void> {
  if (visitor === null && writeLook(look) === writeLook(usualLook)) deleteCookie(context, cookieName, cookieOptions);
  else setCookie(context, cookieName, writeLook(look), { ...cookieOptions, maxAge: YEAR });
  if (state === null || visitor === null) return;
  try {
    await changeSettings(state.db, visitor.id, { theme: look.theme, largePrint: look.large ? 'on' : 'off' });
  } catch (error) {
    tellFailing(error); // the cookie alone suits this device
  }
}

/** The page where a look is chosen. */
export const displayPath = '/affichage';

/** Its address, that leads back to the page at `path`, which has no language. */
export const displayAddress = (language: Language, path: string, query: string): string =>
  pathIn(language, displayPath) + (path === displayPath ? query : backTo(pathIn(language, path) + query));

/** The query that leads back to a page. */
export const backTo = (back: string): string => (back === '' ? '' : `?${new URLSearchParams({ back })}`);
