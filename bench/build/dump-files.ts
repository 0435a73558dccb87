import { akasRows } from './dumps/akas.ts';
import { basicsRows } from './dumps/basics.ts';
import { crewRows } from './dumps/crew.ts';
import { episodeRows } from './dumps/episode.ts';
import { namesRows } from './dumps/names.ts';
import { principalsRows } from './dumps/principals.ts';
import { ratingsRows } from './dumps/ratings.ts';
import type { Lines } from './lines.ts';
import type { World } from './world.ts';

/** One dump file: its columns and the generator of its rows, in pieces of at most 1 MiB. */
export type DumpFile = {
  readonly columns: readonly string[];
  readonly rows: (world: World, lines: Lines) => Generator<Buffer>;
};

/** The seven files, the longest to write first. */
export const dumpFiles: ReadonlyMap<string, DumpFile> = new Map([
  [
    'title.principals.tsv.gz',
    { columns: ['tconst', 'ordering', 'nconst', 'category', 'job', 'characters'], rows: principalsRows },
  ],
  [
    'title.basics.tsv.gz',
    {
      columns: [
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
      rows: basicsRows,
    },
  ],
  [
    'name.basics.tsv.gz',
    {
      columns: ['nconst', 'primaryName', 'birthYear', 'deathYear', 'primaryProfession', 'knownForTitles'],
      rows: namesRows,
    },
  ],
  ['title.crew.tsv.gz', { columns: ['tconst', 'directors', 'writers'], rows: crewRows }],
  [
    'title.akas.tsv.gz',
    {
      columns: ['titleId', 'ordering', 'title', 'region', 'language', 'types', 'attributes', 'isOriginalTitle'],
      rows: akasRows,
    },
  ],
  ['title.episode.tsv.gz', { columns: ['tconst', 'parentTconst', 'seasonNumber', 'episodeNumber'], rows: episodeRows }],
  ['title.ratings.tsv.gz', { columns: ['tconst', 'averageRating', 'numVotes'], rows: ratingsRows }],
]);
