import { buildCatalogue } from '#catalogue/build.ts';
import { LanterneError } from '#errors.ts';
import { now, tinyImdb, tinyTmdb } from './tiny-world.ts';

// Builds the tiny world into the folder given; prints "built", or the code of the fault.
try {
  await buildCatalogue(process.argv[2] ?? '', {
    imdb: tinyImdb,
    tmdb: tinyTmdb,
    now,
    onProgress: () => process.stdout.write('.'),
  });
  process.stdout.write('built');
} catch (error) {
  process.stdout.write(error instanceof LanterneError ? error.code : String(error));
  process.exitCode = 1;
}
