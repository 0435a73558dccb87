/** Faults of the state and of its backups. */
export const stateErrors = {
  STATE_NEWER: {
    status: 503,
    exit: 3,
    sentence:
      'The state at {place} was written by a newer Lanterne (it has {unknown}). Start that version, or restore an older backup.',
  },
  STATE_UNUSABLE: {
    status: 503,
    exit: 3,
    sentence: 'The state at {place} cannot be used ({reason}). Restore a backup with `lanterne restore`.',
  },
  STATE_UNREACHABLE: {
    status: 503,
    exit: 1,
    sentence: 'The database at {place} does not answer ({reason}). Check that it runs, and check DATABASE_URL.',
  },
  STATE_BUSY: {
    status: 503,
    exit: 1,
    sentence: 'Another process holds {file}. Try again when it is done; to restore a backup, stop the server first.',
  },
  BACKUP_PLACE: {
    status: 500,
    exit: 3,
    sentence: 'A backup cannot be written to {file}: {reason}. Nothing was changed. Choose another file.',
  },
  BACKUP_UNUSABLE: {
    status: 500,
    exit: 3,
    sentence: 'The backup {file} cannot be used ({reason}). Choose another.',
  },
  BACKUP_NONE: {
    status: 500,
    exit: 3,
    sentence: 'There is no backup (*.sqlite) in {folder}. Make one with “lanterne backup FILE”, or name one.',
  },
} as const;
