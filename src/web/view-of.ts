import { usualView, readView } from '#web/list-view.ts';
import type { Site } from '#web/site.ts';
import { viewed, type TasteUrl } from '#web/taste-url.ts';
import { knownView } from '#web/view-wishes.ts';

/** The taste with a view that this catalogue can answer, and whether part of the address was left out. */
export async function withKnownView(
  { lanterne }: Pick<Site, 'lanterne'>,
  taste: TasteUrl,
  query: URLSearchParams,
): Promise<{ readonly taste: TasteUrl; readonly refused: boolean }> {
  const known = await knownView(lanterne, taste.view ?? usualView);
  return {
    taste: viewed(taste, known.view),
    refused: readView(query).refused.length + known.refused.length > 0,
  };
}
