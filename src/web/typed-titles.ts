import { asFilmId } from '#brand.ts';
import type { FilmCard, Lanterne } from '#lanterne.ts';
import { splitRun } from '#web/split-run.ts';
import { put, type TasteUrl } from '#web/taste-url.ts';

/** What is said of a typed film. */
export type Verdict = 'liked' | 'not';

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

/** The verdict of a form; anything else than `not` is liked. */
export const asVerdict = (text: string | null): Verdict => (text === 'not' ? 'not' : 'liked');
/** What an address says of a verdict: nothing when it is the usual one. */
export const verdictQuery = (verdict: Verdict): Readonly<Record<string, string>> =>
  verdict === 'not' ? { as: 'not' } : {};

/**
 * Reads what was typed in the box; the films clearly meant join the list of the verdict. The whole text is a title first ("Le Bon, la Brute et le
 * Truand"); only when it is not is it read as several titles separated by line breaks, semicolons or commas, or run together as a
 * browser pastes several lines.
 */
export async function readTypedTitles(
  lanterne: Pick<Lanterne, 'resolve' | 'search'>,
  taste: TasteUrl,
  typed: string,
  verdict: Verdict = 'liked',
): Promise<TypedTitles> {
  const text = typed.slice(0, LONGEST_TEXT).trim();
  if (text === '') return { taste, added: [], pending: [] };
  const whole = await lanterne.resolve(oneLine(text));
  const { parts, sure } = partsOf(text);
  const asOne: [string, Resolved][] = [[oneLine(text), whole]];
  if (whole.kind === 'one') return gather(taste, asOne, verdict);
  const titles = parts.length < 2 ? await splitRun(lanterne, oneLine(text), whole) : parts;
  if (titles.length < 2) return gather(taste, asOne, verdict);
  const answers: [string, Resolved][] = [];
  for (const title of titles.slice(0, MOST_TITLES)) answers.push([title, await lanterne.resolve(title)]);
  const isOneTitle =
    parts.length > 1 && !sure && whole.kind === 'several' && answers.some(([, { kind }]) => kind === 'none');
  return gather(taste, isOneTitle ? asOne : answers, verdict);
}

type Resolved = Awaited<ReturnType<Lanterne['resolve']>>;

function gather(taste: TasteUrl, answers: readonly (readonly [string, Resolved])[], verdict: Verdict): TypedTitles {
  const added: FilmCard[] = [];
  const pending: Pending[] = [];
  let grown = taste;
  for (const [text, answer] of answers) {
    const id = answer.kind === 'one' ? asFilmId(answer.card.id) : null;
    if (answer.kind === 'one' && id !== null) {
      grown = put(grown, verdict, id);
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
