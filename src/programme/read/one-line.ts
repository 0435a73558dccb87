// what turns the direction of writing, or cannot be seen: a title or a place's name could read as something else than it is
const turning = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Text without marks of direction and what cannot be seen. */
export const withoutTurns = (text: string): string => text.replaceAll(turning, '');

/** Words of a field as one line that reads as it is written. */
export const oneLine = (text: string): string => withoutTurns(text).replaceAll(/\s+/g, ' ').trim();
