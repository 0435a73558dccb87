import type { Context } from 'hono';
import type { JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import { mostMembers } from '#state/group-members.ts';
import { islandsVersion } from '#web/assets.ts';
import { ActsKept } from '#web/components/group-acts-kept.tsx';
import { GroupChoices, othersOf } from '#web/components/group-choices.tsx';
import { KeptEvenings } from '#web/components/group-evenings.tsx';
import { GroupInvite } from '#web/components/group-invite.tsx';
import { GroupJoin, GroupJoinToo } from '#web/components/group-join.tsx';
import { GroupMine } from '#web/components/group-mine.tsx';
import { groupNotice } from '#web/components/group-notice.tsx';
import { GroupPeople } from '#web/components/group-people.tsx';
import { GroupResults } from '#web/components/group-results.tsx';
import { Layout } from '#web/components/layout.tsx';
import { PostButton } from '#web/components/post-button.tsx';
import { cardsOf, chooseFor, type Chosen } from '#web/group/choose.ts';
import { groupLink, groupPage, groupPath, openGroup, type OpenGroup } from '#web/group/open-group.ts';
import { handleOf, type Person } from '#web/group/person.ts';
import { standingOf } from '#web/group/standing.ts';
import { page, queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';
import { readTypedTitles, type Pending } from '#web/typed-titles.ts';

/**
 * The page of a group: its link, who is there, the films of this device's people, what is chosen for all. Whoever is not in the group reads who is,
 * and how to enter.
 * @throws GROUP_GONE, NOTHING_KEPT
 */
export async function group(context: Context, site: Site): Promise<Response> {
  const open = await openGroup(context, site);
  const query = queryOf(context);
  const address = groupPage(site, open.group.code);
  const handles = new Set(open.own.map(({ id }) => handleOf(id)));
  const own = open.people.filter(({ handle }) => handles.has(handle));
  const cards = own.length === 0 ? new Map<string, FilmCard>() : await cardsOf(site.lanterne, open.people, open.chosen);
  const found = own.length === 0 ? null : await chooseFor(site.lanterne, open.people, { cards, chosen: open.chosen });
  const parts = {
    site,
    open,
    address,
    own,
    cards,
    found,
    link: groupLink(site, open.group.code),
    text: (query.get('q') ?? '').slice(0, 400),
    current: query.get('who') ?? '',
  };
  const pending = await stillToChoose(parts);
  const notice = await groupNotice({ site, open, address, query });
  context.header('Cache-Control', 'no-store');
  return page(
    context,
    <Layout
      site={site}
      title={site.words.group.group.title}
      path={groupPath(open.group.code)}
      query=""
      class="group-page"
    >
      <div
        class="wide"
        id="group"
        data-standing={own.length === 0 ? undefined : JSON.stringify(standingOf(site, open))}
      >
        <h1>{site.words.group.group.title}</h1>
        {notice}
        {pending !== null ? (
          <Choosing {...parts} {...pending} />
        ) : own.length === 0 ? (
          <Outside {...parts} />
        ) : (
          <Inside {...parts} />
        )}
      </div>
      <script type="module" src={`/island/${islandsVersion()}/group.js`} />
    </Layout>,
  );
}

interface Parts {
  readonly site: Site;
  readonly open: OpenGroup;
  readonly address: string;
  /** The people of this device. */
  readonly own: readonly Person[];
  readonly cards: ReadonlyMap<string, FilmCard>;
  readonly found: Chosen | null;
  readonly link: string;
  /** What was typed and is not decided. */
  readonly text: string;
  /** The person of this device for whom it was. */
  readonly current: string;
}

function Outside({ site, open, address, text }: Parts): JSX.Element {
  const { join, group: words } = site.words.group;
  const full = open.people.length >= mostMembers;
  return (
    <div class="two-ways">
      {full ? <p class="notice">{join.full}</p> : <GroupJoin site={site} address={address} text={text} />}
      <div class="panel">
        <GroupPeople site={site} people={open.people} own={new Set()} cards={null} />
        <p class="facts">{words.until(open.group.expires)}</p>
      </div>
    </div>
  );
}

function Inside({ site, open, address, own, cards, found, link, current }: Parts): JSX.Element {
  const { group: words } = site.words.group;
  return (
    <>
      {found === null ? null : (
        <p>
          <a class="button" href="#group-results">
            {words.see}
          </a>
        </p>
      )}
      <div class="two-ways">
        <GroupMine {...{ site, address, cards, current }} people={own} />
        <div>
          <div class="panel">
            <GroupPeople
              site={site}
              people={open.people}
              own={new Set(own.map(({ handle }) => handle))}
              cards={cards}
            />
            <p
              id="group-fresh"
              class="fresh"
              data-state={`${address}/etat`}
              data-live={words.live}
              data-changed={words.changed}
            >
              <a href={address}>{words.refresh}</a>
            </p>
            <p id="group-said" class="said-live" role="status" />
          </div>
          <GroupInvite site={site} link={link} open={open.people.length < 2} />
          {open.people.length >= mostMembers ? null : <GroupJoinToo site={site} address={address} />}
        </div>
      </div>
      <div id="group-chosen">
        <KeptEvenings
          site={site}
          people={found?.people ?? open.people}
          evenings={open.evenings}
          cards={cards}
          address={address}
        />
        <GroupResults
          site={site}
          found={found}
          acts={(card) => <ActsKept site={site} address={address} own={own} card={card} />}
        />
      </div>
      <p class="facts">{words.until(open.group.expires)}</p>
    </>
  );
}

interface StillToChoose {
  readonly person: Person;
  readonly pending: readonly Pending[];
}

/** What was typed for somebody of this device and is not one film alone; null when there is nothing to ask. */
async function stillToChoose({ site, own, text, current }: Parts): Promise<StillToChoose | null> {
  const person = own.find(({ handle }) => handle === current);
  if (person === undefined || text === '') return null;
  const { pending } = await readTypedTitles(site.lanterne, { ...noTaste, liked: person.liked }, text);
  return pending.length === 0 ? null : { person, pending };
}

function Choosing({ site, address, person, pending }: Parts & StillToChoose): JSX.Element {
  const { here } = site.words.group;
  const { handle, name } = person;
  return (
    <>
      <GroupChoices
        site={site}
        name={name}
        pending={pending}
        pick={(card, text) => (
          <PostButton action={address} fields={{ do: 'add', who: handle, films: card.id, q: othersOf(pending, text) }}>
            {here.pick(titleOf(card, site.language), name)}
          </PostButton>
        )}
      />
      <p>
        <a href={address}>{site.words.group.group.back}</a>
      </p>
    </>
  );
}
