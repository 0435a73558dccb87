import type { Invocation } from '#cli/command.ts';
import { recommendedJson, recommendedLines } from '#cli/film-lines.ts';
import { looseningSentence } from '#cli/filters.ts';
import { fault } from '#errors.ts';
import type { Lanterne, RecommendedList, RecommendedShelves, TasteById } from '#lanterne.ts';
import type { Loosening } from '#recommend/shape/filters.ts';
import { en } from '#web/words.en.ts';

/** Prints a list, as text or as one JSON value, and says what to loosen when it is short. @throws NOTHING_TO_RECOMMEND */
export function printList(
  { films, basis, loosen, nationalityBy }: RecommendedList,
  { liked }: TasteById,
  { localTaste }: Pick<Lanterne, 'localTaste'>,
  invocation: Invocation,
): void {
  const { values, print, note } = invocation;
  if (values['json'] === true) print(JSON.stringify({ basis, liked, films: recommendedJson(films), loosen }));
  if (films.length === 0) throw nothingLeft(loosen);
  const short = looseningSentence(films.length, loosen);
  if (short !== null) note(short);
  if (values['json'] === true) return;
  if (basis === 'start') note(startNote(localTaste, nationalityBy));
  for (const line of recommendedLines(films)) print(line);
}

/** The same for named shelves. @throws NOTHING_TO_RECOMMEND */
export function printShelves(
  { shelves, basis, loosen }: RecommendedShelves,
  { liked }: TasteById,
  { localTaste }: Pick<Lanterne, 'localTaste'>,
  invocation: Invocation,
): void {
  const { values, print, note } = invocation;
  if (values['json'] === true)
    print(
      JSON.stringify({
        basis,
        liked,
        shelves: shelves.map(({ name, films }) => ({ name, title: en.shelves[name], films: recommendedJson(films) })),
        loosen,
      }),
    );
  if (shelves.length === 0) throw nothingLeft(loosen);
  const short = looseningSentence(
    shelves.reduce((sum, { films }) => sum + films.length, 0),
    loosen,
  );
  if (short !== null) note(short);
  if (values['json'] === true) return;
  if (basis === 'start') note(startNote(localTaste));
  for (const { name, films } of shelves) {
    print(en.shelves[name]);
    for (const line of recommendedLines(films)) print(line);
  }
}

/** What is shown to who has named no film, and what its nationalities rest on. */
function startNote(taste: Lanterne['localTaste'], by?: RecommendedList['nationalityBy']): string {
  if (taste === null) return 'No film was given: here are the best known ones to start from.';
  const { place, nationality, source, year } = taste;
  const [french, american] = [nationality.french, nationality.american].map((share) => `${Math.round(100 * share)} %`);
  const guess = by === undefined || by === 'countries' ? '' : ` ${en.local.guessed[by ?? 'nothing']}`;
  return `No film was given: here are successes to start from, as they are seen in ${place} (${french} French, ${american} American; ${source}, ${year}).${guess}`;
}

/** The fault of an empty answer: the sentence on what to loosen, without its full stop, is the reason. */
export function nothingLeft(loosen: readonly Loosening[], otherwise = 'the catalogue is empty'): Error {
  const reason = looseningSentence(0, loosen)?.replace(/\.$/, '') ?? otherwise;
  return fault('NOTHING_TO_RECOMMEND', { reason: reason.charAt(0).toLowerCase() + reason.slice(1) });
}
