/** Faults of what is told and sent. */
export const notifyErrors = {
  MAIL_FROM_MISSING: {
    status: 500,
    exit: 2,
    sentence: 'There is a mail server and nobody who writes. Set LANTERNE_MAIL_FROM to the address of the house.',
  },
  DKIM_UNUSABLE: {
    status: 500,
    exit: 2,
    sentence:
      'The DKIM key {file} cannot be used ({reason}). Give LANTERNE_DKIM as domain:selector:file, with a private key in PEM.',
  },
} as const;
