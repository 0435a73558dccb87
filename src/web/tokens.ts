import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ColourTheme = 'light' | 'dark';

const sheet = readFileSync(join(import.meta.dirname, 'style/00-tokens.css'), 'utf8');
const [light = '', dark = ''] = sheet.split('@media (prefers-color-scheme: dark)');

/** The colours `#rrggbb` of a theme by the names of their custom properties, as style/00-tokens.css gives them: `paper` -> `#f7efe0`. */
export function coloursOf(theme: ColourTheme): ReadonlyMap<string, string> {
  return new Map([...named(light), ...(theme === 'dark' ? named(dark) : [])]);
}

const named = (css: string): [name: string, colour: string][] =>
  [...css.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]);
