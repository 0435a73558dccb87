import { feedPaths, programmeFeed, showingCalendar } from '#web/routes/programme-feed.ts';
import { programmeEmbed, programmeFrame } from '#web/routes/programme-frame.tsx';
import { programmeMap } from '#web/routes/programme-map.ts';
import { showing } from '#web/routes/programme-showing.tsx';
import { venue } from '#web/routes/programme-venue.tsx';
import { programme } from '#web/routes/programme.tsx';
import type { Routing } from '#web/routing.ts';

/** The programme and its files. */
export function programmeRoutes({ page }: Routing): void {
  page('/programme', (context, site) => programme(context, site));
  for (const [kind, path] of feedPaths) page(path, (context, site) => programmeFeed(kind)(context, site));
  page('/programme/integrer', programmeEmbed);
  page('/programme/cadre', (context, site) => programmeFrame(context, site));
  page('/programme/plan.xml', programmeMap);
  page('/programme/:venue', (context, site) => venue(context, site));
  page('/seance/:file{[\\w-]{22}\\.ics}', showingCalendar);
  page('/seance/:id', (context, site) => showing(context, site));
}
