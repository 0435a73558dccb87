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
} as const;
