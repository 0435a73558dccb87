/** Faults of the pages of the staff. */
export const staffErrors = {
  STAFF_ROLE: {
    status: 403,
    exit: 1,
    sentence: 'This page is for another role of the house ({role}). Ask a manager to give it to you.',
  },
  STAFF_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence: 'Nobody of the staff is known as “{who}”. `lanterne staff list` shows everybody.',
  },
  STAFF_KNOWN: {
    status: 409,
    exit: 3,
    sentence: '{who} is of the staff already. Give them another role, or a new link.',
  },
  SETTING_REFUSED: {
    status: 422,
    exit: 3,
    sentence: '{key}: {reason} Nothing was changed; `lanterne house` lists the settings.',
  },
  STAFF_LAST: {
    status: 409,
    exit: 3,
    sentence: 'The house would be left without a manager. Make somebody else a manager first.',
  },
  STAFF_LINK_OVER: {
    status: 410,
    exit: 1,
    sentence: 'This link was used already, or is too old. Ask a manager for a new one.',
  },
  STAFF_PROOF_OVER: {
    status: 410,
    exit: 1,
    sentence: 'This sign-in took too long, or was begun in another browser. Begin again.',
  },
  STAFF_LAST_KEY: {
    status: 409,
    exit: 1,
    sentence: 'This is the only way in that is left. Choose a password first, or add another passkey.',
  },
} as const;
