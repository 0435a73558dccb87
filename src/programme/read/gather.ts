import {
  hasEntries,
  mostDrafts,
  problem,
  shorten,
  type DraftShowing,
  type Fault,
  type Note,
  type ProgrammeFormat,
  type Reading,
  type ReadOptions,
} from '#programme/read/draft.ts';
import { readFields, type Fields } from '#programme/read/fields.ts';

export interface FieldLine {
  readonly line: number;
  readonly text: string;
  readonly fields: Fields;
}

/** Lines of fields become showings and faults; a showing said twice is one, and is told. */
export function gatherLines(
  format: ProgrammeFormat,
  lines: readonly FieldLine[],
  { now }: Pick<ReadOptions, 'now'>,
  {
    faults: before = [],
    notes: told = [],
  }: { readonly faults?: readonly Fault[]; readonly notes?: readonly Note[] } = {},
): Reading {
  const drafts: DraftShowing[] = [];
  const faults: Fault[] = [...before];
  const notes: Note[] = [...told];
  const places = new Map<string, number>();
  // what is unknown is told once; a calendar has its marks among other words
  const marks = new Set<string>();
  for (const { line, text, fields } of lines.slice(0, mostDrafts)) {
    const read = readFields(fields, { line, text, now });
    if ('problems' in read) {
      faults.push({ line, text: shorten(text, 300), problems: read.problems, about: read.about });
      continue;
    }
    const { draft } = read;
    const place = JSON.stringify([draft.venue, draft.starts, draft.screen, draft.title || draft.keys]);
    const first = places.get(place);
    if (first !== undefined) {
      faults.push({
        line,
        text: draft.text,
        problems: [problem('repeated', { [hasEntries(format) ? 'entry' : 'line']: String(first) })],
      });
      continue;
    }
    places.set(place, line);
    drafts.push(draft);
    for (const one of read.told) {
      const mark = one.kind === 'versionUnknown' || one.kind === 'markUnknown' ? JSON.stringify(one) : null;
      if (mark !== null && (format === 'ics' || marks.has(mark))) continue;
      if (mark !== null) marks.add(mark);
      notes.push({ line, ...one });
    }
  }
  if (lines.length > mostDrafts) notes.push({ line: 0, ...problem('tooMany', { most: String(mostDrafts) }) });
  return { format, drafts, faults: faults.toSorted((a, b) => a.line - b.line), notes };
}
