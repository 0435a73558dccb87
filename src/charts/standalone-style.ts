import { light, lightLetters } from '#charts/palette.ts';

const each = (colours: readonly string[], rule: (colour: string, index: number) => string): string =>
  colours.map(rule).join('');

/** The style of a chart on its own: day colours on white, in letters that the picture files carry. */
export const standaloneStyle = [
  `svg{font-family:"DejaVu Sans",sans-serif}`,
  `.ground{fill:${light.ground}}.ink{fill:${light.ink}}.soft{fill:${light.soft}}`,
  `.grid{fill:none;stroke:${light.grid}}.axis{fill:none;stroke:${light.axis}}.rule{fill:none;stroke:${light.soft}}`,
  `.halo{stroke:${light.ground};stroke-width:3px;stroke-linejoin:round;paint-order:stroke}.edge{fill:none;stroke:${light.ground};stroke-width:.7px}.point{fill:${light.ink};stroke:${light.ground};stroke-width:1.5px}`,
  `.gap{fill:${light.ground}}.gap-line{fill:none;stroke:${light.ground}}.hit{fill:none;stroke:none}`,
  `.whisker{fill:none;stroke:${light.ink}}.count{fill:${light.axis}}.hatch{fill:none;stroke:${light.axis}}`,
  each(
    light.series,
    (c, i) => `.f${i + 1}{fill:${c}}.l${i + 1}{fill:none;stroke:${c}}.o${i + 1}{fill:${light.ground};stroke:${c}}`,
  ),
  each(light.parts, (c, i) => `.p${i + 1}{fill:${c}}`),
  each(light.rising, (c, i) => `.q${i}{fill:${c}}.qt${i}{fill:${letters(lightLetters.rising, i)}}`),
  each(light.around, (c, i) => `.d${i}{fill:${c}}.dt${i}{fill:${letters(lightLetters.around, i)}}`),
].join('');

function letters(onDark: readonly number[], step: number): string {
  return onDark.includes(step) ? light.ground : light.ink;
}
