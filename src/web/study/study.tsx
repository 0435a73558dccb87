import type { ComponentChildren, JSX } from 'preact';
import type { HuffPower } from '#market/compute/huff.ts';
import { computed, valueOf, type Answer, type Computed, type Value } from '#market/computed.ts';
import { around } from '#market/around.ts';
import { placeName } from '#market/places.ts';
import { huffAnswer } from '#market/questions/huff.ts';
import { leakageAnswer } from '#market/questions/leakage.ts';
import { trace, type Traced } from '#market/trace.ts';
import type { MarketBook } from '#market/types.ts';
import type { Site } from '#web/site.ts';
import { markOf, markOfAnswer, openNotes, type Mark, type Notes } from '#web/study/notes.ts';
import { written, type WrittenOptions } from '#web/study/written.ts';
import type { Words } from '#web/words.fr.ts';
import { departmentWords, townWords, type PlaceWords } from '#words/departments.ts';
import { speechOf, type Speech } from '#words/speech.ts';

/** What the sections of the study are written from. */
export interface Study {
  readonly site: Site;
  readonly book: MarketBook;
  readonly words: Words['study'];
  readonly say: Speech;
  readonly notes: Notes;
  /** INSEE code of the department. */
  readonly department: string;
  /** The department, and the cinema's own commune, in a sentence. */
  readonly at: PlaceWords;
  readonly town: PlaceWords;
  readonly power: HuffPower;
  /** The answer to a question by its name; null when the book lacks what it needs. */
  answer(name: string): Answer | null;
  /** The mark of an answer by its name; null when there is none. */
  markOf(name: string): Mark | null;
  /** A row of the book; null when there is none. */
  row(id: string, year?: number): Traced | null;
  /** A value of an answer. */
  value(name: string, key: string): Value | null;
  /** A number of the book with its mark. */
  fig(id: string, options?: ShownOptions): Shown;
  /** A number that is computed, with its mark; `end` shows an end of its range. */
  val(name: string, key: string, options?: ShownOptions & { readonly end?: 'low' | 'high' }): Shown;
  /** The department of a code, in a sentence. */
  place(commune: string): PlaceWords;
}

export interface ShownOptions extends WrittenOptions {
  readonly year?: number;
}

/** A number to be put into a sentence; null when the book has none. */
export type Shown = JSX.Element | null;

/** A part of the study; null when the book has nothing to fill it. */
export interface Section {
  /** Its anchor. */
  readonly id: string;
  readonly title: string;
  readonly body: ComponentChildren;
}

export function openStudy(site: Site, book: MarketBook, power: HuffPower): Study {
  const words = site.words.study;
  const say = speechOf(site.language);
  const notes = openNotes();
  const { department, commune } = book.home;
  const answers = new Map<string, Answer | null>();
  const answer = (name: string): Answer | null => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const made = compute(name, book, power);
    answers.set(name, made);
    return made;
  };
  const marks = new Map<string, Mark | null>();
  const answerMark = (name: string): Mark | null => {
    const known = marks.get(name);
    if (known !== undefined) return known;
    const made = answer(name);
    const mark = made === null ? null : markOfAnswer(book, made);
    marks.set(name, mark);
    return mark;
  };
  const nameOf = (code: string): string | null =>
    book.communes.find((one) => one.code === code)?.name ??
    book.cinemas.find((one) => one.commune === code)?.communeName ??
    null;
  const place = (code: string): PlaceWords => townWords(nameOf(code) ?? site.lanterne.config.cinemaName, site.language);
  return {
    site,
    book,
    words,
    say,
    notes,
    department,
    power,
    place,
    at: departmentWords(department, placeName(department), site.language),
    town: place(commune),
    answer,
    markOf: answerMark,
    row: (id, year) => trace(book, id, year),
    value: (name, key) => valueOf(answer(name), key),
    fig(id, { year, ...options } = {}) {
      const row = trace(book, id, year);
      if (row === null) return null;
      const number = notes.source(row.source);
      const mark = markOf(row);
      const told = words.toSource(words.marks[mark], number) + (row.reliability === 'C' ? `, ${words.third}` : '');
      return (
        <span class="fig" data-figure={`${row.id} ${row.year}`} data-round={options.round}>
          {written(row.value, row.unit, say, options)}
          <Noted mark={mark} letter={`${number}`} to={`#source-${number}`} told={told} />
        </span>
      );
    },
    val(name, key, { end, ...options } = {}) {
      const value = valueOf(answer(name), key);
      const mark = answerMark(name);
      const amount = value === null ? undefined : end === undefined ? value.value : value[end];
      if (mark === null || value === null || amount === undefined) return null;
      const number = notes.method(name);
      return (
        <span class="fig" data-computed={`${name} ${key} ${end ?? 'value'}`} data-round={options.round}>
          {written(amount, value.unit, say, options)}
          <Noted
            mark={mark}
            letter={`c${number}`}
            to={`#calcul-${number}`}
            told={words.toMethod(words.marks[mark], number)}
          />
        </span>
      );
    },
  };
}

const answered = new WeakMap<MarketBook, Map<string, Answer | null>>();

/** Answers are kept as long as the book; those of chosen powers are the page's own. */
function compute(name: string, book: MarketBook, power: HuffPower): Answer | null {
  if (name === 'huff') return huffAnswer(book, power);
  if (name === 'leakage') return leakageAnswer(book, power);
  const kept = answered.get(book) ?? new Map<string, Answer | null>();
  answered.set(book, kept);
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = questionOf(name)?.compute(book) ?? null;
  kept.set(name, made);
  return made;
}

/** The question of a name. */
export const questionOf = (name: string): Computed | undefined => computed.find((one) => one.name === name);

/** What the book knows of the department at all. */
export const knowsDepartment = ({ book, department }: Study): boolean =>
  around(book).cinemas.length > 0 || book.communes.some((one) => one.department === department);

interface NotedProps {
  readonly mark: Mark;
  readonly letter: string;
  readonly to: string;
  readonly told: string;
}

/**
 * The letter after a number: where it comes from, in sight and in words, the words beginning with what is in sight (WCAG 2.5.3). The number
 * of the note is written after it where it is needed: on paper, and under a chart.
 */
export function Noted({ mark, letter, to, told }: NotedProps): JSX.Element {
  const initial = mark.charAt(0).toUpperCase();
  return (
    <a class={`noted ${mark}`} href={to} data-note={letter} aria-label={`${initial}${letter}, ${told}`}>
      {initial}
    </a>
  );
}
