import type { Context } from 'hono';
import { findGroup } from '#state/groups.ts';
import { groupPage } from '#web/group/open-group.ts';
import { placesHere } from '#web/group/own-places.ts';
import type { Site } from '#web/site.ts';

export interface GroupOfDevice {
  readonly address: string;
  readonly names: readonly string[];
  readonly expires: string;
}

/** The groups that this device takes part in and whose time is not over, five at most unless told. */
export async function groupsOfDevice(context: Context, site: Site, most = 5): Promise<GroupOfDevice[]> {
  const { state } = site;
  if (state === null) return [];
  const codes = placesHere(context).map(({ code }) => code);
  const found = await Promise.all(codes.slice(0, most).map((code) => findGroup(state.db, code)));
  return found.flatMap((group) =>
    group === null
      ? []
      : {
          address: groupPage(site, group.code),
          names: group.members.map(({ label }) => label),
          expires: group.expires,
        },
  );
}
