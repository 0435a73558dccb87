import { Fragment, type ComponentChildren, type JSX } from 'preact';
import type { Shown } from '#web/study/study.tsx';

/** What stands in the braces of a sentence: a number with its mark, or plain words. */
export type Parts = Readonly<Record<string, Shown | string>>;

/**
 * A sentence with its numbers put in: `{name}` gives way to the part of that name.
 * @returns null when a part is null: what the book lacks is not said
 */
export function fill(sentence: string, parts: Parts): JSX.Element | null {
  const pieces: ComponentChildren[] = [];
  for (const [at, piece] of sentence.split(/\{([a-zA-Z0-9]+)\}/).entries()) {
    if (at % 2 === 0) {
      pieces.push(piece);
      continue;
    }
    const part = parts[piece] ?? null;
    if (part === null) return null;
    pieces.push(part);
  }
  return (
    <>
      {pieces.map((piece, at) => (
        <Fragment key={at}>{piece}</Fragment>
      ))}
    </>
  );
}

/** Sentences one after the other, those that can be said; null when none can. */
export function sentences(...some: readonly (JSX.Element | null)[]): JSX.Element | null {
  const said = some.filter((one) => one !== null);
  return said.length === 0 ? null : (
    <>
      {said.map((one, at) => (
        <Fragment key={at}>
          {at === 0 ? null : ' '}
          {one}
        </Fragment>
      ))}
    </>
  );
}

/** The same, as a paragraph. */
export function paragraph(...some: readonly (JSX.Element | null)[]): JSX.Element | null {
  const said = sentences(...some);
  return said === null ? null : <p>{said}</p>;
}
