import type { JSX } from 'preact';
import { Cross } from '#web/components/cross.tsx';
import type { BrowsedPage, BrowseWish, FacetName } from '#lanterne.ts';
import { browseAddress } from '#web/browse-url.ts';
import { capital, facetLabel } from '#web/facet-labels.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';

export interface BrowseProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly wish: BrowseWish;
  readonly found: BrowsedPage;
}

const names = ['genre', 'decade', 'country'] as const satisfies readonly FacetName[];
const MOST_LINKS: Record<FacetName, number> = { genre: 30, decade: 20, country: 16 };

/** The three facets and the order as one plain form; each choice says how many films it would leave. */
export function BrowseForm({ site, taste, wish, found }: BrowseProps): JSX.Element {
  const { facets: words } = site.words.catalogue;
  const kept = [
    ...taste.liked.map((id) => ['liked', id] as const),
    ...taste.not.map((id) => ['not', id] as const),
    ...taste.seen.map((id) => ['seen', id] as const),
    ...(wish.theme === '' ? [] : [['theme', wish.theme] as const]),
  ];
  return (
    <form class="browse-form" method="get" action={pathIn(site.language, '/parcourir')} aria-label={words.form}>
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {names.map((name) => (
        <Choice key={name} site={site} wish={wish} found={found} name={name} />
      ))}
      <div>
        <label for="order">{words.order}</label>
        <select id="order" name="order">
          <option value="">{found.weighed === null ? words.known : words.best}</option>
          <option value="year" selected={wish.order === 'year'}>
            {words.newest}
          </option>
        </select>
      </div>
      <button>{words.show}</button>
    </form>
  );
}

interface ChoiceProps extends Pick<BrowseProps, 'site' | 'wish' | 'found'> {
  readonly name: FacetName;
}

function Choice({ site, wish, found, name }: ChoiceProps): JSX.Element {
  const { facets: words } = site.words.catalogue;
  const given = found.facets[name];
  const values =
    given.some(({ value }) => value === wish[name]) || wish[name] === ''
      ? given
      : [{ value: wish[name], films: 0 }, ...given];
  return (
    <div>
      <label for={name}>{words.names[name]}</label>
      <select id={name} name={name}>
        <option value="">{words.any[name]}</option>
        {values.map(({ value, films }) => (
          <option key={value} value={value} selected={value === wish[name]}>
            {words.value(capital(facetLabel(site, name, value)), films)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The conditions given, each with the way to remove it. */
export function Conditions({ site, taste, wish }: Omit<BrowseProps, 'found'>): JSX.Element | null {
  const { facets: words } = site.words.catalogue;
  const given = (['genre', 'decade', 'country', 'theme'] as const).filter((name) => wish[name] !== '');
  if (given.length === 0) return null;
  return (
    <ul class="conditions" aria-label={words.conditions}>
      {given.map((name) => {
        const label = facetLabel(site, name, wish[name]);
        return (
          <li key={name} class="chip">
            <span>{capital(label)}</span>
            <a
              class="remove"
              href={browseAddress(site, { ...wish, [name]: '', page: 1 }, taste)}
              aria-label={words.remove(label)}
            >
              <Cross />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Where to begin: a link for each genre, each decade, and the countries of most films. */
export function StartingPoints({ site, taste, found }: Omit<BrowseProps, 'wish'>): JSX.Element {
  const { facets: words } = site.words.catalogue;
  return (
    <div class="starting-points">
      {names.map((name) => (
        <section key={name} aria-labelledby={`by-${name}`}>
          <h2 id={`by-${name}`}>{words.by[name]}</h2>
          <ul class="tags">
            {found.facets[name].slice(0, MOST_LINKS[name]).map(({ value, films }) => (
              <li key={value}>
                <a href={browseAddress(site, { [name]: value }, taste)}>
                  {capital(facetLabel(site, name, value))} <small>{site.words.number(films)}</small>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
