import type { Filters } from '#indicators/filters.ts';
import type { Holdings } from '#indicators/holdings.ts';
import type { Indicator } from '#indicators/indicator.ts';
import type { Told } from '#indicators/told.ts';
import { sourceLicence, sourceName } from '#indicators/words/sources.ts';
import { figureAddress, figureFileAddress } from '#web/figure-addresses.ts';
import { known } from '#web/film-json-ld.ts';
import { plainText } from '#web/json-ld.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

/** An answer as schema.org's Dataset (https://developers.google.com/search/docs/appearance/structured-data/dataset): its tables are its files. */
export function datasetJsonLd(
  site: Site,
  { name, title }: Indicator,
  told: Told,
  filters: Filters,
  holdings: Holdings,
): object {
  const say = speechOf(site.language);
  const { years } = holdings;
  return known({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: plainText(title[site.language]),
    description: plainText([told.question, ...told.finding, told.method].join(' ')),
    url: site.here + figureAddress(site, name, filters),
    inLanguage: site.language,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: site.lanterne.config.cinemaName },
    dateModified: holdings.builtAt.slice(0, 10),
    temporalCoverage: years === null ? null : `${filters.from ?? years.first}/${filters.to ?? years.last}`,
    measurementTechnique: plainText(told.method),
    isBasedOn: holdings.sources.map((source) => sourceName(source.name, say)),
    usageInfo: holdings.sources.flatMap((source) => sourceLicence(source.name, say) ?? []).join(' '),
    distribution: told.tables.map((table, at) => ({
      '@type': 'DataDownload',
      name: plainText(table.title),
      encodingFormat: 'text/csv',
      contentUrl: site.here + figureFileAddress(site, name, filters, 'csv', at === 0 ? {} : { table: table.name }),
    })),
  });
}
