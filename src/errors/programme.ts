/** Faults of the programme: files, venues, showings. */
export const programmeErrors = {} as const;
