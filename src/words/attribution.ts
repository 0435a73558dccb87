/** Sentences that the owners of the data ask for, as they wrote them: not to be translated. */
export const attribution = {
  imdb: 'Information courtesy of IMDb (https://www.imdb.com). Used with permission.',
  tmdb: 'This product uses the TMDB API but is not endorsed or certified by TMDB.',
} as const;
