/** Letters and digits of a text, without accents, joined by hyphens. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

/** An identifier for each cinema, of its name and its commune; CNC's number is added where these are not enough. */
export function cinemaIds(cinemas: readonly (readonly [name: string, commune: string, number: string])[]): string[] {
  const plain = cinemas.map(([name, commune]) => slug(`${name} ${commune}`));
  const seen = new Map<string, number>();
  for (const id of plain) seen.set(id, (seen.get(id) ?? 0) + 1);
  return plain.map((id, place) => ((seen.get(id) ?? 0) > 1 ? `${id}-${slug(cinemas[place]?.[2] ?? '')}` : id));
}
