/** A value as JSON that may stand inside a `<script type="application/ld+json">`: nothing in it can end the element or open a comment. */
export const asJsonLd = (value: object): string => JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, escaped);

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Text as said to machines: without control characters, nor those that turn the writing direction. A title cannot make another
 * site's line read backwards.
 */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
