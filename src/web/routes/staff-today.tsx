import type { Context } from 'hono';
import type { JSX } from 'preact';
import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import { reportFrom } from '#programme/imports.ts';
import { houseSettings } from '#state/house-settings.ts';
import { listImports } from '#state/programme-imports.ts';
import { refusalsSince } from '#state/refusals.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { staffToday, type StaffToday } from '#state/staff-today.ts';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { handList } from '#web/hand-list.ts';
import { pathIn } from '#web/language.ts';
import { page } from '#web/page.ts';
import { filmAddress, stateOf, type Site } from '#web/site.ts';
import { mayDo } from '#web/staff-places.ts';
import { noTaste } from '#web/taste-url.ts';

/** What there is to do today: from cheap counts, each with the place where it is done. */
export async function today(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { today: words } = site.words.staff;
  const todos = [
    ...(mayDo(member, 'programmer') ? await programmerTodos(site) : []),
    ...(mayDo(member, 'manager') ? await managerTodos(site) : []),
  ];
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path="/equipe">
      <h1>{words.title}</h1>
      {todos.some(({ urgent }) => urgent) ? null : <p class="lead">{words.nothing}</p>}
      <ul class="staff-todo">
        {todos
          .toSorted((a, b) => Number(b.urgent) - Number(a.urgent))
          .map((todo) => (
            <Todo key={todo.text} site={site} todo={todo} />
          ))}
      </ul>
    </StaffLayout>,
  );
}

interface TodoLine {
  readonly urgent: boolean;
  readonly text: string;
  readonly link: string;
  /** Without language. */
  readonly path: string;
  readonly more?: JSX.Element;
}

async function programmerTodos(site: Site): Promise<TodoLine[]> {
  const { db } = stateOf(site);
  const { today: words } = site.words.staff;
  // the week that people are told of next: this Wednesday's on a Wednesday, else the one to come
  const now = Temporal.Now.instant();
  const day = dayInParis(now);
  const current = weekOf(day);
  const week = day.dayOfWeek === 3 ? current : weekAfter(current);
  const { wishThreshold: threshold } = await houseSettings(db);
  const days = { from: String(week.first), until: String(week.last), week: current.name };
  const waits = await staffToday(db, { ...days, threshold }, { now });
  const calls = (await handList(site, 'phone', now)).open.length;
  const sheets = (await handList(site, 'paper', now)).open.length;
  const [last] = await listImports(db, 1);
  const refused = last === undefined || last.undone !== null ? 0 : reportFrom(last.report).refused.length;
  const from = site.words.date(String(week.first));
  const none = waits.showings === 0;
  return [
    {
      urgent: none,
      text: none ? words.noProgramme(from) : words.programme(waits.showings, from),
      link: none ? words.enterProgramme : words.openProgramme,
      path: `/equipe/programme?semaine=${week.name}`,
    },
    ...one(refused, {
      text: words.refused(refused),
      link: words.openRefused,
      path: `/equipe/programme/import/${last?.id}`,
    }),
    ...one(waits.heldCampaigns, {
      text: words.held(waits.heldCampaigns),
      link: words.openHeld,
      path: '/equipe/envois',
    }),
    ...one(waits.deadLetters, {
      text: words.dead(waits.deadLetters),
      link: words.openDead,
      path: '/equipe/envois#outbox',
    }),
    ...one(calls + sheets, { text: words.calls(calls, sheets), link: words.openCalls, path: '/equipe/appels' }),
    ...one(waits.wished.length, {
      text: words.wished(waits.wished.length, threshold),
      link: words.openDemand,
      path: '/equipe/demande',
      more: await wishedFilms(site, waits),
    }),
  ];
}

/** Forms of the public that were turned away these seven days: many say that a robot comes, or that a page is not understood. */
async function managerTodos(site: Site): Promise<TodoLine[]> {
  const { today: words } = site.words.staff;
  const since = dayInParis(Temporal.Now.instant()).subtract({ days: 7 }).toString();
  const refusals = await refusalsSince(stateOf(site).db, since);
  const reasons: Readonly<Record<string, string>> = words.refusals;
  const count = refusals.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return [];
  return [
    {
      urgent: false,
      text: words.turnedAway(count),
      link: words.openPeople,
      path: '/equipe/personnes',
      more: (
        <ul class="bullets">
          {refusals.map((one) => (
            <li key={one.reason}>
              {reasons[one.reason] ?? words.refusals.other} ({one.count})
            </li>
          ))}
        </ul>
      ),
    },
  ];
}

const one = (count: number, todo: Omit<TodoLine, 'urgent'>): TodoLine[] =>
  count === 0 ? [] : [{ ...todo, urgent: true }];

async function wishedFilms(site: Site, waits: StaffToday): Promise<JSX.Element> {
  const titles = await titlesOf(site, waits);
  return (
    <ul class="bullets">
      {waits.wished.map(({ film, people }) => (
        <li key={film}>
          <a href={filmAddress(site, film, noTaste)}>{titles.get(film) ?? film}</a>,{' '}
          {site.words.staff.today.wishes(people)}
        </li>
      ))}
    </ul>
  );
}

async function titlesOf({ lanterne }: Site, { wished }: StaffToday): Promise<ReadonlyMap<string, string>> {
  const cards = await lanterne.cards(wished.map(({ film }) => film));
  return new Map(cards.flatMap((card) => (card === null ? [] : [[card.id, card.title] as const])));
}

const Todo = ({ site, todo }: { readonly site: Site; readonly todo: TodoLine }): JSX.Element => (
  <li class={todo.urgent ? 'urgent' : undefined}>
    <p>{todo.text}</p>
    {todo.more}
    <p>
      <a class={todo.urgent ? 'button' : 'quiet button'} href={pathIn(site.language, todo.path)}>
        {todo.link}
      </a>
    </p>
  </li>
);
