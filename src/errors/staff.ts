/** Faults of the pages of the staff. */
export const staffErrors = {
  STAFF_ROLE: {
    status: 403,
    exit: 1,
    sentence: 'This page is for another role of the house ({role}). Ask a manager to give it to you.',
  },
} as const;
