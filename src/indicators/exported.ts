import { filterKeys, filterNames } from '#indicators/filter-terms.ts';
import type { Filters } from '#indicators/filters.ts';
import type { Holdings } from '#indicators/holdings.ts';
import type { Told } from '#indicators/told.ts';
import { describeFilters } from '#indicators/words/filters.ts';
import { sourceLicence, sourcesLine } from '#indicators/words/sources.ts';
import type { Speech } from '#words/speech.ts';

/** What goes with an answer where it leaves the site. */
export interface Exported {
  readonly told: Told;
  readonly filters: Filters;
  readonly holdings: Pick<Holdings, 'sources' | 'builtAt'>;
  /** What was asked, in words, where it is no filter of an indicator. */
  readonly asked?: readonly string[];
  /** The address of its page, when that is known. */
  readonly address?: string | undefined;
}

/** What an export says of itself, a name and a text a line: question, finding, filters, N, coverage, method, sources, date, licence. */
export function aboutLines(
  { told, filters, holdings, asked, address }: Exported,
  say: Speech,
): [name: string, text: string][] {
  const narrowed = asked ?? describeFilters(filters, say);
  const name = (fr: string, en: string): string => say.pick({ fr, en });
  return [
    [name('Indicateur', 'Indicator'), told.title],
    [name('Question', 'Question'), told.question],
    ...told.finding.map((sentence): [string, string] => [name('Constat', 'Finding'), sentence]),
    [name('Filtres', 'Filters'), narrowed.length === 0 ? name('aucun', 'none') : narrowed.join(', ')],
    ['N', countText(told, say)],
    ...told.coverage.map(({ what, known, of }): [string, string] => [
      name('Connu', 'Known'),
      `${what}${say.pick({ fr: '\u00a0:', en: ':' })} ${coverageText(known, of, say)}`,
    ]),
    ...told.cautions.map((caution): [string, string] => [name('Réserve', 'Caution'), caution]),
    [name('Méthode', 'Method'), told.method],
    ...told.citations.map(({ text, url }): [string, string] => [
      name('Référence', 'Reference'),
      url === null ? text : `${text} ${url}`,
    ]),
    [name('Sources', 'Sources'), sourcesLine(holdings.sources, say)],
    ...licences(holdings, say).map((licence): [string, string] => [name('Licence', 'Licence'), licence]),
    [name('Catalogue du', 'Catalogue of'), say.date(holdings.builtAt)],
    ...(address === undefined ? [] : [[name('Page', 'Page'), address] satisfies [string, string]]),
  ];
}

/** Under a picture that stands alone: filters, N, sources and date, licences. */
export function captionLines({ told, filters, holdings }: Exported, say: Speech): string[] {
  const narrowed = describeFilters(filters, say).join(', ');
  const sources = say.pick({ fr: 'Sources\u00a0: ', en: 'Sources: ' }) + sourcesLine(holdings.sources, say);
  const built = say.pick({ fr: 'Catalogue du ', en: 'Catalogue of ' }) + say.date(holdings.builtAt);
  return [
    [narrowed, countText(told, say)].filter((part) => part !== '').join(' · '),
    `${sources}. ${built}.`,
    ...licences(holdings, say),
  ];
}

/** “1 film of the catalogue”, “250 films of the catalogue”: N and its noun, in the right number. */
export const countText = ({ count: { value, what, one = what } }: Pick<Told, 'count'>, say: Speech): string =>
  say.several(value, one, what);

/** “96 % (250 of 260)”. */
export function coverageText(known: number, of: number, say: Speech): string {
  if (of === 0) return say.pick({ fr: 'rien à compter', en: 'nothing to count' });
  const share = known / of;
  const digits = (share > 0 && share < 0.01) || (share > 0.99 && share < 1) ? 1 : 0;
  return `${say.percent(share, digits)} (${say.number(known)} ${say.pick({ fr: 'sur', en: 'of' })} ${say.number(of)})`;
}

/** The name of a file of an answer, with what was narrowed in it: `film-length_from-1990_genre-comedy_lengths.csv`. */
export function exportName(indicator: string, filters: Filters, part: string, extension: string): string {
  const narrowed = filterNames.flatMap((name) =>
    filters[name] === null ? [] : [`${filterKeys[name]}-${String(filters[name])}`],
  );
  const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `${[indicator, ...narrowed, part].map(slug).join('_')}.${extension}`;
}

const licences = ({ sources }: Exported['holdings'], say: Speech): string[] =>
  sources.flatMap(({ name }) => sourceLicence(name, say) ?? []);
