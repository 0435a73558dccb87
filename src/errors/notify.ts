/** Faults of what is told and sent. */
export const notifyErrors = {
  PUSH_NEEDS_ACCOUNT: {
    status: 403,
    exit: 1,
    sentence:
      'Notifications go to people who have asked to be told: sign in on the page of your alerts, then turn them on again.',
  },
  PUSH_ADDRESS_REFUSED: {
    status: 422,
    exit: 3,
    sentence:
      'The address for notifications that this browser gave cannot be used: {reason}. Open the page of your alerts again and turn them on.',
  },
  MESSAGE_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence: 'The outbox has no message {ids}. Nothing was changed; `lanterne notify status` lists the dead letters.',
  },
  CALL_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence:
      'There is no call and no sheet {ids} to be told, or told since Wednesday. Nothing was noted; `lanterne notify calls` lists them.',
  },
  CAMPAIGN_OVER: {
    status: 409,
    exit: 3,
    sentence: '{reason} Nothing was changed; `lanterne notify campaigns` lists the mailings.',
  },
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
