/** What a film is called by first, when it has several genres: the more telling before the wider. */
const telling = [
  'Documentary',
  'Animation',
  'Western',
  'Horror',
  'Comedy',
  'Musical',
  'Film-Noir',
  'Sci-Fi',
  'War',
  'Biography',
  'Crime',
  'Thriller',
  'Fantasy',
  'Adventure',
  'Action',
  'Romance',
  'Drama',
];

/** The genre by which a film is most readily looked for; null when it has none. */
export const mainGenre = (genres: readonly string[]): string | null =>
  telling.find((genre) => genres.includes(genre)) ?? genres[0] ?? null;
