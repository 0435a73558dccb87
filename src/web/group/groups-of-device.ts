import type { Context } from 'hono';
import { findGroup } from '#state/groups.ts';
import { groupPage } from '#web/group/open-group.ts';
import { groupsHere } from '#web/group/own-places.ts';
import type { Site } from '#web/site.ts';

export interface GroupOfDevice {
  readonly address: string;
  readonly names: readonly string[];
  readonly expires: string;
}

/** The groups that this device takes part in and whose time is not over; none when the memory cannot be asked. */
export async function groupsOfDevice(context: Context, site: Site): Promise<GroupOfDevice[]> {
  const { state } = site;
  if (state === null) return [];
  try {
    const found = await Promise.all(groupsHere(context).map((code) => findGroup(state.db, code)));
    return found.flatMap((group) =>
      group === null
        ? []
        : {
            address: groupPage(site, group.code),
            names: group.members.map(({ label }) => label),
            expires: group.expires,
          },
    );
  } catch (error) {
    console.error(error);
    return [];
  }
}
