import type { Context } from 'hono';
import { normalPhone } from '#state/phone-number.ts';
import { knownKinds, registerPerson } from '#state/staff-people.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { alertKinds, type AlertKind } from '#state/tables/customers.ts';
import { StaffField } from '#web/components/staff-field.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { StaffNotice } from '#web/components/staff-notice.tsx';
import { fault } from '#errors.ts';
import { pathIn } from '#web/language.ts';
import { page } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';

type Wrong = keyof Site['words']['staff']['people']['new']['faults'];

/** What was written of somebody who has no e-mail. */
interface Written {
  readonly name: string;
  readonly phone: string;
  readonly commune: string;
  readonly channel: 'phone' | 'paper';
  readonly kinds: readonly AlertKind[];
}

/** Where a member of the house writes down somebody who has no e-mail. */
export const register = (context: Context, site: Site, member: StaffMember): Response =>
  registerPage(context, site, member, {
    written: { name: '', phone: '', commune: '', channel: 'phone', kinds: ['wish', 'digest'] },
    wrong: new Set(),
    read: false,
  });

/** First shows the sentence to read aloud, made of what was chosen; then, once they said yes to that very sentence, keeps the person with it. */
export async function registerOne(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { fields, kinds } = await formOf(context);
  const { new: words } = site.words.staff.people;
  const written: Written = {
    name: fields('name').trim(),
    phone: fields('phone').trim(),
    commune: fields('commune').trim(),
    channel: fields('channel') === 'paper' ? 'paper' : 'phone',
    kinds,
  };
  const [phone, commune] = [normalPhone(written.phone), communeOf(site, written.commune)];
  const wrong = new Set<Wrong>();
  if (written.name === '' || written.name.length > 80 || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(written.name))
    wrong.add('name');
  if ((written.channel === 'phone' || written.phone !== '') && phone === null) wrong.add('phone');
  if (commune === undefined) wrong.add('commune');
  if (kinds.length === 0) wrong.add('kinds');
  const wording = wordingOf(site, written);
  const [read, yes] = [fields('wording') === wording, fields('yes') === 'on'];
  if (wrong.size === 0 && read && !yes) wrong.add('yes');
  if (wrong.size > 0 || !read)
    return registerPage(context, site, member, { written, wrong, read: wrong.size === 0 || wrong.has('yes') });
  const id = await registerPerson(
    stateOf(site).db,
    {
      name: written.name,
      phone,
      commune: commune ?? null,
      language: site.language,
      channel: written.channel,
      kinds,
      wording: `${words.read}\u00a0: ${wording}`,
    },
    { by: member.id },
  );
  return context.redirect(`${pathIn(site.language, `/equipe/personnes/${id}`)}?done=registered#done`, 303);
}

/** The sentence that is read aloud: what is kept, what for, and that they may change their mind. */
function wordingOf({ words, lanterne }: Site, { channel, kinds }: Written): string {
  const { new: one } = words.staff.people;
  return one.wording(
    lanterne.config.cinemaName,
    channel,
    kinds.map((kind) => one.kind[kind]),
  );
}

/** A commune by its name or code; null when none is written, undefined when there is none such. */
function communeOf(site: Site, text: string): string | null | undefined {
  if (text === '') return null;
  const folded = (name: string): string =>
    name
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
  return site.market().communes.find(({ code, name }) => code === text || folded(name) === folded(text))?.code;
}

async function formOf(context: Context): Promise<{ fields: (name: string) => string; kinds: AlertKind[] }> {
  const body = await context.req.parseBody({ all: true }).catch((error: unknown) => {
    throw fault('FORM_INVALID', {}, error);
  });
  const texts = (name: string): string[] => [body[name]].flat().filter((value) => typeof value === 'string');
  return { fields: (name) => texts(name)[0] ?? '', kinds: knownKinds(texts('kinds')) };
}

function registerPage(
  context: Context,
  site: Site,
  member: StaffMember,
  { written, wrong, read }: { readonly written: Written; readonly wrong: ReadonlySet<Wrong>; readonly read: boolean },
): Response {
  const { new: words } = site.words.staff.people;
  const said = (one: Wrong): string | null => (wrong.has(one) ? words.faults[one] : null);
  const wording = wordingOf(site, written);
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path="/equipe/personnes/inscrire">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <StaffNotice text={[...wrong].map((one) => words.faults[one]).join(' ')} wrong />
      <form class="staff-form" method="post" action={pathIn(site.language, '/equipe/personnes/inscrire')}>
        <StaffField
          name="name"
          label={words.name}
          wrong={said('name')}
          input={{ required: true, maxLength: 80, value: written.name, autocomplete: 'off' }}
        />
        <StaffField
          name="phone"
          label={words.phone}
          hint={words.phoneHint}
          wrong={said('phone')}
          input={{ type: 'tel', maxLength: 30, value: written.phone, autocomplete: 'off' }}
        />
        <StaffField
          name="commune"
          label={words.commune}
          hint={words.communeHint}
          wrong={said('commune')}
          input={{ maxLength: 60, value: written.commune, list: 'communes', autocomplete: 'off' }}
        />
        <datalist id="communes">
          {site.market().communes.map(({ code, name }) => (
            <option key={code} value={name} />
          ))}
        </datalist>
        <fieldset>
          <legend>{words.channel}</legend>
          {(['phone', 'paper'] as const).map((channel) => (
            <label key={channel} class="staff-check">
              <input type="radio" name="channel" value={channel} checked={channel === written.channel} />
              {words.channels[channel]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{words.kinds}</legend>
          {alertKinds.map((kind) => (
            <label key={kind} class="staff-check">
              <input type="checkbox" name="kinds" value={kind} checked={written.kinds.includes(kind)} />
              {words.kind[kind]}
            </label>
          ))}
        </fieldset>
        {read ? (
          <fieldset>
            <legend>{words.read}</legend>
            <p>{wording}</p>
            <input type="hidden" name="wording" value={wording} />
            <label class="staff-check">
              <input type="checkbox" name="yes" />
              {words.yes}
            </label>
          </fieldset>
        ) : null}
        <button>{read ? words.submit : words.show}</button>
      </form>
    </StaffLayout>,
    wrong.size > 0 ? 422 : 200,
  );
}
