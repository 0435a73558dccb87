/** The time zone of the house: of its days, its weeks and what it announces. */
export const houseZone = 'Europe/Paris';
