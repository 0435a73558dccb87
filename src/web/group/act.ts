import type { Context } from 'hono';
import { asFilmId, type FilmId } from '#brand.ts';
import { fault } from '#errors.ts';
import type { Basket } from '#state/basket.ts';
import { addEvening, takeBackEvening } from '#state/evenings.ts';
import { changeMember, joinGroup, leaveGroup } from '#state/group-members.ts';
import { tidied, type Member } from '#state/groups.ts';
import { cardsOf, gainsOf } from '#web/group/choose.ts';
import { placeOf, type OpenGroup } from '#web/group/open-group.ts';
import { keepKeys } from '#web/group/own-places.ts';
import { handleOf } from '#web/group/person.ts';
import type { Site } from '#web/site.ts';
import { noTaste, put, without, type TasteUrl } from '#web/taste-url.ts';
import { readTypedTitles } from '#web/typed-titles.ts';

export interface Acting extends OpenGroup {
  readonly context: Context;
  readonly site: Site;
  readonly field: (name: string) => string;
}

/** What an act answers: parameters of the group's page, where it is told. */
export type Told = Readonly<Record<string, string>>;

/** What members do in a group, by the `do` of their forms; each only with the places of their own device. */
export const acts: ReadonlyMap<string, (acting: Acting) => Promise<Told>> = new Map([
  ['join', join],
  ['add', (acting) => add(acting, mine(acting))],
  ['bring', bring],
  ['remove', (acting) => move(acting, 'removed', without)],
  ['refuse', (acting) => move(acting, 'refused', (taste, film) => put(taste, 'not', film))],
  ['allow', (acting) => move(acting, 'allowed', without)],
  ['leave', leave],
  ['choose', choose],
  ['take-back', takeBack],
]);

/** Joins with a name; the visitor of the device takes one place, the others of the device are guests. */
export async function join(acting: Acting): Promise<Told> {
  const { context, state, group, own, site, field } = acting;
  const label = tidied(field('name'));
  if (label === '') return { done: 'needName', q: field('q').trim().slice(0, 400) };
  const known = site.visitor?.id ?? null;
  const visitor = known !== null && own.every((member) => member.visitor !== known) ? known : null;
  const id = await joinGroup(state.db, group.code, { visitor, label, basket: nothing });
  keepKeys(context, group, [...own.map((member) => member.id), id]);
  const told = await add(acting, { id, visitor, label, basket: nothing, weight: 1, received: 0 });
  return { ...told, who: handleOf(id), done: `joined${told['done']?.replace(/^added/, '') ?? ''}` };
}

/** Adds the films pointed at (`films`) and those typed (`q`); what is not one film alone is asked on the next page. */
async function add({ state, group, site, field }: Acting, { id, basket }: Member): Promise<Told> {
  const pointed = field('films')
    .split(',')
    .flatMap((text) => asFilmId(text) ?? []);
  const known = new Set((await site.lanterne.cards(pointed)).map((card) => card.id));
  const taste = pointed.filter((film) => known.has(film)).reduce(like, tasteOf(basket));
  const { taste: grown, pending } = await readTypedTitles(site.lanterne, taste, field('q'));
  const fresh = grown.liked.filter((film) => !basket.liked.includes(film));
  if (fresh.length > 0) await changeMember(state.db, group.code, id, { basket: basketOf(grown) });
  return {
    ...(fresh.length > 0 ? { done: ['added', ...fresh].join('.') } : {}),
    ...(grown.leftAside.length > 0 ? { full: '1' } : {}),
    ...(pending.length > 0 ? { q: pending.map(({ text }) => text).join(' ; ') } : {}),
    who: handleOf(id),
  };
}

/** Brings the films that the visitor of this device likes and has kept. */
async function bring(acting: Acting): Promise<Told> {
  const { state, group, site } = acting;
  const { id, basket } = mine(acting);
  const grown = (site.visitor?.taste.liked ?? []).reduce(like, tasteOf(basket));
  const fresh = grown.liked.filter((film) => !basket.liked.includes(film));
  if (fresh.length > 0) await changeMember(state.db, group.code, id, { basket: basketOf(grown) });
  return { done: ['added', ...fresh].join('.'), ...(grown.leftAside.length > 0 ? { full: '1' } : {}) };
}

async function move(acting: Acting, done: string, change: (taste: TasteUrl, film: FilmId) => TasteUrl): Promise<Told> {
  const { id, basket } = mine(acting);
  const film = filmOf(acting);
  await changeMember(acting.state.db, acting.group.code, id, { basket: basketOf(change(tasteOf(basket), film)) });
  return { done: `${done}.${film}` };
}

async function leave(acting: Acting): Promise<Told> {
  const { context, state, group, own } = acting;
  const { id } = mine(acting);
  await leaveGroup(state.db, group.code, id);
  keepKeys(
    context,
    group,
    own.flatMap((member) => (member.id === id ? [] : member.id)),
  );
  return { done: 'left' };
}

/** The group has chosen a film: what it brings each is noted, so that the next evening makes up for it. */
async function choose(acting: Acting): Promise<Told> {
  const { site, state, group, people, own, chosen } = acting;
  if (own.length === 0) throw fault('PLACE_NOT_YOURS');
  const film = filmOf(acting);
  if (chosen.includes(film)) return { done: `chosen.${film}` };
  const cards = await cardsOf(site.lanterne, people, [film]);
  const gains = await gainsOf(site.lanterne, people, { cards, chosen, film });
  if (gains === null) return { done: `gone.${film}` };
  const byKey = new Map(
    group.members.flatMap(({ id }) => {
      const gain = gains.get(handleOf(id));
      return gain === undefined ? [] : [[id, gain] as const];
    }),
  );
  await addEvening(state.db, group.code, { film, gains: byKey });
  return { done: `chosen.${film}` };
}

async function takeBack(acting: Acting): Promise<Told> {
  if (acting.own.length === 0) throw fault('PLACE_NOT_YOURS');
  const film = filmOf(acting);
  await takeBackEvening(acting.state.db, acting.group.code, film);
  return { done: `takenBack.${film}` };
}

const nothing: Basket = { liked: [], disliked: [], seen: [] };
const like = (taste: TasteUrl, film: FilmId): TasteUrl => put(taste, 'liked', film);
const mine = ({ own, field }: Acting): Member => placeOf(own, field('who'));

/** @throws FORM_INVALID */
function filmOf({ field }: Acting): FilmId {
  const film = asFilmId(field('film'));
  if (film === null) throw fault('FORM_INVALID');
  return film;
}

const tasteOf = ({ liked, disliked, seen }: Basket): TasteUrl => ({ ...noTaste, liked, not: disliked, seen });
const basketOf = ({ liked, not, seen }: TasteUrl): Basket => ({ liked, disliked: not, seen });
