import { filterQuery } from '#indicators/ask.ts';
import type { Filters } from '#indicators/filters.ts';
import type { Crumb } from '#web/components/breadcrumb.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** The page of an indicator, with its filters. */
export const figureAddress = ({ language }: Pick<Site, 'language'>, name: string, filters: Filters): string =>
  pathIn(language, `/chiffres/${name}`) + filterQuery(filters);

/** A file of its answer: a table by its name, a chart by its place from 1. */
export const figureFileAddress = (
  { language }: Pick<Site, 'language'>,
  name: string,
  filters: Filters,
  kind: 'csv' | 'svg' | 'png',
  part: Readonly<Record<string, string>> = {},
): string => pathIn(language, `/chiffres/${name}.${kind}`) + filterQuery(filters, part);

/** A table of its answer, on a page of its own. */
export const figureTableAddress = (
  { language }: Pick<Site, 'language'>,
  name: string,
  filters: Filters,
  table: string,
): string => pathIn(language, `/chiffres/${name}/table`) + filterQuery(filters, { table });

/** The films behind a key of its answer. */
export const figureFilmsAddress = (
  { language }: Pick<Site, 'language'>,
  name: string,
  filters: Filters,
  key: string,
  more: Readonly<Record<string, string>> = {},
): string => pathIn(language, `/chiffres/${name}/films`) + filterQuery(filters, { key, ...more });

/** From home to the list of figures. */
export const figuresTrail = (site: Site): Crumb[] => [
  { name: site.words.catalogue.home, href: pathIn(site.language, '/') },
  { name: site.words.figures.places, href: pathIn(site.language, '/chiffres') },
];
