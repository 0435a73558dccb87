import type { FileForm } from '#download/file-form.ts';

export interface Wanted {
  /** The name under which it is stored. */
  readonly name: string;
  readonly url: string;
  readonly form: FileForm;
}

/** Files that are published together under one licence. */
export interface Collection {
  readonly name: string;
  /** What a person must know before the first byte. */
  readonly licence: readonly string[];
  readonly files: readonly Wanted[];
  /** What is done with the folder afterwards. */
  readonly next: string;
}

const dumps = [
  'title.basics',
  'title.ratings',
  'title.principals',
  'title.crew',
  'title.akas',
  'title.episode',
  'name.basics',
];

/** IMDb's seven dumps. Source: developer.imdb.com/non-commercial-datasets. */
const imdb = (): Collection => ({
  name: 'imdb',
  licence: [
    'IMDb Non-Commercial Datasets: for personal and non-commercial use only; they may not be republished or sold.',
    'Information courtesy of IMDb (https://www.imdb.com). Used with permission. Terms: https://developer.imdb.com/non-commercial-datasets/',
  ],
  files: dumps.map((dump) => ({
    name: `${dump}.tsv.gz`,
    url: `https://datasets.imdbws.com/${dump}.tsv.gz`,
    form: 'gzip',
  })),
  next: 'lanterne build --imdb',
});

/** The official files of the market that have a lasting address; those of cnc.fr's series by department are given by hand. */
const market = (department: string): Collection => ({
  name: 'market',
  licence: [
    'CNC, Insee and the geographic API of the State publish under the Licence Ouverte 2.0 (Etalab): free reuse, with the source named: “Source : CNC”, “Source : Insee”, “Source : IGN”.',
    'Terms: https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    'CNC’s series by department have no lasting address: take them at https://www.cnc.fr/professionnels/etudes-et-rapports/statistiques/statistiques-par-secteur and put them beside.',
  ],
  files: [
    {
      name: 'cnc-cinemas.csv',
      url: 'https://data.culture.gouv.fr/api/explore/v2.1/catalog/datasets/etablissements-cinematographiques/exports/csv?use_labels=true&delimiter=%3B',
      form: 'text',
    },
    {
      name: 'cnc-attendance.json',
      url: 'https://www.data.gouv.fr/api/1/datasets/frequentation-des-salles-de-cinema/',
      form: 'json',
    },
    {
      name: 'insee-populations.xlsx',
      url: 'https://www.insee.fr/fr/statistiques/fichier/8290591/ensemble.xlsx',
      form: 'workbook',
    },
    {
      name: `outlines-${department}.geojson`,
      url: `https://geo.api.gouv.fr/communes?codeDepartement=${department}&fields=code,nom&format=geojson&geometry=contour`,
      form: 'json',
    },
  ],
  next: 'lanterne import market',
});

/** What can be downloaded, by name. @param department of the cinema that asks */
export const collections = (department: string): readonly Collection[] => [imdb(), market(department)];

/**
 * The workbooks that a data.gouv.fr description of a data set lists.
 * @returns none when it lists none, or is no such description
 */
export function listedWorkbooks(description: unknown): Wanted[] {
  const resources = fieldOf(description, 'resources');
  if (!Array.isArray(resources)) return [];
  return resources.flatMap((one: unknown, place) => {
    const [url, format] = [fieldOf(one, 'url'), fieldOf(one, 'format')];
    if (typeof url !== 'string' || !/^https?:/.test(url) || format !== 'xlsx') return [];
    return [{ name: `cnc-attendance-${place + 1}.xlsx`, url, form: 'workbook' }];
  });
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === field)?.[1] : undefined;
