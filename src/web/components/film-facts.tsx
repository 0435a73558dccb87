import type { JSX } from 'preact';
import type { FilmPage } from '#lanterne.ts';
import type { Site } from '#web/site.ts';

interface FactsProps {
  readonly site: Site;
  readonly facts: FilmPage;
}

const MOST_ACTORS = 12;
const MOST_THEMES = 12;
const MOST_NAMES = 8;

/** The synopsis in the reader's language, or in the other one and said so. */
export function Story({ site: { language, words }, facts }: FactsProps): JSX.Element {
  const own = language === 'fr' ? facts.overviewFr : facts.overview;
  const other = language === 'fr' ? facts.overview : facts.overviewFr;
  return (
    <section aria-labelledby="story-title">
      <h2 id="story-title">{words.film.story}</h2>
      {own !== null ? <p class="story">{own}</p> : null}
      {own === null && other !== null ? (
        <p class="story">
          {words.film.otherStoryLanguage} <span lang={words.otherLanguage.code}>{other}</span>
        </p>
      ) : null}
      {own === null && other === null ? <p>{words.film.noStory}</p> : null}
      {facts.trailer === null ? null : (
        <p>
          <a href={`https://www.youtube.com/watch?v=${encodeURIComponent(facts.trailer)}`} rel="noreferrer">
            {words.film.trailer}
          </a>
        </p>
      )}
    </section>
  );
}

/** The cast, with the parts they play. */
export function People({ site: { words }, facts }: FactsProps): JSX.Element | null {
  const actors = facts.people
    .filter(({ category }) => category === 'actor' || category === 'actress' || category === 'self')
    .slice(0, MOST_ACTORS);
  if (actors.length === 0) return null;
  return (
    <section aria-labelledby="cast-title">
      <h2 id="cast-title">{words.film.with}</h2>
      <ul class="cast">
        {actors.map(({ person, name, characters }) => {
          const part = partOf(characters);
          return (
            <li key={person}>
              <strong>{name}</strong>
              {part === null ? null : <span> {words.film.role(part)}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The facts of a film that its reader may want, those known only. */
export function FilmFacts({ site: { lanterne, language, words }, facts }: FactsProps): JSX.Element {
  const { film, list } = words;
  const { card } = facts;
  const named = (category: string): string =>
    list([...new Set(facts.people.filter((one) => one.category === category).map(({ name }) => name))]);
  const known = (texts: readonly (string | null)[]): string => list(texts.filter((text) => text !== null));
  const themes = facts.keywords.flatMap((keyword) => lanterne.keywordLabel(keyword, language) ?? []);
  const shown = new Set([card.title, card.titleFr, card.originalTitle]);
  const rows: readonly (readonly [label: string, value: string | null])[] = [
    [film.directedBy, list(card.directors)],
    [film.writtenBy, named('writer')],
    [film.music, named('composer')],
    [film.countries, known(card.countries.map(countryOf(words)))],
    [film.spoken, known(facts.languages.map(tongueOf(words)))],
    [film.release, facts.releaseDate === null ? null : words.date(facts.releaseDate)],
    [film.rating, card.rating === null ? null : film.ratingOf(card.rating, card.votes)],
    [film.artEtEssai, facts.artEtEssai],
    [film.themes, themes.slice(0, MOST_THEMES).join(', ')],
    [
      film.otherTitles,
      facts.names
        .filter((name) => !shown.has(name))
        .slice(0, MOST_NAMES)
        .join(' · '),
    ],
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

type Words = Site['words'];
const countryOf = (words: Words) => (code: string) => (/^[A-Z]{2}$/.test(code) ? words.country(code) : null);
const tongueOf = (words: Words) => (code: string) => (/^[a-z]{2,3}$/.test(code) ? words.tongue(code) : null);

/** IMDb writes characters as a JSON list of names. */
function partOf(characters: string | null): string | null {
  if (characters === null || characters === '') return null;
  const names = [...characters.matchAll(/"((?:[^"\\]|\\.)*)"/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name.replaceAll(/\\(.)/g, '$1')],
  );
  return names.length > 0 ? names.slice(0, 2).join(', ') : characters;
}
