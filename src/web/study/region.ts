import { departments } from '#market/places.ts';

/** The code of the region of a department; null when it is not known. */
export const regionOf = (department: string): string | null => departments.get(department)?.region ?? null;
