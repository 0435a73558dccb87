import { Fragment, type ComponentChildren, type JSX } from 'preact';
import type { FilmPage } from '#lanterne.ts';
import { browseAddress } from '#web/browse-url.ts';
import { facetLabel } from '#web/facet-labels.ts';
import { peopleIn } from '#web/film-people.ts';
import { personAddress, type Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';

interface FactsProps {
  readonly site: Site;
  readonly facts: FilmPage;
}

interface LinkedProps extends FactsProps {
  readonly taste: TasteUrl;
}

const MOST_ACTORS = 12;
const MOST_THEMES = 12;
const MOST_NAMES = 8;

/** The synopsis in the reader's language, or in the other one and said so; the trailer is left where it is, behind a link. */
export function Story({ site: { language, words }, facts }: FactsProps): JSX.Element {
  const own = language === 'fr' ? facts.overviewFr : facts.overview;
  const other = language === 'fr' ? facts.overview : facts.overviewFr;
  return (
    <section aria-labelledby="story-title">
      <h2 id="story-title">{words.film.story}</h2>
      {own !== null ? <p class="story">{own}</p> : null}
      {own === null && other !== null ? (
        <>
          <p class="only">{words.film.otherStoryLanguage}</p>
          <p class="story" lang={words.otherLanguage.code}>
            {other}
          </p>
        </>
      ) : null}
      {own === null && other === null ? <p>{words.film.noStory}</p> : null}
      {facts.trailer === null ? null : (
        <p class="trailer">
          <a
            class="quiet button"
            href={`https://www.youtube.com/watch?v=${encodeURIComponent(facts.trailer)}`}
            rel="noreferrer noopener external"
          >
            {words.film.trailer}
          </a>
          <small>{words.catalogue.leaves}</small>
        </p>
      )}
    </section>
  );
}

/** The cast, with the parts they play; beyond the first, behind a line to open. */
export function People({ site, taste, facts }: LinkedProps): JSX.Element | null {
  const { words } = site;
  const actors = peopleIn(facts, 'actor', 'actress', 'self');
  if (actors.length === 0) return null;
  const more = actors.slice(MOST_ACTORS);
  const list = (people: typeof actors): JSX.Element => (
    <ul class="cast">
      {people.map(({ person, name, characters }) => {
        const part = partOf(characters);
        return (
          <li key={person}>
            <a href={personAddress(site, person, taste)}>{name}</a>
            {part === null ? null : <span> {words.film.role(part)}</span>}
          </li>
        );
      })}
    </ul>
  );
  return (
    <section aria-labelledby="cast-title">
      <h2 id="cast-title">{words.film.with}</h2>
      {list(actors.slice(0, MOST_ACTORS))}
      {more.length === 0 ? null : (
        <details>
          <summary>{words.catalogue.moreCast(more.length)}</summary>
          {list(more)}
        </details>
      )}
    </section>
  );
}

const crew = ['director', 'writer', 'composer', 'cinematographer', 'editor', 'producer'] as const;

/** The facts of a film that its reader may want, those known only; people lead to their pages, countries and common themes to other films. */
export async function filmSheet({ site, taste, facts }: LinkedProps): Promise<JSX.Element> {
  const { lanterne, language, words } = site;
  const { film } = words;
  const { card } = facts;
  const shared = new Set<string>();
  for (const keyword of facts.keywords) if ((await lanterne.themeFilms(keyword)) > 1) shared.add(keyword);
  const themes = facts.keywords.filter((keyword) => lanterne.keywordLabel(keyword, language) !== null);
  const shown = new Set([card.title, card.titleFr, card.originalTitle]);
  const others = facts.names.filter((name) => !shown.has(name)).slice(0, MOST_NAMES);
  const tongues = facts.languages.flatMap((code) => tongueOf(words)(code) ?? []);
  const rows: readonly (readonly [label: string, value: ComponentChildren])[] = [
    ...crew.map(
      (category) =>
        [
          words.catalogue.roles[category],
          links(
            peopleIn(facts, category).map(({ person, name }) => ({
              text: name,
              href: personAddress(site, person, taste),
            })),
          ),
        ] as const,
    ),
    [
      film.countries,
      links(
        card.countries.map((country) => ({
          text: facetLabel(site, 'country', country),
          href: browseAddress(site, { country }, taste),
        })),
      ),
    ],
    [film.spoken, words.list(tongues)],
    [film.release, facts.releaseDate === null ? null : words.date(facts.releaseDate)],
    [film.artEtEssai, facts.artEtEssai],
    [
      film.themes,
      links(
        themes.slice(0, MOST_THEMES).map((theme) => ({
          text: facetLabel(site, 'theme', theme),
          href: shared.has(theme) ? browseAddress(site, { theme }, taste) : null,
        })),
      ),
    ],
    [film.otherTitles, others.join(' · ')],
  ];
  return (
    <dl class="sheet">
      {rows.map(([label, value]) =>
        value === null || value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function links(items: readonly { readonly text: string; readonly href: string | null }[]): JSX.Element | null {
  if (items.length === 0) return null;
  return (
    <>
      {items.map(({ text, href }, at) => (
        <Fragment key={text}>
          {at === 0 ? null : ', '}
          {href === null ? text : <a href={href}>{text}</a>}
        </Fragment>
      ))}
    </>
  );
}

const tongueOf = (words: Site['words']) => (code: string) => (/^[a-z]{2,3}$/.test(code) ? words.tongue(code) : null);

/** The first two names of a part; older rows hold IMDb's JSON list of names. */
export function partOf(characters: string | null): string | null {
  if (characters === null || characters === '') return null;
  const names = [...characters.matchAll(/"((?:[^"\\]|\\.)*)"/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name.replaceAll(/\\(.)/g, '$1')],
  );
  return characters.startsWith('["') && names.length > 0 ? names.slice(0, 2).join(', ') : characters;
}
