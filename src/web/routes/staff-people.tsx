import { join } from 'node:path';
import type { Context } from 'hono';
import { asCustomerId } from '#brand.ts';
import { townNames } from '#market/town-names.ts';
import { fault } from '#errors.ts';
import { forgetWritten } from '#notify/channels/written-files.ts';
import { writeAudit } from '#state/audit.ts';
import { spokenPhone } from '#state/phone-number.ts';
import { eraseCustomer } from '#state/rights.ts';
import { countAccounts, findPeople, personOf, type PersonLine } from '#state/staff-people.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { StaffField } from '#web/components/staff-field.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { Proven, StaffNotice } from '#web/components/staff-notice.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf, type ContentStatus } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import { rowsAsCsv } from '#web/staff-csv.ts';
import { exportPerson, exportRows } from '#web/staff-people.ts';

const path = '/equipe/personnes';

/** How many people there are; the way to find one, and to register who has no e-mail. */
export const people = (context: Context, site: Site, member: StaffMember): Promise<Response> =>
  peoplePage(context, site, member, null);

/** Finds people: by POST, so that no address of anybody stands in an address of ours, its logs and its history. */
export async function searchPeople(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const field = await fieldsOf(context);
  return peoplePage(context, site, member, field('q').trim().slice(0, 254));
}

/** One person: what the house needs to speak with them, and their rights. @throws CUSTOMER_UNKNOWN */
export async function person(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const one = await personOf(db, context.req.param('id') ?? '');
  await writeAudit(db, { staff: member.id, action: 'person-seen', subject: one.id });
  const { people: words } = site.words.staff;
  const done = new Map([['registered', words.registered], ...Object.entries(words.one.addressDone)]);
  return personPage(context, site, member, one, { told: done.get(queryOf(context).get('done') ?? '') ?? null });
}

/** Everything held about a person, to hand over. @throws CUSTOMER_UNKNOWN */
export async function exportOne(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const id = asCustomerId(context.req.param('id') ?? '');
  if (id === null) throw fault('CUSTOMER_UNKNOWN');
  const field = await fieldsOf(context);
  const form = field('form') === 'csv' ? 'csv' : 'json';
  const held = await exportPerson(stateOf(site).db, id, { by: member.id, form });
  context.header('Content-Disposition', `attachment; filename="lanterne-${id.slice(0, 6)}.${form}"`);
  if (form === 'json') return context.json(held);
  const csv = rowsAsCsv(site.language, ['where', 'value'], exportRows(held));
  return context.body(csv, 200, { 'Content-Type': 'text/csv; charset=utf-8' });
}

/** Erases a person, once the word that confirms it is written. @throws CUSTOMER_UNKNOWN */
export async function eraseOne(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const one = await personOf(db, context.req.param('id') ?? '');
  const field = await fieldsOf(context);
  const { one: words } = site.words.staff.people;
  if (field('confirm').trim() !== words.eraseWord)
    return personPage(context, site, member, one, { wrong: words.eraseWrong(words.eraseWord) }, 422);
  await eraseCustomer(db, one.id, { by: member.id });
  await forgetWritten(db, join(site.lanterne.config.dataFolder, 'outbox'));
  return context.redirect(`${pathIn(site.language, path)}?done=erased#done`, 303);
}

async function peoplePage(context: Context, site: Site, member: StaffMember, asked: string | null): Promise<Response> {
  const { people: words } = site.words.staff;
  const { db } = stateOf(site);
  const { all, withoutEmail, unconfirmed } = await countAccounts(db);
  const found = asked === null || asked === '' ? null : await findPeople(db, asked);
  const at = (more: string): string => pathIn(site.language, `${path}${more}`);
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path={path}>
      <h1>{words.title}</h1>
      <StaffNotice text={queryOf(context).get('done') === 'erased' ? words.erased : null} />
      <p class="lead">{words.count(all, withoutEmail, unconfirmed)}</p>
      <form class="staff-form" method="post" action={at('')}>
        <StaffField
          name="q"
          label={words.search}
          hint={words.searchHint}
          input={{ required: true, maxLength: 254, value: asked ?? '', autocomplete: 'off' }}
        />
        <button>{words.submit}</button>
      </form>
      {found === null ? null : (
        <section aria-labelledby="found">
          <h2 id="found">{words.found(found.length)}</h2>
          {found.length === 0 ? <p>{words.none}</p> : null}
          <ul class="staff-list">
            {found.map((one) => (
              <li key={one.id}>
                <span>{[one.name, one.email, phoneTold(one)].filter((part) => part !== null).join(', ')}</span>
                <a
                  class="quiet button"
                  href={at(`/${one.id}`)}
                  aria-label={words.open(one.name ?? one.email ?? words.nameless)}
                >
                  {words.see}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a class="quiet button" href={pathIn(site.language, '/equipe/personnes/inscrire')}>
          {words.register}
        </a>
      </p>
    </StaffLayout>,
  );
}

const phoneTold = ({ phone }: PersonLine): string | null => (phone === null ? null : spokenPhone(phone));

function personPage(
  context: Context,
  site: Site,
  member: StaffMember,
  one: PersonLine,
  { told, wrong }: { readonly told?: string | null; readonly wrong?: string },
  status: ContentStatus = 200,
): Response {
  const { people: all, moment } = site.words.staff;
  const { one: words } = all;
  const here = `${path}/${one.id}`;
  const at = (more: string): string => pathIn(site.language, `${here}${more}`);
  const communes = townNames(site.market());
  const facts = [
    [words.name, one.name],
    [words.email, one.email],
    [words.phone, phoneTold(one)],
    [words.commune, one.commune === null ? null : (communes.get(one.commune) ?? one.commune)],
    [words.created, moment(one.created)],
    [words.confirmed, one.confirmed === null ? words.not : moment(one.confirmed)],
  ] as const;
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path={here}>
      <h1>{one.name ?? one.email ?? words.title}</h1>
      <StaffNotice text={told} />
      <dl class="staff-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? words.unknown}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.exportTitle}</h2>
      <p>{words.exportLead}</p>
      <Proven site={site} member={member} back={here}>
        <form class="staff-acts" method="post" action={at('/export')}>
          <button class="quiet button" name="form" value="json">
            {words.json}
          </button>
          <button class="quiet button" name="form" value="csv">
            {words.csv}
          </button>
        </form>
        <h2>{words.addressTitle}</h2>
        <p>{words.addressLead}</p>
        <form class="staff-form" method="post" action={at('/adresse')}>
          <StaffField
            name="email"
            label={words.addressLabel}
            input={{ type: 'email', required: true, maxLength: 254, autocomplete: 'off' }}
          />
          <button>{words.addressSend}</button>
        </form>
        <h2>{words.eraseTitle}</h2>
        <p>{words.eraseLead}</p>
        <form class="staff-form" method="post" action={at('/effacer')}>
          <StaffField
            name="confirm"
            label={words.eraseLabel(words.eraseWord)}
            wrong={wrong}
            input={{ required: true, maxLength: 20, autocomplete: 'off' }}
          />
          <button>{words.erase}</button>
        </form>
      </Proven>
      <p>
        <a href={pathIn(site.language, path)}>{words.back}</a>
      </p>
    </StaffLayout>,
    status,
  );
}
