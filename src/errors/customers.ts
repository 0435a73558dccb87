/** Faults of accounts, wishes and consent. */
export const customerErrors = {} as const;
