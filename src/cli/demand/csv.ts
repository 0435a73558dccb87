import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { speechAsked } from '#cli/speech-asked.ts';
import { fault } from '#errors.ts';
import { openLanterne } from '#lanterne.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { demandCsv } from '#web/demand-csv.ts';
import { siteIn } from '#web/site.ts';

/** The demand as the CSV of the page: a row a film, or a row a film and commune. @throws USAGE */
export async function printCsv(invocation: Invocation): Promise<void> {
  const stray = ['film', 'min', 'json'].find((name) => invocation.values[name] !== undefined);
  if (stray !== undefined) throw fault('USAGE', { problem: `--${stray} does not go with --csv.`, command: 'demand' });
  const { language } = speechAsked(invocation, 'demand');
  const config = settings(invocation);
  await using state = await openState(statePlace(config));
  await using lanterne = await openLanterne(config, { onProgress: invocation.note });
  const site = { ...siteIn(lanterne, language), state };
  const { csv } = await demandCsv(site, invocation.values['places'] === true ? 'places' : 'films');
  invocation.print(csv.slice(0, -1));
}
