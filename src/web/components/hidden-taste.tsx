import type { JSX } from 'preact';
import { usualView, viewPairs, type ViewName } from '#web/list-view.ts';
import type { TasteUrl } from '#web/taste-url.ts';

interface HiddenTasteProps {
  readonly taste: TasteUrl;
  /** What the form asks itself. */
  readonly but: readonly ViewName[];
}

/** What a form must not lose: the films of the taste, and the part of the view that it does not ask. */
export function HiddenTaste({ taste, but }: HiddenTasteProps): JSX.Element {
  const films = (['liked', 'not', 'seen'] as const).flatMap((name) => taste[name].map((id) => [name, id] as const));
  const view = viewPairs(taste.view ?? usualView).filter(([name]) => !but.includes(name));
  return (
    <>
      {[...films, ...view].map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
