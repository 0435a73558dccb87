/** One way of writing a title: no capitals, accents nor signs. What a house wrote once and what it writes today then agree. */
export const titleKey = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll('&', ' et ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
