import type { JSX } from 'preact';
import type { FilmPart, SeriesPart, Work } from '#lanterne.ts';
import { partOf } from '#web/components/film-facts.tsx';
import { FilmTile } from '#web/components/film-tile.tsx';
import { capital } from '#web/facet-labels.ts';
import { filmAddress, type Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

interface FilmographyProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly work: Work;
  readonly order: 'known' | 'year';
  /** The most films shown in the order of renown. */
  readonly most: number;
  /** The same page with every film, by year. */
  readonly whole: string;
}

const FIRST_TILES = 4;

/** A person's films and series in one role: the best known as tiles, or all of them by year. */
export function Filmography({ site, taste, work, order, most, whole }: FilmographyProps): JSX.Element {
  const { person, roles } = site.words.catalogue;
  const { role, films, series } = work;
  return (
    <section class="work" id={role} aria-labelledby={`${role}-title`}>
      <h2 id={`${role}-title`}>{roles[role]}</h2>
      {films.length === 0 ? null : (
        <>
          {series.length === 0 ? null : <h3 class="medium">{person.cinema}</h3>}
          {order === 'year' ? (
            <ByYear site={site} taste={taste} films={films} role={role} under={series.length === 0 ? 'h3' : 'h4'} />
          ) : (
            <ul class="films">
              {films.slice(0, most).map(({ card, characters }, at) => (
                <FilmTile key={card.id} site={site} taste={taste} card={card} eager={at < FIRST_TILES}>
                  <Part site={site} characters={characters} />
                </FilmTile>
              ))}
            </ul>
          )}
          {order === 'year' || films.length <= most ? null : (
            <p class="more">
              <a href={`${whole}#${role}`}>{person.all(films.length)}</a>
            </p>
          )}
        </>
      )}
      {series.length === 0 ? null : (
        <>
          <h3 class="medium">{person.series}</h3>
          <ul class="lines">
            {series.map((one) => (
              <SeriesLine key={one.id} site={site} series={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ByYearProps extends Pick<FilmographyProps, 'site' | 'taste'> {
  readonly films: readonly FilmPart[];
  readonly role: Work['role'];
  /** The level of the decades' headings. */
  readonly under: 'h3' | 'h4';
}

function ByYear({ site, taste, films, role, under: Heading }: ByYearProps): JSX.Element {
  const { words, language } = site;
  const byDecade = Map.groupBy(
    films.toSorted((a, b) => (b.card.year ?? 0) - (a.card.year ?? 0)),
    ({ card }) => (card.year === null ? null : Math.floor(card.year / 10) * 10),
  );
  return (
    <>
      {[...byDecade].map(([decade, ones]) => (
        <div key={decade} class="decade">
          <Heading id={`${role}-${decade}`}>
            {decade === null ? words.catalogue.person.undated : capital(words.decade(decade))}
          </Heading>
          <ul class="lines">
            {ones.map(({ card, characters }) => (
              <li key={card.id}>
                <span class="year">{card.year}</span>
                <span>
                  <a href={filmAddress(site, card.id, taste)}>{titleOf(card, language)}</a>{' '}
                  <PartText site={site} characters={characters} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function SeriesLine({ site, series }: { readonly site: Site; readonly series: SeriesPart }): JSX.Element {
  const { title, titleFr, startYear, endYear, characters } = series;
  return (
    <li>
      <span class="year">{site.words.catalogue.person.seriesYears(startYear, endYear)}</span>
      <span>
        <cite>{site.language === 'fr' ? (titleFr ?? title) : title}</cite>{' '}
        <PartText site={site} characters={characters} />
      </span>
    </li>
  );
}

const Part = ({ site, characters }: { readonly site: Site; readonly characters: string | null }): JSX.Element | null =>
  characters === null || partOf(characters) === null ? null : (
    <p class="facts">
      <PartText site={site} characters={characters} />
    </p>
  );

function PartText({
  site,
  characters,
}: {
  readonly site: Site;
  readonly characters: string | null;
}): JSX.Element | null {
  const part = partOf(characters);
  return part === null ? null : <span class="part">{site.words.film.role(part)}</span>;
}
