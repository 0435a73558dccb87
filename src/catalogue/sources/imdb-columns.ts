import type { ImdbFile } from '#catalogue/sources/files.ts';

/** The header of each dump, as published. Source: IMDb, "IMDb Non-Commercial Datasets". */
export const imdbColumns: Record<ImdbFile, readonly string[]> = {
  'title.basics': [
    'tconst',
    'titleType',
    'primaryTitle',
    'originalTitle',
    'isAdult',
    'startYear',
    'endYear',
    'runtimeMinutes',
    'genres',
  ],
  'title.ratings': ['tconst', 'averageRating', 'numVotes'],
  'title.principals': ['tconst', 'ordering', 'nconst', 'category', 'job', 'characters'],
  'title.crew': ['tconst', 'directors', 'writers'],
  'title.akas': ['titleId', 'ordering', 'title', 'region', 'language', 'types', 'attributes', 'isOriginalTitle'],
  'title.episode': ['tconst', 'parentTconst', 'seasonNumber', 'episodeNumber'],
  'name.basics': ['nconst', 'primaryName', 'birthYear', 'deathYear', 'primaryProfession', 'knownForTitles'],
};

/** Of a hundred million title types, the ones that the catalogue is about. */
export const keptTitleTypes = ['movie', 'tvMovie', 'tvSeries', 'tvMiniSeries'] as const;
