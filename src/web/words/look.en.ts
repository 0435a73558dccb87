import type { Words } from '#web/words.fr.ts';
import { quoted } from '#words/english.ts';

/** The page where one chooses how the pages look, in English. */
export const lookEn: Words['look'] = {
  link: 'Display',
  title: 'Display',
  lead: 'Choose what is easiest for you to read. Every page will follow.',
  theme: 'Colours',
  themes: {
    system: ['As on my device', 'Light or dark, as the device is set'],
    light: ['Light', 'Cream ground, dark letters'],
    dark: ['Dark', 'Night blue ground, light letters'],
  },
  letters: 'Size of letters',
  sizes: {
    usual: ['Usual', ''],
    large: ['Large print', 'Letters and buttons larger by a good third'],
  },
  apply: 'Apply',
  back: 'Go back without changing anything',
  kept: 'Your browser remembers this choice for a year, in a cookie that says nothing else.',
  more: `For larger letters still, hold the ${quoted('Ctrl')} key and press ${quoted('+')}. On a telephone, spread two fingers.`,
  done: 'Done. Every page looks like this now.',
  refused: 'Your browser did not keep this choice: it refuses cookies, or the connection is not encrypted.',
  printed: 'This page:',
};
