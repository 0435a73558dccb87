import type { JSX } from 'preact';
import { pathIn } from '#web/language.ts';
import { askedParts, usualView, type ListView, type ViewPart } from '#web/list-view.ts';
import { filmsAddress, type Site } from '#web/site.ts';
import { tasteQuery, viewed, type TasteUrl } from '#web/taste-url.ts';

const heritage = 1970;
const quick: readonly (readonly [ViewPart, Partial<ListView>, (site: Site) => string])[] = [
  ['length', { length: 100 }, ({ words }) => words.refine.atMost(words.duration(100))],
  ['family', { family: true }, ({ words }) => words.refine.inFamily],
  ['tongue', { tongue: 'fr' }, ({ words }) => words.refine.inFrench],
  ['years', { to: heritage - 1 }, ({ words }) => words.refine.before(heritage)],
];

/** What people ask most of a list, one gesture each, beside the mood and the surprise; what is asked already is left out. */
export function Quick({ site, taste }: { readonly site: Site; readonly taste: TasteUrl }): JSX.Element {
  const { refine } = site.words;
  const view = taste.view ?? usualView;
  const asked = askedParts(view);
  const offered = quick.filter(([part]) => !asked.includes(part));
  return (
    <nav class="quick" aria-label={refine.quick}>
      <ul>
        {offered.map(([part, more, told]) => (
          <li key={part}>
            <a id={`quick-${part}`} href={filmsAddress(site, viewed(taste, { ...view, ...more }))} data-swap>
              {told(site)}
            </a>
          </li>
        ))}
        <li>
          <a class="way" href={pathIn(site.language, '/humeur') + tasteQuery(taste)}>
            {refine.byMood}
          </a>
        </li>
        <li>
          <a class="way" href={pathIn(site.language, '/surprise') + tasteQuery(taste)}>
            {refine.surprise}
          </a>
        </li>
      </ul>
    </nav>
  );
}
