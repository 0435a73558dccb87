/** Faults of the programme: files, venues, showings. */
export const programmeErrors = {
  PROGRAMME_UNREADABLE: {
    status: 400,
    exit: 3,
    sentence: 'Nothing can be read in {file}: {reason} Correct it and send it again; the programme stands as it was.',
  },
  PROGRAMME_NOTHING_USABLE: {
    status: 400,
    exit: 3,
    sentence: 'No line of {file} can be used: {reasons} The programme stands as it was.',
  },
  PROGRAMME_IMPORT_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence: 'There is no import “{id}”. `lanterne programme imports` lists them.',
  },
  PROGRAMME_IMPORT_UNDONE: {
    status: 409,
    exit: 3,
    sentence: 'The import “{id}” is undone already, or was never applied. There is nothing to undo.',
  },
  PROGRAMME_LINE_SETTLED: {
    status: 409,
    exit: 3,
    sentence:
      'Line {line} of the import “{id}” asks for no film. `lanterne programme imports {id}` lists those that do; the programme stands as it was.',
  },
  VENUE_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence:
      'There is no venue “{venue}”.{nearest} `lanterne programme venues` lists them, and `--add FILE` adds some.',
  },
  VENUES_REFUSED: {
    status: 400,
    exit: 3,
    sentence:
      'The venues of {file} cannot be taken: {reasons} Correct them and try again; the venues stand as they were.',
  },
  SHOWING_UNKNOWN: { status: 404, exit: 3, sentence: 'There is no showing “{id}”: it was taken off the programme.' },
  SHOWING_NOT_COUNTED: {
    status: 404,
    exit: 3,
    sentence:
      'No showing “{id}” of a film was over in the past four weeks. `lanterne demand attendance` lists those to count.',
  },
  ADAPTER_FAILED: {
    status: 502,
    exit: 1,
    sentence:
      'The ticketing system at {place} gave nothing usable ({reason}). The programme stands as it was; try again later.',
  },
} as const;
