import type { Context } from 'hono';
import type { JSX } from 'preact';
import { asFilmId, type FilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import { GroupChoices, othersOf } from '#web/components/group-choices.tsx';
import { ActsHere } from '#web/components/group-acts-here.tsx';
import { GroupEvenings } from '#web/components/group-evenings.tsx';
import { PeopleForm } from '#web/components/group-people-form.tsx';
import { GroupResults } from '#web/components/group-results.tsx';
import { Layout } from '#web/components/layout.tsx';
import { OpenGroupForm } from '#web/components/open-group-form.tsx';
import { cardsOf, chooseFor, type Chosen } from '#web/group/choose.ts';
import {
  groupAddress,
  groupQuery,
  readGroupUrl,
  withFilm,
  withMember,
  type GroupUrl,
  type UrlMember,
} from '#web/group/group-url.ts';
import { receivedOr, type Person } from '#web/group/person.ts';
import { readTypedPeople } from '#web/group/typed-people.ts';
import { groupsOfDevice } from '#web/group/groups-of-device.ts';
import { page, queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';
import type { Pending } from '#web/typed-titles.ts';

/** Choosing together: people and films of the address, typed on one device; or the way to a group of phones. */
export async function groups(context: Context, site: Site): Promise<Response> {
  const query = queryOf(context);
  const typed = await readTypedPeople(site.lanterne, readGroupUrl(query), query);
  if (typed !== null && typed.pending.size === 0)
    return context.redirect(`${groupAddress(site, typed.group)}#group-results`, 303);
  const group = typed?.group ?? readGroupUrl(query);
  const pending = typed?.pending ?? new Map<number, readonly Pending[]>();
  const people = peopleOf(site, group);
  const cards = await cardsOf(site.lanterne, people, group.chosen);
  const found = await chooseFor(site.lanterne, people, { cards, chosen: group.chosen });
  const parts = { site, group, pending, people, cards, found };
  const begun = group.members.length > 0;
  const mine = begun ? [] : await groupsOfDevice(context, site);
  // names stand in the address: what answers it is kept nowhere
  if (begun) context.header('Cache-Control', 'no-store');
  const lost =
    pending.size > 0 &&
    [...pending.values()].flat().every(({ kind }) => kind === 'none') &&
    group.members.every(({ liked }) => liked.length === 0);
  return page(
    context,
    <Layout
      site={site}
      title={site.words.group.title}
      path="/groupe"
      query={groupQuery(group)}
      description={site.words.group.lead}
      indexed={!begun}
      class="group-page"
    >
      <div class="wide">
        <h1>{site.words.group.title}</h1>
        {begun ? null : <p class="lead">{site.words.group.lead}</p>}
        {group.leftOut === 0 ? null : <p class="notice">{site.words.group.here.leftOut(group.leftOut)}</p>}
        {begun ? <Begun {...parts} /> : <Beginning {...parts} mine={mine} />}
      </div>
    </Layout>,
    lost ? 404 : 200,
  );
}

interface Parts {
  readonly site: Site;
  readonly group: GroupUrl;
  readonly pending: ReadonlyMap<number, readonly Pending[]>;
  readonly people: readonly Person[];
  readonly cards: ReadonlyMap<string, FilmCard>;
  readonly found: Chosen | null;
}

function Beginning({
  mine,
  ...parts
}: Parts & { readonly mine: Awaited<ReturnType<typeof groupsOfDevice>> }): JSX.Element {
  const { site } = parts;
  const { here } = site.words.group;
  return (
    <div class="two-ways">
      <section class="panel" aria-labelledby="here-title">
        <h2 id="here-title">{here.title}</h2>
        <p>{here.lead}</p>
        <PeopleForm {...parts} />
      </section>
      {site.state === null ? null : <OpenGroupForm site={site} mine={mine} />}
    </div>
  );
}

function Begun({ site, group, pending, people, cards, found }: Parts): JSX.Element {
  const { here } = site.words.group;
  const choosing = pending.size > 0;
  const form = <PeopleForm site={site} group={group} cards={cards} pending={pending} />;
  return (
    <>
      {[...pending].map(([place, asked]) => (
        <GroupChoices
          key={place}
          site={site}
          name={people[place]?.name ?? ''}
          pending={asked}
          pick={(card, text) => <Pick {...{ site, group, pending, place, card, text }} />}
        />
      ))}
      {choosing || found === null ? (
        <section class="panel">{form}</section>
      ) : (
        <details class="panel">
          <summary>{here.again}</summary>
          {form}
        </details>
      )}
      {choosing ? null : (
        <>
          <GroupEvenings
            site={site}
            people={found?.people ?? people}
            evenings={group.chosen.map((film) => ({ film, at: null }))}
            cards={cards}
          />
          <GroupResults
            site={site}
            found={found}
            acts={(card) => <ActsHere site={site} group={group} people={people} found={found} card={card} />}
          />
          <p class="clear">
            <a href={groupAddress(site, { members: [], chosen: [] })}>{here.restart}</a>
          </p>
        </>
      )}
    </>
  );
}

type PickProps = Pick<Parts, 'site' | 'group' | 'pending'> & {
  readonly place: number;
  readonly card: FilmCard;
  readonly text: string;
};

/** The link that gives a typed title its film; the titles still to decide go on with it. */
function Pick({ site, group, pending, place, card, text }: PickProps): JSX.Element | null {
  const film = asFilmId(card.id);
  const member = group.members[place];
  if (film === null || member === undefined) return null;
  const left = [...pending].map(([at, asked]) => [
    `q${at}`,
    at === place ? othersOf(asked, text) : othersOf(asked, ''),
  ]);
  const next = withMember(group, place, withFilm(member, 'liked', film));
  const { here, person } = site.words.group;
  return (
    <a href={groupAddress(site, next, Object.fromEntries(left))}>
      {here.pick(titleOf(card, site.language), member.name || person(place + 1))}
    </a>
  );
}

const peopleOf = ({ words }: Site, { members }: GroupUrl): Person[] => {
  const received = receivedOr(members.map((member: UrlMember) => member.received));
  return members.map(({ name, liked, refused }, place) => ({
    handle: String(place),
    name: name || words.group.person(place + 1),
    liked,
    refused,
    seen: noFilms,
    received: received[place] ?? 0,
  }));
};

const noFilms: readonly FilmId[] = [];
