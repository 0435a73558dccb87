import type { Context } from 'hono';
import type { JSX } from 'preact';
import { houseSettingKinds, usualText, type HouseSettingKey } from '#state/house-settings.ts';
import { tellTest } from '#state/tell-staff.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { PostButton } from '#web/components/post-button.tsx';
import { StaffField } from '#web/components/staff-field.tsx';
import { StaffLayout } from '#web/components/staff-layout.tsx';
import { Proven, StaffNotice } from '#web/components/staff-notice.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { settingFaultTold } from '#web/setting-fault.ts';
import { stateOf, type Site } from '#web/site.ts';
import {
  faultsOf,
  keepSettings,
  readSettings,
  settingFields,
  settingsFrom,
  type SettingFault,
  type SettingField,
  type SettingValues,
} from '#web/staff-settings.ts';

/** The settings of the house, each explained. */
export const settings = async (context: Context, site: Site, member: StaffMember): Promise<Response> =>
  settingsPage(context, site, member, await readSettings(stateOf(site).db), new Map());

/** Keeps them all, or none when one is wrong. */
export async function changeSettings(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const field = await fieldsOf(context);
  const values = settingsFrom((key) => field(key).trim());
  const faults = faultsOf(values);
  if (faults.size > 0) return settingsPage(context, site, member, values, faults);
  await keepSettings(stateOf(site).db, values, { by: member.id });
  return context.redirect(`${pathIn(site.language, '/equipe/reglages')}?done=saved#done`, 303);
}

/** Sends the member a letter through the outbox, as any letter goes. */
export async function testLetter(context: Context, site: Site, member: StaffMember): Promise<Response> {
  await tellTest(stateOf(site).db, member.id, { by: member.id });
  return context.redirect(`${pathIn(site.language, '/equipe/reglages')}?done=tested#done`, 303);
}

function settingsPage(
  context: Context,
  site: Site,
  member: StaffMember,
  values: SettingValues,
  faults: ReadonlyMap<HouseSettingKey, SettingFault>,
): Response {
  const { settings: words } = site.words.staff;
  const done = queryOf(context).get('done');
  const told = done === 'saved' ? words.saved : done === 'tested' ? words.tested : null;
  const at = (path: string): string => pathIn(site.language, path);
  const groups = Map.groupBy(settingFields, ({ group }) => group);
  return page(
    context,
    <StaffLayout site={site} member={member} title={words.title} path="/equipe/reglages">
      <h1>{words.title}</h1>
      <StaffNotice text={faults.size > 0 ? words.wrong : told} wrong={faults.size > 0} />
      <p class="lead">{words.lead}</p>
      <Proven site={site} member={member} back="/equipe/reglages">
        <form class="staff-form" method="post" action={at('/equipe/reglages')}>
          {[...groups].map(([group, ones]) => (
            <fieldset key={group}>
              <legend>{words.groups[group]}</legend>
              {ones.map((setting) => (
                <Setting
                  key={setting.key}
                  site={site}
                  setting={setting}
                  value={values[setting.key]}
                  fault={faults.get(setting.key) ?? null}
                />
              ))}
            </fieldset>
          ))}
          <button>{words.save}</button>
        </form>
      </Proven>
      <h2>{words.testTitle}</h2>
      <p>{words.testHint}</p>
      <PostButton action={at('/equipe/reglages/essai')} fields={{}} class="quiet button">
        {words.test}
      </PostButton>
    </StaffLayout>,
    faults.size > 0 ? 422 : 200,
  );
}

interface SettingProps {
  readonly site: Site;
  readonly setting: SettingField;
  readonly value: string;
  readonly fault: SettingFault | null;
}

function Setting({ site, setting, value, fault }: SettingProps): JSX.Element {
  const { settings: words } = site.words.staff;
  const [label = '', hint = ''] = words.fields[setting.key];
  const kind = houseSettingKinds[setting.key];
  const told = shown(site, setting, usualText(setting.key));
  const options =
    'day' in setting
      ? words.days.map((name, at) => [String(at + 1), name] as const)
      : kind.form === 'switch'
        ? ([
            ['off', words.no],
            ['on', words.yes],
          ] as const)
        : null;
  return (
    <StaffField
      name={setting.key}
      label={label}
      hint={told === '' ? hint : `${hint} ${words.usual(told)}`}
      wrong={fault === null ? null : settingFaultTold(words, setting.key, fault)}
      input={
        kind.form === 'number'
          ? { type: 'number', min: kind.low, max: kind.high, required: true, value }
          : kind.form === 'hour'
            ? { type: 'time', required: true, value }
            : { type: 'text', maxLength: kind.form === 'text' ? kind.most : undefined, value }
      }
      {...(options === null
        ? {}
        : {
            children: (attributes) => (
              <select {...attributes}>
                {options.map(([key, name]) => (
                  <option key={key} value={key} selected={key === value}>
                    {name}
                  </option>
                ))}
              </select>
            ),
          })}
    />
  );
}

function shown({ words }: Site, field: SettingField, value: string): string {
  const { days, yes, no } = words.staff.settings;
  if ('day' in field) return days[Number(value) - 1] ?? '';
  if (houseSettingKinds[field.key].form === 'switch') return value === 'on' ? yes : no;
  return value;
}
