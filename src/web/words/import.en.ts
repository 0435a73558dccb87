import type { Words } from '#web/words.fr.ts';
import { numbers, quoted, several } from '#words/english.ts';

/** What the page of imports says, in English. */
export const importEn: Words['importing'] = {
  link: 'Import my films rated elsewhere',
  title: 'Import your films',
  lead: 'Do you rate films on Letterboxd, IMDb or Trakt? Give us the file: the films you loved become your list here, without an account.',
  file: 'Your file',
  fileHint: 'A .zip, .csv or .json file, or several at once. 5 MB at most.',
  submit: 'Read my file',
  promise:
    'The file is read while we answer you, then forgotten. Nothing of it is kept here: your list stands in the address of the page.',
  howTitle: 'How to get your file',
  how: [
    {
      service: 'Letterboxd',
      steps: [
        'On letterboxd.com, open Settings, then Data.',
        'Choose Export your data: you receive a .zip file.',
        'Give us that file as it is, without opening it.',
      ],
    },
    {
      service: 'IMDb',
      steps: [
        'On imdb.com, open your name, then Your ratings.',
        'Choose Export; when the Exports page says that it is ready, download the file.',
        'Give us that .csv file.',
      ],
    },
    {
      service: 'Trakt',
      steps: [
        'On trakt.tv, open Settings, then Data.',
        'Ask for the export of your data: you receive a .zip file of .json files.',
        'Give us that .zip file, or ratings-movies.json alone.',
      ],
    },
  ],
  otherFile:
    'Do you keep a table of your own? Save it as CSV, with the columns Title, Year and Rating named on its first line.',

  none: 'Choose a file first, then press the button.',
  unreadable: 'The file did not arrive well: start again from this page.',
  tooBig: 'This file is larger than 5 MB. Give ratings.csv alone, or the .zip file as you received it.',
  faultOf: (name, sentence) => (name === '' ? `File without a name: ${sentence}` : `${quoted(name)}: ${sentence}`),
  faults: {
    empty: () => 'it holds no film.',
    binary: () => 'this is no text. Give the .csv, .json or .zip file of your export.',
    page: () => 'this is a web page, not your export. Download the file itself.',
    workbook: () => 'this is a spreadsheet. Save it as CSV, then give that file.',
    archive: () => 'this archive is damaged. Download it again.',
    nothingInside: () => 'this archive holds none of the files of Letterboxd or Trakt.',
    columns: (detail) =>
      `a column of titles (Title, Name) or of IMDb identifiers (Const, imdb_id) is missing.${detail === '' ? '' : ` Its first line says: ${detail}.`}`,
    quotes: (detail) =>
      `quotes in it are never closed${detail === '' ? '' : `, near line ${detail}`}. Export it again.`,
    json: () => 'this is not a file of Trakt that we can read.',
    tooManyRows: () => 'it has more than 50,000 lines. Give your ratings alone.',
    tooLarge: () => 'once opened, it is too large. Give ratings.csv alone.',
  },

  resultTitle: 'Here is what we read',
  read: (rows, matched) =>
    `${several(rows, 'line read', 'lines read')}, ${several(matched, 'film recognised', 'films recognised')}.`,
  others: (count) =>
    `${several(count, 'line is', 'lines are')} about series, or something else than films: left aside.`,
  nameless: (count) => `${several(count, 'line names', 'lines name')} no film.`,
  nothing: 'None of these films is in our catalogue: there is no list to make.',
  likedTitle: (count) => several(count, 'film you loved counts', 'films you loved count'),
  allLiked: 'They are the films that you rated best, or gave a heart.',
  chosenLiked: (liked) =>
    `You loved ${numbers.format(liked)}, and twenty at most can count. We keep the best rated; among those rated the same, different directors, genres and times, then the latest.`,
  ownMean: (mean) =>
    `Your ratings are ${numbers.format(Math.round(mean * 10) / 10)} out of 10 on average: a film rated above is a film you loved.`,
  not: (count) => `${several(count, 'film you rated low tells', 'films you rated low tell')} us what is not for you.`,
  seen: (count) => `${several(count, 'other film you have seen', 'other films you have seen')} will not be suggested.`,
  beyond: (count) =>
    `The address of a page cannot hold everything: ${several(count, 'film you have seen is not in it, and may be suggested', 'films you have seen are not in it, and may be suggested')}.`,
  wantedTitle: (count) => several(count, 'film you want to see', 'films you want to see'),
  wantedLead: 'They say nothing of your taste, since you have not seen them. Open their page to note them down.',
  more: (count) => `and ${several(count, 'other', 'others')}`,
  choicesTitle: (count) => several(count, 'film to make clear', 'films to make clear'),
  choicesLead: 'Several films bear this title. Choose yours, or leave it.',
  noChoice: 'None of these',
  moreChoices: (count) =>
    `${several(count, 'other film is', 'other films are')} still unclear: add those that matter on the next page.`,
  pickTitle: 'Which ones did you love?',
  pickLead: 'Your file says what you have seen, not what you loved. Tick a few films that you loved.',
  unknownTitle: (count) => several(count, 'film is not in our catalogue', 'films are not in our catalogue'),
  go: 'See my films',
  again: 'Give another file',
};
