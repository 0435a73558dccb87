import type { Context } from 'hono';
import type { JSX } from 'preact';
import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import { houseValue } from '#state/house.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { staffToday, type StaffToday } from '#state/staff-today.ts';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { pathIn } from '#web/language.ts';
import { page } from '#web/page.ts';
import { filmAddress, stateOf, type Site } from '#web/site.ts';
import { mayDo } from '#web/staff-places.ts';
import { usualOf } from '#web/staff-settings.ts';
import { noTaste } from '#web/taste-url.ts';

/** What there is to do today: from cheap counts, each with the place where it is done. */
export async function today(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  // the week that people are told of next: this Wednesday's on a Wednesday, else the one to come
  const day = dayInParis(Temporal.Now.instant());
  const week = day.dayOfWeek === 3 ? weekOf(day) : weekAfter(weekOf(day));
  const threshold = Number((await houseValue(db, 'wish-threshold')) ?? usualOf('wish-threshold'));
  const waits = await staffToday(db, { from: String(week.first), until: String(week.last), threshold });
  const titles = await titlesOf(site, waits);
  const { today: words } = site.words.staff;
  const from = site.words.date(String(week.first));
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path="/equipe">
      <h1>{words.title}</h1>
      {mayDo(member, 'programmer') ? (
        <ul class="staff-todo">
          <Todo
            urgent={waits.showings === 0}
            text={waits.showings === 0 ? words.noProgramme(from) : words.programme(waits.showings, from)}
            link={words.openProgramme}
            address={pathIn(site.language, '/equipe/programme')}
          />
          {waits.heldCampaigns === 0 ? null : (
            <Todo
              urgent
              text={words.held(waits.heldCampaigns)}
              link={words.openHeld}
              address={pathIn(site.language, '/equipe/envois')}
            />
          )}
          {waits.deadLetters === 0 ? null : (
            <Todo
              urgent
              text={words.dead(waits.deadLetters)}
              link={words.openDead}
              address={pathIn(site.language, '/equipe/envois')}
            />
          )}
          {waits.wished.length === 0 ? null : (
            <Todo
              urgent
              text={words.wished(waits.wished.length, threshold)}
              link={words.openDemand}
              address={pathIn(site.language, '/equipe/demande')}
            >
              <ul class="bullets">
                {waits.wished.map(({ film, people }) => (
                  <li key={film}>
                    <a href={filmAddress(site, film, noTaste)}>{titles.get(film) ?? film}</a>, {words.wishes(people)}
                  </li>
                ))}
              </ul>
            </Todo>
          )}
        </ul>
      ) : null}
      {waits.showings > 0 && waits.heldCampaigns + waits.deadLetters + waits.wished.length === 0 ? (
        <p class="lead">{words.nothing}</p>
      ) : null}
    </StaffLayout>,
  );
}

async function titlesOf({ lanterne }: Site, { wished }: StaffToday): Promise<ReadonlyMap<string, string>> {
  const cards = await lanterne.cards(wished.map(({ film }) => film));
  return new Map(cards.flatMap((card) => (card === null ? [] : [[card.id, card.title] as const])));
}

const Todo = ({
  urgent,
  text,
  link,
  address,
  children,
}: {
  readonly urgent: boolean;
  readonly text: string;
  readonly link: string;
  readonly address: string;
  readonly children?: JSX.Element;
}): JSX.Element => (
  <li class={urgent ? 'urgent' : undefined}>
    <p>{text}</p>
    {children}
    <p>
      <a class={urgent ? 'button' : 'quiet button'} href={address}>
        {link}
      </a>
    </p>
  </li>
);
