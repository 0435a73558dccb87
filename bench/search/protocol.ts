import type { Report } from '#evaluate/report.ts';
import { hitRate } from './measure.ts';
import { referenceNames } from './reference-names.ts';
import { runSearchBench, searchNote, searchTables } from './run.ts';

/** P4 as a section of the results. */
export async function searchProtocol(reference: string, { peers }: { peers: boolean }): Promise<Report> {
  const report = await runSearchBench({
    source: await referenceNames(reference),
    queries: 500,
    slowQueries: 60,
    peers,
  });
  return {
    protocol: 'P4',
    key: 'P4',
    title: 'P4: title search',
    command: `evaluate P4${peers ? ' --peers' : ''}`,
    notes: [searchNote(report)],
    tables: [],
    text: searchTables(report),
    data: {
      ...report,
      engines: report.engines.map(({ classes, ...engine }) => ({
        ...engine,
        classes: classes.map(({ sample, name, score: { places, lenientPlaces } }) => ({
          sample,
          name,
          queries: places.length,
          hit1: hitRate(places, 1),
          hit1Error: Math.sqrt((hitRate(places, 1) * (1 - hitRate(places, 1))) / Math.max(1, places.length)),
          hit5: hitRate(places, 5),
          sameTitle1: hitRate(lenientPlaces, 1),
          sameTitle5: hitRate(lenientPlaces, 5),
        })),
      })),
    },
  };
}
