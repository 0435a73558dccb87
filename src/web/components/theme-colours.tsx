import type { JSX } from 'preact';
import type { Look } from '#web/look.ts';
import { coloursOf, type ColourTheme } from '#web/tokens.ts';

const paper = { light: coloursOf('light').get('paper'), dark: coloursOf('dark').get('paper') };

/** What browsers paint their own parts with, the bars and the ground before a page comes: in the reader's theme, else in the device's. */
export function ThemeColours({ look: { theme } }: { readonly look: Look }): JSX.Element {
  return theme === 'system' ? (
    <>
      <meta name="color-scheme" content="light dark" />
      <Colour theme="light" media="(prefers-color-scheme: light)" />
      <Colour theme="dark" media="(prefers-color-scheme: dark)" />
    </>
  ) : (
    <>
      <meta name="color-scheme" content={theme} />
      <Colour theme={theme} />
    </>
  );
}

const Colour = ({ theme, media }: { readonly theme: ColourTheme; readonly media?: string }): JSX.Element => (
  <meta name="theme-color" content={paper[theme]} media={media} />
);
