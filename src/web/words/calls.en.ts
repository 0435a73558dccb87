import type { callsFr } from '#web/words/calls.fr.ts';
import { several } from '#words/english.ts';

/** The calls of the house and the sheets that it prints, in English. */
export const callsEn: typeof callsFr = {
  title: 'Calls and sheets',
  lead: 'The people who asked to be told by telephone or on paper, and what there is to tell them this week.',
  toCall: (count) => `To call (${count})`,
  nobody: 'Nobody to call for now. The list fills once the programme is chosen.',
  noNumber: 'No usable number: ask the person',
  say: 'To say',
  told: 'Done',
  toldFor: (name) => `Done: ${name}`,
  noAnswer: 'No answer',
  noAnswerFor: (name) => `No answer: ${name}`,
  tried: (count) => `${several(count, 'call', 'calls')} without an answer`,
  givenUp: 'No longer to be called, unless you wish',
  nameless: 'No name',
  sheets: (count) => `Sheets to hand over (${count})`,
  noSheets: 'No sheet to print for now.',
  print: (count) => (count === 1 ? 'Print the sheet (PDF)' : `Print the ${count} sheets (PDF)`),
  printHint: 'One person a sheet, in large letters. Opening the PDF notes the sheets as printed.',
  printed: 'printed',
  notPrinted: 'not printed yet',
  handed: 'Handed over',
  handedFor: (name) => `Sheet handed over: ${name}`,
  allHanded: 'All printed sheets are handed over',
  over: (count) =>
    `${several(count, 'message is', 'messages are')} no longer to be told: those showings are over, called off or changed, or the person saw the film or changed their mind.`,
  done: (count) => `Done since Wednesday (${count})`,
  again: 'Put back on the list',
  againFor: (name) => `Put back on the list: ${name}`,
  kept: (count) => several(count, 'line noted.', 'lines noted.'),
  changed: 'Nothing was noted: somebody did it meanwhile. Here is the list as it stands.',
  file: 'sheets',
};
