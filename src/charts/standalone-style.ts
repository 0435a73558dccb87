import { light, lightLetters } from '#charts/palette.ts';

const each = (colours: readonly string[], rule: (colour: string, index: number) => string): string =>
  colours.map(rule).join('');

/** The style of a chart on its own: day colours on white, in letters that the picture files carry. */
export const standaloneStyle = [
  `svg{font-family:"DejaVu Sans",sans-serif}`,
  `.c-ground{fill:${light.ground}}.c-ink{fill:${light.ink}}.c-soft{fill:${light.soft}}`,
  `.c-grid{fill:none;stroke:${light.grid}}.c-axis{fill:none;stroke:${light.axis}}.c-rule{fill:none;stroke:${light.soft}}`,
  `.c-halo{stroke:${light.ground};stroke-width:3px;stroke-linejoin:round;paint-order:stroke}.c-area{stroke:${light.axis};stroke-width:.5px}.c-ring{stroke:${light.ink};stroke-width:.8px}.c-point{fill:${light.ink};stroke:${light.ground};stroke-width:1.5px}`,
  `.c-bubble{fill:${light.series[0]};stroke:${light.series[0]};stroke-width:.8px}.c-gap{fill:${light.ground}}.c-gap-line{fill:none;stroke:${light.ground}}.c-hit{fill:none;stroke:none}`,
  `.c-whisker{fill:none;stroke:${light.ink}}.c-count{fill:${light.axis}}.c-hatch{fill:none;stroke:${light.axis}}`,
  each(
    light.series,
    (c, i) =>
      `.c-f${i + 1}{fill:${c}}.c-l${i + 1}{fill:none;stroke:${c}}.c-o${i + 1}{fill:${light.ground};stroke:${c}}`,
  ),
  each(light.parts, (c, i) => `.c-p${i + 1}{fill:${c}}`),
  each(light.rising, (c, i) => `.c-q${i}{fill:${c}}.c-qt${i}{fill:${letters(lightLetters.rising, i)}}`),
  each(light.around, (c, i) => `.c-d${i}{fill:${c}}.c-dt${i}{fill:${letters(lightLetters.around, i)}}`),
].join('');

function letters(onDark: readonly number[], step: number): string {
  return onDark.includes(step) ? light.ground : light.ink;
}
