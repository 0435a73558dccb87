import { fault } from '#errors.ts';
import type { Site } from '#web/site.ts';

/** How far one may be asked to drive, in minutes. */
export const radii = [15, 30, 45, 60] as const;
export const usualRadius = 30;

/** The communes that may be chosen, by name. */
export const communesOf = ({ market }: Pick<Site, 'market'>): { readonly code: string; readonly name: string }[] =>
  market()
    .communes.map(({ code, name }) => ({ code, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));

/** Where a person says that they live, and how far they drive; a radius says nothing without a commune. @throws FORM_INVALID */
export function whereOf(
  site: Pick<Site, 'market'>,
  field: (name: string) => string,
): { readonly commune: string | null; readonly radius: number | null } {
  const commune = field('commune') === '' ? null : field('commune');
  if (commune !== null && !site.market().communes.some(({ code }) => code === commune)) throw fault('FORM_INVALID');
  const radius = field('radius') === '' ? null : radii.find((one) => String(one) === field('radius'));
  if (radius === undefined) throw fault('FORM_INVALID');
  return { commune, radius: commune === null ? null : radius };
}
