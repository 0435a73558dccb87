import { asFilmId } from '#brand.ts';
import type { FilmCard, Lanterne } from '#lanterne.ts';
import { put, type TasteUrl } from '#web/taste-url.ts';

/** A typed title that is not one film: a choice to make, or nothing but the nearest titles. */
export interface Pending {
  readonly text: string;
  readonly kind: 'several' | 'none';
  readonly cards: readonly FilmCard[];
}

/** What became of a typed text: the taste grown by the films clearly meant, and what is left to decide. */
export interface TypedTitles {
  readonly taste: TasteUrl;
  readonly added: readonly FilmCard[];
  readonly pending: readonly Pending[];
}

const LONGEST_TEXT = 2000;
const MOST_TITLES = 20;

/**
 * Reads what was typed in the box. The whole text is a title first ("Le Bon, la Brute et le Truand"); only when it is not
 * is it read as several titles separated by line breaks, semicolons or commas.
 */
export async function readTypedTitles(lanterne: Lanterne, taste: TasteUrl, typed: string): Promise<TypedTitles> {
  const text = typed.slice(0, LONGEST_TEXT).trim();
  if (text === '') return { taste, added: [], pending: [] };
  const whole = await lanterne.resolve(oneLine(text));
  const { parts, sure } = partsOf(text);
  if (whole.kind === 'one' || parts.length < 2) return gather(taste, [[oneLine(text), whole]]);
  const answers: [string, Resolved][] = [];
  for (const part of parts) answers.push([part, await lanterne.resolve(part)]);
  const isOneTitle = !sure && whole.kind === 'several' && answers.some(([, { kind }]) => kind === 'none');
  return gather(taste, isOneTitle ? [[oneLine(text), whole]] : answers);
}

type Resolved = Awaited<ReturnType<Lanterne['resolve']>>;

function gather(taste: TasteUrl, answers: readonly (readonly [string, Resolved])[]): TypedTitles {
  const added: FilmCard[] = [];
  const pending: Pending[] = [];
  let grown = taste;
  for (const [text, answer] of answers) {
    const id = answer.kind === 'one' ? asFilmId(answer.card.id) : null;
    if (answer.kind === 'one' && id !== null) {
      grown = put(grown, 'liked', id);
      added.push(answer.card);
    } else if (answer.kind === 'several') pending.push({ text, kind: 'several', cards: answer.cards });
    else if (answer.kind === 'none') pending.push({ text, kind: 'none', cards: answer.nearest });
  }
  return { taste: grown, added, pending };
}

// a semicolon or a line break parts titles for certain, a comma only when there is neither
function partsOf(text: string): { parts: string[]; sure: boolean } {
  const sure = /[;\n]/.test(text);
  const parts = text.split(sure ? /[;\n]/ : ',').map(oneLine);
  return { parts: parts.filter((part) => part !== '').slice(0, MOST_TITLES), sure };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
