import type { JSX } from 'preact';
import { Cross } from '#web/components/cross.tsx';
import type { RecommendedList } from '#lanterne.ts';
import { askedParts, isUsual, unconditioned, usualView, without } from '#web/list-view.ts';
import type { Site } from '#web/site.ts';
import { viewed, type TasteUrl } from '#web/taste-url.ts';
import { partTold } from '#web/view-told.ts';
import { partOf } from '#web/view-wishes.ts';

interface AskedProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  /** The address of the page for a taste. */
  readonly at: (taste: TasteUrl) => string;
}

/** What the reader asked of the list, each with its way out; nothing for a list as it comes. */
export function Asked({ site, taste, at }: AskedProps): JSX.Element | null {
  const { refine } = site.words;
  const view = taste.view ?? usualView;
  const parts = askedParts(view);
  if (parts.length === 0) return null;
  return (
    <div class="asked">
      <p id="asked" data-say>
        {refine.asked}
      </p>
      <ul aria-labelledby="asked">
        {parts.map((part) => (
          <li key={part} class="asked-part">
            <span data-say>{partTold(site, view, part)}</span>
            <a
              class="remove"
              id={`without-${part}`}
              href={at(viewed(taste, without(view, part)))}
              aria-label={refine.remove(partTold(site, view, part))}
              data-swap
            >
              <Cross />
            </a>
          </li>
        ))}
      </ul>
      {parts.length < 2 ? null : (
        <a id="reset" class="reset" href={at(viewed(taste, usualView))} data-swap>
          {refine.reset}
        </a>
      )}
    </div>
  );
}

interface LoosenProps extends AskedProps {
  readonly films: number;
  readonly loosen: RecommendedList['loosen'];
}

/** When conditions leave few films or none: which one to take away, with the link that does it. */
export function Loosen({ site, taste, at, films, loosen }: LoosenProps): JSX.Element | null {
  const { refine } = site.words;
  const view = taste.view ?? usualView;
  if (loosen.length === 0 || isUsual(view)) return null;
  const helping = loosen.filter((one) => one.films > films);
  return (
    <div class="notice loosen">
      <p>
        <strong data-say>{refine.few(films)}</strong> {refine.loosen}
      </p>
      <ul>
        {helping.map(({ condition, films: then }) => (
          <li key={condition}>
            <a id={`loosen-${condition}`} href={at(viewed(taste, without(view, partOf[condition])))} data-swap>
              {refine.loosenOne(partTold(site, view, partOf[condition]))}
            </a>{' '}
            ({refine.loosenGives(then)})
          </li>
        ))}
        {helping.length > 0 && loosen.length === 1 ? null : (
          <li>
            <a id="loosen-all" href={at(viewed(taste, unconditioned(view)))} data-swap>
              {refine.loosenAll}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}
