import type { Context } from 'hono';
import type { JSX } from 'preact';
import { z } from 'zod';
import { LanterneError } from '#errors.ts';
import { makeSetupLink } from '#state/staff-setup.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { addStaff, disableStaff, enableStaff, listStaff, setRoles, staffOfId, type Staff } from '#state/staff.ts';
import { staffRoles, type StaffRole } from '#state/tables/staff.ts';
import { inTransaction } from '#state/transaction.ts';
import { PostButton } from '#web/components/post-button.tsx';
import { StaffField } from '#web/components/staff-field.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { Proven, StaffNotice } from '#web/components/staff-notice.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf, type ContentStatus } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';

const path = '/equipe/membres';

/** Who may enter these pages, and to do what. */
export const members = (context: Context, site: Site, member: StaffMember): Promise<Response> =>
  membersPage(context, site, member);

/** Adds somebody: the page gives the link to hand over, and a letter with it leaves where letters do. */
export async function addMember(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const field = await fieldsOf(context);
  const { members: words } = site.words.staff;
  const [email, name] = [field('email').trim(), field('name').trim()];
  const wrong = {
    ...(z.email().max(254).safeParse(email).success ? {} : { email: words.faults.email }),
    ...(name === '' || name.length > 80 || /\p{Control}/u.test(name) ? { name: words.faults.name } : {}),
  };
  if (Object.keys(wrong).length > 0)
    return membersPage(context, site, member, { wrong, written: { email, name } }, 422);
  const role = roleOf(field('role'));
  const by = { by: member.id };
  return orSaid(context, site, member, async () => {
    const link = await inTransaction(stateOf(site).db, async (within) => {
      const id = await addStaff(within, { email, name, roles: [role], language: site.language }, by);
      return makeSetupLink(within, id, { byMail: mailed(site), ...by });
    });
    return membersPage(context, site, member, { link });
  });
}

/** Changes a role, bars or lets in again, or makes a new set-up link. @throws STAFF_UNKNOWN */
export async function changeMember(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  const { id } = await staffOfId(db, field('who'));
  const by = { by: member.id };
  const back = (done: 'roles' | 'disabled' | 'enabled'): Response =>
    context.redirect(`${pathIn(site.language, path)}?done=${done}#done`, 303);
  return orSaid(context, site, member, async () => {
    switch (field('act')) {
      case 'role':
        await setRoles(db, id, [roleOf(field('role'))], by);
        return back('roles');
      case 'disable':
        await disableStaff(db, id, by);
        return back('disabled');
      case 'enable':
        await enableStaff(db, id, by);
        return back('enabled');
      default:
        return membersPage(context, site, member, {
          link: await makeSetupLink(db, id, { byMail: mailed(site), ...by }),
        });
    }
  });
}

const roleOf = (text: string): StaffRole => staffRoles.find((role) => role === text) ?? 'programmer';
const mailed = ({ lanterne }: Site): boolean => lanterne.config.smtpUrl !== undefined;

/** What a member can put right is said on the page. */
async function orSaid(
  context: Context,
  site: Site,
  member: StaffMember,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof LanterneError ? error.code : null;
    const { last, known } = site.words.staff.members;
    if (code !== 'STAFF_LAST' && code !== 'STAFF_KNOWN') throw error;
    return membersPage(context, site, member, { problem: code === 'STAFF_LAST' ? last : known }, 409);
  }
}

interface Shown {
  /** The path of a set-up link that was just made: shown once. */
  readonly link?: string;
  readonly problem?: string;
  readonly wrong?: { readonly email?: string; readonly name?: string };
  readonly written?: { readonly email: string; readonly name: string };
}

async function membersPage(
  context: Context,
  site: Site,
  member: StaffMember,
  { link, problem, wrong = {}, written = { email: '', name: '' } }: Shown = {},
  status: ContentStatus = 200,
): Promise<Response> {
  const { members: words, roles } = site.words.staff;
  const all = await listStaff(stateOf(site).db);
  const done = new Map<string, string>(Object.entries(words.done)).get(queryOf(context).get('done') ?? '');
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path={path}>
      <h1>{words.title}</h1>
      <StaffNotice text={problem ?? (link === undefined ? done : words.done.added)} wrong={problem !== undefined} />
      {link === undefined ? null : (
        <StaffField
          name="link"
          label={words.linkLabel}
          hint={mailed(site) ? words.linkMailed : undefined}
          input={{ readOnly: true, value: `${site.here}${pathIn(site.language, link)}` }}
        />
      )}
      <p class="lead">{words.lead}</p>
      <ul class="staff-list">
        {all.map((one) => (
          <MemberItem key={one.id} site={site} member={member} one={one} />
        ))}
      </ul>
      <h2>{words.addTitle}</h2>
      <Proven site={site} member={member} back={path}>
        <form class="staff-form" method="post" action={pathIn(site.language, `${path}/ajouter`)}>
          <StaffField
            name="name"
            label={words.name}
            wrong={wrong.name}
            input={{ required: true, maxLength: 80, value: written.name, autocomplete: 'off' }}
          />
          <StaffField
            name="email"
            label={words.email}
            wrong={wrong.email}
            input={{ type: 'email', required: true, maxLength: 254, value: written.email, autocomplete: 'off' }}
          />
          <StaffField name="role" label={words.role}>
            {(attributes) => (
              <select {...attributes}>
                {staffRoles.toReversed().map((role) => (
                  <option key={role} value={role}>
                    {roles[role]}
                  </option>
                ))}
              </select>
            )}
          </StaffField>
          <button>{words.add}</button>
        </form>
      </Proven>
    </StaffLayout>,
    status,
  );
}

function MemberItem({
  site,
  member,
  one,
}: {
  readonly site: Site;
  readonly member: StaffMember;
  readonly one: Staff;
}): JSX.Element {
  const { members: words, roles } = site.words.staff;
  const action = pathIn(site.language, path);
  const about = [
    one.email,
    words.ways(one.hasPassword, one.passkeys),
    ...(one.disabled === null ? [] : [words.disabled]),
    ...(one.id === member.id ? [words.you] : []),
  ];
  return (
    <li>
      <span>
        <strong>{one.name}</strong>, {one.roles.map((role) => roles[role]).join(', ')} ({about.join(' · ')})
      </span>
      <Proven site={site} member={member} back={path}>
        <div class="staff-acts">
          <form class="staff-acts" method="post" action={action}>
            <input type="hidden" name="act" value="role" />
            <input type="hidden" name="who" value={one.id} />
            <select class="staff-input" name="role" aria-label={words.roleLabel(one.name)}>
              {staffRoles.map((role) => (
                <option key={role} value={role} selected={one.roles.includes(role)}>
                  {roles[role]}
                </option>
              ))}
            </select>
            <button class="quiet button" aria-label={words.changeLabel(one.name)}>
              {words.change}
            </button>
          </form>
          {one.disabled === null ? (
            <>
              <PostButton
                action={action}
                fields={{ act: 'link', who: one.id }}
                class="quiet button"
                label={words.newLinkLabel(one.name)}
              >
                {words.link}
              </PostButton>
              <PostButton
                action={action}
                fields={{ act: 'disable', who: one.id }}
                class="quiet button"
                label={words.disableLabel(one.name)}
              >
                {words.disable}
              </PostButton>
            </>
          ) : (
            <PostButton
              action={action}
              fields={{ act: 'enable', who: one.id }}
              class="quiet button"
              label={words.enableLabel(one.name)}
            >
              {words.enable}
            </PostButton>
          )}
        </div>
      </Proven>
    </li>
  );
}
