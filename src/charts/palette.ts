/**
 * Colours in order. Series: the hues of Okabe and Ito (2008), made dark enough to be written on paper (4.5 to 1), of unequal lightness so
 * that protanopes, deuteranopes and tritanopes tell them apart; the tests measure both. 27-charts.css has the same in custom properties, with those of the night.
 */
export const light = {
  ground: '#ffffff',
  ink: '#221c2c',
  soft: '#574e5f',
  grid: '#e2dccf',
  axis: '#8d7f6d',
  series: ['#1763b0', '#b54a00', '#00443d', '#761e76', '#4f4a00', '#686076'],
  parts: ['#0b4f8a', '#c26a12', '#5f7f86', '#97327a', '#6e5b00', '#7d7060'],
  rising: ['#e9e3d2', '#c9d6cf', '#a2c2c8', '#74a7bd', '#3d7ba3', '#22628f', '#0d3f68'],
  around: ['#8f3406', '#c8743a', '#e6b183', '#ece4d6', '#9dc0d6', '#5a9cc8', '#0b4a80'],
} as const;

/** How many colours a scale has. */
export const STEPS = 7;

/** The step of a scale whose letters are light, for those that are dark enough to carry them. */
export const lightLetters = { rising: [4, 5, 6], around: [0, 6] } as const;

/** Dashes of the lines of series, in order: no dash, then others. */
export const dashes = [undefined, '7 4', '2 3.5', '10 3 2 3', '4 2', '1 4'] as const;

/** The one of a list for an index, round and round. */
export const inTurn = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** The number in the classes of a series: 1 to 6. */
export const turn = (index: number): number => (index % light.series.length) + 1;
