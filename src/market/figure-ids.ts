/** The ids of the figures that are computed with, in one place: a table that is renamed is followed here. */
export const ids = {
  attendanceIndex: (place: string) => `attendance-index.${place}`,
  entriesMillions: (place: string) => `entries-millions.${place}`,
  entries: (place: string) => `entries.${place}`,
  occupancy: (place: string) => `seat-occupancy.${place}`,
  receiptsMillions: (place: string) => `receipts-millions.${place}`,
  receipt: (place: string) => `receipt-per-entry.${place}`,
  cinemaEntries: (cinema: string) => `cinema-entries.${cinema}`,
  breakEvenEntries: (cinema: string) => `break-even-entries.${cinema}`,
  frenchShare: 'french-share.FR',
  artEtEssaiShare: 'art-et-essai-share.FR',
  viewersPerScreening: 'viewers-per-screening.FR',
  viewersPerScreeningRural: 'viewers-per-screening-rural.FR',
  /** Share of people who went in the year, by how near a town they live. */
  wentRural: ['went-in-year-rural-autonomous.FR', 'went-in-year-rural-near.FR'],
  wentUrban: 'went-in-year-dense-urban.FR',
  month: (month: number) => `entries-month-${String(month).padStart(2, '0')}.FR`,
  weekday: (day: (typeof weekdays)[number]) => `weekday-share-${day}.FR`,
} as const;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The ages that the national survey gives habits for, young first. */
export const ageHabitIds: readonly {
  readonly from: number;
  readonly to: number | null;
  readonly penetration: string;
  readonly frequency: string;
}[] = [
  { from: 3, to: 24, penetration: 'audience-penetration-under-25.FR', frequency: 'audience-frequency-under-25.FR' },
  { from: 25, to: 49, penetration: 'audience-penetration-25-49.FR', frequency: 'audience-frequency-25-49.FR' },
  { from: 50, to: null, penetration: 'audience-penetration-50-plus.FR', frequency: 'audience-frequency-50-plus.FR' },
];
