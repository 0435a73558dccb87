import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { FilmId } from '#brand.ts';
import { fault } from '#errors.ts';
import { eveningsOf, type Evening } from '#state/evenings.ts';
import { findGroup, type Group, type Member } from '#state/groups.ts';
import type { State } from '#state/open-state.ts';
import { ownPlaces } from '#web/group/own-places.ts';
import { handleOf, personOf, receivedBefore, type Person } from '#web/group/person.ts';
import { pathIn } from '#web/language.ts';
import { wholeAddress } from '#web/origin.ts';
import { stateOf, type Site } from '#web/site.ts';

/** A group that is kept, as the device that asks may see it. */
export interface OpenGroup {
  readonly state: State;
  readonly group: Group;
  /** The members, in the order in which they joined. */
  readonly people: readonly Person[];
  /** The places of this device, with their keys: for the server alone. */
  readonly own: readonly Member[];
  readonly evenings: readonly Evening[];
  readonly chosen: readonly FilmId[];
}

/** The group of the address. @throws GROUP_GONE, NOTHING_KEPT */
export async function openGroup(context: Context, site: Site): Promise<OpenGroup> {
  const state = stateOf(site);
  const group = await findGroup(state.db, context.req.param('code') ?? '');
  if (group === null) throw fault('GROUP_GONE');
  const evenings = await eveningsOf(state.db, group.code);
  const keys = group.members.map(({ id }) => id);
  const received = receivedBefore(keys, evenings);
  return {
    state,
    group,
    people: group.members.map((member, place) => personOf(member, received[place] ?? 0)),
    own: ownPlaces(context, group, site.visitor),
    evenings,
    chosen: evenings.map(({ film }) => film),
  };
}

/** The path of a group, without language. */
export const groupPath = (code: string): string => `/groupe/${code}`;

/** Where forms of a group are sent, and its page. */
export const groupPage = ({ language }: Pick<Site, 'language'>, code: string): string =>
  pathIn(language, groupPath(code));

/** The whole address that is sent to the others. */
export const groupLink = (site: Site, code: string): string => wholeAddress(site.here, site.language, groupPath(code));

/** The person of this device that a form names. @throws PLACE_NOT_YOURS */
export function placeOf(own: readonly Member[], handle: string): Member {
  const place = own.find(({ id }) => handleOf(id) === handle);
  if (place === undefined) throw fault('PLACE_NOT_YOURS');
  return place;
}

/** What changes whenever anything that the members see does. */
export const versionOf = ({ people, evenings }: OpenGroup, model: string): string =>
  createHash('sha256')
    .update(JSON.stringify([people, evenings.map(({ film, at }) => [film, at]), model]))
    .digest('base64url')
    .slice(0, 16);
