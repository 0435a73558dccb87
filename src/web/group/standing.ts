import { versionOf, type OpenGroup } from '#web/group/open-group.ts';
import type { Site } from '#web/site.ts';

/** How a group stands, for the pages that follow it: see islands/group-follow.ts. */
export interface Standing {
  /** Changes with anything that the members see. */
  readonly version: string;
  /** Of each member, how many films, and the sentences to say when they come, change or go. */
  readonly people: readonly {
    readonly handle: string;
    readonly films: number;
    readonly joined: string;
    readonly now: string;
    readonly left: string;
  }[];
}

export function standingOf(site: Site, open: OpenGroup): Standing {
  const { joined, now, left } = site.words.group.group;
  return {
    version: versionOf(open, site.lanterne.model),
    people: open.people.map(({ handle, name, liked }) => ({
      handle,
      films: liked.length,
      joined: joined(name),
      now: now(name, liked.length),
      left: left(name),
    })),
  };
}
