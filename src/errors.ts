import { customerErrors } from '#errors/customers.ts';
import { notifyErrors } from '#errors/notify.ts';
import { passkeyErrors } from '#errors/passkeys.ts';
import { programmeErrors } from '#errors/programme.ts';
import { staffErrors } from '#errors/staff.ts';
import { stateErrors } from '#errors/state.ts';

/**
 * Every fault that a person may read: its sentence says what happened and what to do, `{names}` are filled in when it is raised.
 * `status` is the HTTP status, `exit` the exit code of the command line (1 ours, 2 wrong usage, 3 bad input). Explained in docs/errors.md.
 */
export const errorRegistry = {
  USAGE: { status: 400, exit: 2, sentence: '{problem} Run `lanterne {command} --help` for an example.' },
  CONFIG_INVALID: {
    status: 500,
    exit: 2,
    sentence:
      'The settings are not usable: {problems}. Correct these options or environment variables and start again.',
  },
  FILE_MISSING: {
    status: 500,
    exit: 3,
    sentence: '{file} does not exist. Check the path, or give the folder that holds {expected}.',
  },
  FOLDER_EXPECTED: {
    status: 500,
    exit: 3,
    sentence: '{file} is a file where a folder is expected. Give the folder that holds {expected}.',
  },
  FILE_UNREADABLE: {
    status: 500,
    exit: 3,
    sentence: '{file} cannot be read ({reason}). Give a file that this program may read.',
  },
  FILE_IS_XLSX: {
    status: 500,
    exit: 3,
    sentence:
      '{file}, line 1: this is an Excel workbook whatever its name says. Open it in a spreadsheet and save it as CSV UTF-8.',
  },
  FILE_NOT_UTF8: {
    status: 500,
    exit: 3,
    sentence: '{file}, line {line}: these bytes are not UTF-8 (probably Windows-1252). Save the file again as UTF-8.',
  },
  FILE_TRUNCATED: {
    status: 500,
    exit: 3,
    sentence: '{file}, after line {line}: the compressed file ends too early or is damaged. Fetch it again.',
  },
  FILE_HEADER: {
    status: 500,
    exit: 3,
    sentence: '{file}, line 1: the columns {missing} are missing. Give the file as published, with its header line.',
  },
  FILE_ROW: {
    status: 500,
    exit: 3,
    sentence: '{file}, line {line}: {problem}. Correct that line, or fetch the file again.',
  },
  FILE_EMPTY: {
    status: 500,
    exit: 3,
    sentence: '{file}, line 1: the file holds no usable row. Give the complete file.',
  },
  RATINGS_HEADER: {
    status: 500,
    exit: 3,
    sentence: '{file}, line 1: {problem}. The first line must be {expected}.',
  },
  NO_RATINGS: {
    status: 500,
    exit: 3,
    sentence:
      '{file}: not one rating can be used ({reason}). Give one rating a line; the first line must be {expected}.',
  },
  INTERACTIONS_UNUSABLE: {
    status: 500,
    exit: 3,
    sentence: '{file} is refused: {reason}. Import it again with `lanterne import ratings`, or delete it.',
  },
  NO_FILMS: {
    status: 500,
    exit: 3,
    sentence:
      '{file}: not one film remains after the filters ({filters}). Give the complete files or loosen the filters.',
  },
  DISK_FULL: {
    status: 500,
    exit: 3,
    sentence: '{file} cannot be written: the disk is full. Free some space (about {needed}) and run the command again.',
  },
  CANNOT_WRITE: {
    status: 500,
    exit: 3,
    sentence:
      '{file} cannot be written ({reason}). Choose another --data folder or another file, or correct its permissions.',
  },
  BUILD_RUNNING: {
    status: 500,
    exit: 3,
    sentence: 'Another build is writing {file} (process {pid}). Wait for it to end.',
  },
  CATALOGUE_MISSING: {
    status: 503,
    exit: 3,
    sentence:
      'There is no catalogue at {file}. Run `lanterne build` with your files, or `lanterne start` for the starter catalogue.',
  },
  CATALOGUE_UNUSABLE: {
    status: 503,
    exit: 3,
    sentence: '{file} is not a catalogue of this version ({reason}). Run `lanterne build` again.',
  },
  MODEL_MISSING: { status: 503, exit: 3, sentence: 'There is no model at {file}. Run `lanterne train`.' },
  MODEL_UNUSABLE: {
    status: 503,
    exit: 3,
    sentence:
      '{file} is refused: {reason}. Make it again with `lanterne train`, or with `lanterne model fit` if that made it.',
  },
  TITLE_AMBIGUOUS: {
    status: 300,
    exit: 3,
    sentence: '“{title}” is the name of several films: {candidates}. Give the identifier of the one you mean.',
  },
  TITLE_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence: 'No film is called “{title}”.{nearest} Check the spelling, or add the year.',
  },
  FILM_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence: 'The catalogue has no film {id}. Look it up with `lanterne search`.',
  },
  PERSON_UNKNOWN: { status: 404, exit: 3, sentence: 'The catalogue has no person {id}.' },
  NOTHING_TO_RECOMMEND: {
    status: 200,
    exit: 3,
    sentence: 'No film is left to recommend ({reason}). Loosen that condition.',
  },
  NO_LIKES: {
    status: 422,
    exit: 3,
    sentence:
      '“{file}” holds no rating of {likeAt} or more: there is nothing to learn. Lower --like-at, or check the scale.',
  },
  REFERENCE_MISSING: {
    status: 500,
    exit: 3,
    sentence: 'There is no reference data at {folder}. Give its folder in LANTERNE_REFERENCE.',
  },
  DOWNLOAD_FAILED: {
    status: 502,
    exit: 1,
    sentence: '{url} was not fetched: {reason}. What had come is kept: the same command goes on from there.',
  },
  FIGURE_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence: 'The market has no figure “{name}”.{nearest} `lanterne market` lists them.',
  },
  MARKET_NOTHING: {
    status: 500,
    exit: 3,
    sentence:
      '{folder} holds no official file that is known ({left}). Give the files of CNC and INSEE as they are published.',
  },
  WORKBOOK_DAMAGED: {
    status: 500,
    exit: 3,
    sentence: '{file} is no whole Excel workbook ({reason}). Fetch it again.',
  },
  COMMUNE_UNKNOWN: {
    status: 500,
    exit: 2,
    sentence:
      'There is no commune {commune}: {reason}. Give its INSEE code in LANTERNE_COMMUNE, such as 23096 for Guéret.',
  },
  MARKET_UNUSABLE: {
    status: 503,
    exit: 3,
    sentence: '{file} is refused: {reason}. Import the official files again with `lanterne import market`.',
  },
  VISITOR_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence: 'Nothing is held about this visitor: it was erased, or it expired. Begin again without it.',
  },
  GROUP_GONE: { status: 410, exit: 3, sentence: 'This group does not exist, or its time is over. Make a new one.' },
  GROUP_FULL: {
    status: 409,
    exit: 3,
    sentence: 'This group already has its {most} members. Make a second one for the others.',
  },
  PLACE_NOT_YOURS: {
    status: 403,
    exit: 1,
    sentence: 'This place in the group is somebody else’s. Open the page of the group again and change your own.',
  },
  ORIGIN_REFUSED: {
    status: 403,
    exit: 1,
    sentence: 'This form was not sent from a page of this site. Open the page again and send it from there.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    exit: 1,
    sentence: 'Too many requests came from this address. Come back in {seconds} seconds.',
  },
  BODY_TOO_LARGE: { status: 413, exit: 1, sentence: 'What was sent is larger than {most}. Send less at a time.' },
  FORM_INVALID: {
    status: 400,
    exit: 1,
    sentence: 'This form cannot be read. Open the page again and send it from there.',
  },
  NOTHING_KEPT: {
    status: 503,
    exit: 1,
    sentence: 'The memory of what visitors keep is not available now. Pages work without it; try again later.',
  },
  WEEK_INVALID: {
    status: 400,
    exit: 3,
    sentence: 'The week “{week}” cannot be told: {reason}. Give a week such as 2026-W47.',
  },
  PORT_TAKEN: { status: 500, exit: 3, sentence: 'Port {port} on {host} is already taken. Choose another with --port.' },
  UNHEALTHY: { status: 503, exit: 1, sentence: 'Something needs care: {check}. Remedy: {remedy}.' },
  INDICATOR_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence: 'There is no indicator “{name}”.{nearest} Run `lanterne indicators` for the list.',
  },
  FILTER_REFUSED: { status: 400, exit: 3, sentence: '{problem} Run `lanterne indicators --help` for an example.' },
  ADVICE_REFUSED: { status: 400, exit: 3, sentence: '{problem} Run `lanterne advise --help` for an example.' },
  INDICATOR_PART_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence: 'The answer of “{name}” has no {part}. {finding} It has {parts}.',
  },
  PAGE_UNKNOWN: { status: 404, exit: 1, sentence: 'There is no page at {path}.' },
  UNEXPECTED: { status: 500, exit: 1, sentence: 'Something went wrong on our side: {reason}.' },
  ...stateErrors,
  ...programmeErrors,
  ...customerErrors,
  ...notifyErrors,
  ...staffErrors,
  ...passkeyErrors,
} as const;

export type ErrorCode = keyof typeof errorRegistry;

/** The one error class: `code` is a key of the registry, `message` its sentence with the values filled in. */
export class LanterneError extends Error {
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
  constructor(code: ErrorCode, values: Record<string, string | number>, cause?: unknown) {
    super(fill(errorRegistry[code].sentence, values), cause === undefined ? undefined : { cause });
    this.name = 'LanterneError';
    this.code = code;
    this.values = values;
  }
  get status(): number {
    return errorRegistry[this.code].status;
  }
  get exit(): number {
    return errorRegistry[this.code].exit;
  }
}

/** Makes a coded error; `throw fault('FILE_MISSING', { file, expected: 'title.basics.tsv' })`. */
export function fault(code: ErrorCode, values: Record<string, string | number> = {}, cause?: unknown): LanterneError {
  return new LanterneError(code, values, cause);
}

function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}
