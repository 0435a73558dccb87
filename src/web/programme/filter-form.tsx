import type { JSX } from 'preact';
import { Cross } from '#web/components/cross.tsx';
import { pathIn } from '#web/language.ts';
import { accesses, everything, programmeAddress, radii, type Asked } from '#web/programme/asked.ts';
import type { Gathered } from '#web/programme/gather.ts';
import { VenueSelect } from '#web/programme/venue-select.tsx';
import type { Site } from '#web/site.ts';
import { tasteLists, filmsOf, type TasteUrl } from '#web/taste-url.ts';

interface FilterProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly asked: Asked;
  readonly found: Gathered;
  /** The film that is asked for, by name. */
  readonly film: string | null;
}

/** Where the reader is and what they need: one plain form, folded until it is wanted. */
export function FilterForm({ site, taste, asked, found }: FilterProps): JSX.Element {
  const { filters } = site.words.programme;
  const { here } = found;
  return (
    <details class="filters">
      <summary>
        <span>
          <b>{here.radius === 0 ? here.name : filters.radiusOf(here.radius, here.name)}</b> {filters.more}
        </span>
      </summary>
      <form method="get" action={pathIn(site.language, '/programme')}>
        {tasteLists.flatMap((list) =>
          filmsOf(taste, list).map((id) => <input key={`${list}${id}`} type="hidden" name={list} value={id} />),
        )}
        {asked.day === null ? null : <input type="hidden" name="jour" value={asked.day} />}
        {asked.week === null || asked.day !== null ? null : <input type="hidden" name="semaine" value={asked.week} />}
        {asked.by === 'film' ? <input type="hidden" name="par" value="film" /> : null}
        {asked.film === null ? null : <input type="hidden" name="film" value={asked.film} />}
        <Place site={site} found={found} />
        <Needs site={site} taste={taste} asked={asked} found={found} />
        <p class="hint">{filters.estimate}</p>
        <button>{filters.show}</button>
      </form>
    </details>
  );
}

function Place({ site, found: { here, venues } }: Pick<FilterProps, 'site' | 'found'>): JSX.Element {
  const { filters } = site.words.programme;
  const book = site.market();
  const shown = new Set([here.commune, ...venues.map(({ commune }) => commune)]);
  const communes = book.communes
    .filter(({ code, department }) => department === book.home.department || shown.has(code))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  const distances = new Set<number>([...radii.slice(0, -1), ...(here.radius === 0 ? [] : [here.radius])]);
  return (
    <div class="filter-row">
      <p>
        <label for="commune">{filters.place}</label>
        <select id="commune" name="commune">
          {communes.map(({ code, name }) => (
            <option key={code} value={code} selected={code === here.commune}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="rayon">{filters.radius}</label>
        <select id="rayon" name="rayon">
          {[...[...distances].toSorted((a, b) => a - b), 0].map((minutes) => (
            <option key={minutes} value={minutes} selected={minutes === here.radius}>
              {filters.minutes(minutes)}
            </option>
          ))}
        </select>
      </p>
    </div>
  );
}

function Needs({ site, taste, asked, found: { venues } }: Omit<FilterProps, 'film'>): JSX.Element {
  const { filters } = site.words.programme;
  const open = venues.filter(({ closed, id }) => closed === null || id === asked.venue);
  const liked = taste.liked.length > 0 || (site.visitor?.taste.liked.length ?? 0) > 0;
  return (
    <>
      <div class="filter-row">
        <p>
          <label for="version">{filters.version}</label>
          <select id="version" name="version">
            {(['', 'vf', 'vost'] as const).map((version) => (
              <option key={version} value={version} selected={version === (asked.version ?? '')}>
                {filters[version === '' ? 'any' : version]}
              </option>
            ))}
          </select>
        </p>
        <VenueSelect venues={open} chosen={asked.venue} label={filters.venue} every={filters.everyVenue} />
      </div>
      <fieldset>
        <legend>{filters.access}</legend>
        <div class="checks">
          {accesses.map((access) => (
            <label key={access} class="choice">
              <input type="checkbox" name="acces" value={access} checked={asked.access.includes(access)} />
              <span>
                <b>{filters.accesses[access][0]}</b>
                <small>{filters.accesses[access][1]}</small>
              </span>
            </label>
          ))}
          {liked ? (
            <label class="choice">
              <input type="checkbox" name="gout" value="1" checked={asked.fitting} />
              <span>
                <b>{filters.fitting}</b>
                <small>{filters.fittingHint}</small>
              </span>
            </label>
          ) : null}
        </div>
      </fieldset>
      {liked ? null : (
        <p class="hint">
          {filters.fitting}&nbsp;? {filters.fittingNeeds} <a href={pathIn(site.language, '/')}>{filters.fittingWay}</a>
        </p>
      )}
    </>
  );
}

/** What was chosen, each with the way to take it off. */
export function ActiveFilters({ site, taste, asked, found, film }: FilterProps): JSX.Element | null {
  const { filters } = site.words.programme;
  const lift = (part: Partial<Asked>): string => programmeAddress(site, { ...asked, ...part }, taste);
  const venue = found.venues.find(({ id }) => id === asked.venue)?.name ?? asked.venue;
  const active: readonly (readonly [name: string, href: string])[] = [
    ...(asked.version === null ? [] : [[filters[asked.version], lift({ version: everything.version })] as const]),
    ...asked.access.map(
      (access) =>
        [
          filters.accesses[access][0] ?? access,
          lift({ access: asked.access.filter((other) => other !== access) }),
        ] as const,
    ),
    ...(venue === null ? [] : [[venue, lift({ venue: null })] as const]),
    ...(asked.film === null ? [] : [[filters.filmOf(film ?? asked.film), lift({ film: null })] as const]),
    ...(asked.fitting ? [[filters.fitting, lift({ fitting: false })] as const] : []),
  ];
  if (active.length === 0) return null;
  return (
    <ul class="conditions" aria-label={filters.active}>
      {active.map(([name, href]) => (
        <li key={name} class="chip">
          <span class="chip-title">{name}</span>
          <a class="remove" href={href} aria-label={`${filters.lift} ${name}`}>
            <Cross />
          </a>
        </li>
      ))}
    </ul>
  );
}
