import type { Invocation } from '#cli/command.ts';
import { recommendedJson, recommendedLines } from '#cli/film-lines.ts';
import { looseningSentence } from '#cli/filters.ts';
import { fault } from '#errors.ts';
import type { RecommendedList, RecommendedShelves, TasteById } from '#lanterne.ts';
import type { Loosening } from '#recommend/shape/filters.ts';
import { en } from '#web/words.en.ts';

/** Prints a list, as text or as one JSON value, and says what to loosen when it is short. @throws NOTHING_TO_RECOMMEND */
export function printList(
  { films, basis, loosen }: RecommendedList,
  { liked }: TasteById,
  invocation: Invocation,
): void {
  const { values, print, note } = invocation;
  if (values['json'] === true) print(JSON.stringify({ basis, liked, films: recommendedJson(films), loosen }));
  if (films.length === 0) throw nothingLeft(loosen);
  const short = looseningSentence(films.length, loosen);
  if (short !== null) note(short);
  if (values['json'] === true) return;
  if (basis === 'start') note('No film was given: here are the best known ones to start from.');
  for (const line of recommendedLines(films)) print(line);
}

/** The same for named shelves. @throws NOTHING_TO_RECOMMEND */
export function printShelves(
  { shelves, basis, loosen }: RecommendedShelves,
  { liked }: TasteById,
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
  if (basis === 'start') note('No film was given: here are shelves of the best known ones.');
  for (const { name, films } of shelves) {
    print(en.shelves[name]);
    for (const line of recommendedLines(films)) print(line);
  }
}

/** The fault of an empty answer: the sentence on what to loosen, without its full stop, is the reason. */
export function nothingLeft(loosen: readonly Loosening[], otherwise = 'the catalogue is empty'): Error {
  const reason = looseningSentence(0, loosen)?.replace(/\.$/, '') ?? otherwise;
  return fault('NOTHING_TO_RECOMMEND', { reason: reason.charAt(0).toLowerCase() + reason.slice(1) });
}
