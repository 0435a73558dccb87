/** Faults of what is told and sent. */
export const notifyErrors = {} as const;
