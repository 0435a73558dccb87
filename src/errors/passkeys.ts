/** Faults of passkeys, the staff's and those of accounts. */
export const passkeyErrors = {
  PASSKEY_REFUSED: {
    status: 422,
    exit: 1,
    sentence: 'This passkey was not accepted ({reason}). Try again, or sign in another way.',
  },
  PASSKEY_OVER: {
    status: 410,
    exit: 1,
    sentence: 'This took too long, was answered already, or was begun in another browser. Begin again.',
  },
  PASSKEYS_TOO_MANY: {
    status: 409,
    exit: 1,
    sentence: 'An account has {most} passkeys at most. Remove one that no longer serves, then add this one.',
  },
} as const;
