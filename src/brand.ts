declare const brand: unique symbol;
/** A value of type T that only its own constructor may make; Name keeps two brands of the same T apart. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** An IMDb title identifier, `tt` followed by digits. */
export type FilmId = Brand<string, 'FilmId'>;
/** A dense index, 0 to films - 1, valid for one opened catalogue only. */
export type FilmIndex = Brand<number, 'FilmIndex'>;

/** Reads a film identifier typed by a person or found in a file: `tt0046911`; null when the text is not one. */
export function asFilmId(text: string): FilmId | null {
  const trimmed = text.trim();
  return /^tt\d{5,12}$/.test(trimmed) ? (trimmed as FilmId) : null;
}

/** A person's identifier: IMDb's, `nm` followed by digits, or `tm` and TMDB's number for those whom IMDb does not know. */
export type PersonId = Brand<string, 'PersonId'>;

/** Reads a person's identifier; null when the text is not one. */
export const asPersonId = (text: string): PersonId | null =>
  /^(?:nm|tm)\d{7,9}$/.test(text) ? (text as PersonId) : null;

/** Brands a number as a dense film index; the caller vouches that it is in range. */
export const asFilmIndex = (index: number): FilmIndex => index as FilmIndex;

/** A visitor in the state: SHA-256, in hexadecimal, of the random identifier that only the visitor's cookie holds. */
export type VisitorId = Brand<string, 'VisitorId'>;

/** Reads a visitor's identifier from its text; null when the text is not one. */
export const asVisitorId = (text: string): VisitorId | null =>
  /^[\da-f]{64}$/.test(text) ? (text as VisitorId) : null;

/** Someone who has an account: 128 random bits in base64url. */
export type CustomerId = Brand<string, 'CustomerId'>;

/** Reads an account's identifier; null when the text is not one. */
export const asCustomerId = (text: string): CustomerId | null =>
  /^[\w-]{22}$/.test(text) ? (text as CustomerId) : null;

/** Someone who runs the house: 128 random bits in base64url. */
export type StaffId = Brand<string, 'StaffId'>;

/** Reads an identifier of the staff; null when the text is not one. */
export const asStaffId = (text: string): StaffId | null => (/^[\w-]{22}$/.test(text) ? (text as StaffId) : null);

/** A venue: a short name of letters, digits and dashes, `gueret-le-senechal`. */
export type VenueId = Brand<string, 'VenueId'>;

/** Reads a venue's identifier; null when the text is not one. */
export const asVenueId = (text: string): VenueId | null =>
  /^[a-z\d]+(?:-[a-z\d]+)*$/.test(text) && text.length <= 60 ? (text as VenueId) : null;

/** One showing of one film: 128 random bits in base64url. */
export type ShowingId = Brand<string, 'ShowingId'>;

/** Reads a showing's identifier; null when the text is not one. */
export const asShowingId = (text: string): ShowingId | null => (/^[\w-]{22}$/.test(text) ? (text as ShowingId) : null);
