import type { JSX } from 'preact';
import type { PersonPage } from '#lanterne.ts';
import { capital } from '#web/facet-labels.ts';
import type { Site } from '#web/site.ts';

const WIDTH = 240;
const HEIGHT = 12;

/** How many titles of each decade a person has part in, each title counted once. */
export function decadesOf({ works }: Pick<PersonPage, 'works'>): [decade: number, titles: number][] {
  const years = new Map<string, number>();
  for (const { films, series } of works) {
    for (const { card } of films) if (card.year !== null) years.set(card.id, card.year);
    for (const { id, startYear } of series) if (startYear !== null) years.set(id, startYear);
  }
  const counts = new Map<number, number>();
  for (const year of years.values()) {
    const decade = Math.floor(year / 10) * 10;
    counts.set(decade, (counts.get(decade) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => a - b);
}

/** The periods of a person's work: a bar a decade, with its number beside it. */
export function Periods({ site, person }: { readonly site: Site; readonly person: PersonPage }): JSX.Element | null {
  const { words } = site;
  const decades = decadesOf(person);
  const most = Math.max(...decades.map(([, titles]) => titles));
  if (decades.length < 2) return null;
  return (
    <section class="periods" aria-labelledby="periods-title">
      <h2 id="periods-title">{words.catalogue.person.periods}</h2>
      <p>{words.catalogue.person.periodsLead}</p>
      <ul>
        {decades.map(([decade, titles]) => (
          <li key={decade}>
            <span>{capital(words.decade(decade))}</span>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect width={(WIDTH * titles) / most} height={HEIGHT} rx="2" />
            </svg>
            <span>{words.number(titles)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
