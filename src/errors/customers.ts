/** Faults of accounts, wishes and consent. */
export const customerErrors = {
  CUSTOMER_UNKNOWN: {
    status: 404,
    exit: 3,
    sentence:
      'There is no account of that identifier or address. Check it, or look for the person on the page of people.',
  },
  CONTACT_REFUSED: {
    status: 422,
    exit: 3,
    sentence: '{what} cannot be used: it is empty, too long, or holds what no {what} holds. Write it again.',
  },
  LINK_UNUSABLE: {
    status: 404,
    exit: 1,
    sentence: 'This link is cut, or not one of ours: nothing was changed. Open it again from the whole letter.',
  },
  ACCOUNTS_TWO: {
    status: 409,
    exit: 1,
    sentence: 'These two visitors have an account each, and accounts are not put together. Erase one of them first.',
  },
} as const;
