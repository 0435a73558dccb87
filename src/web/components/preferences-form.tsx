import type { JSX } from 'preact';
import type { ChannelName } from '#state/tables/customers.ts';
import type { PreferenceValues } from '#web/account/preference-values.ts';
import { caps, type TypedField } from '#web/account/read-preferences.ts';
import { Field, KindBoxes, WhereFields } from '#web/components/account-parts.tsx';
import { languages } from '#web/language.ts';
import type { Site } from '#web/site.ts';

interface PreferencesFormProps {
  readonly site: Site;
  readonly values: PreferenceValues;
  readonly among: readonly ChannelName[];
  readonly action: string;
  /** Whether the name is shown: not to whoever holds a link alone. */
  readonly named: boolean;
}

/** What a person is told, where, in which language, how often and when. */
export function PreferencesForm({ site, values, among, action, named }: PreferencesFormProps): JSX.Element {
  const { preferences: words } = site.words.account;
  const { typed } = values;
  const wrongOf = (name: TypedField): string | undefined =>
    values.wrong.includes(name) ? words.wrong[name](typed[name]) : undefined;
  const input = (name: TypedField, hint = '') => {
    const described = [...(values.wrong.includes(name) ? [`${name}-wrong`] : []), ...(hint === '' ? [] : [hint])];
    return {
      id: name,
      name,
      value: typed[name],
      ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
      ...(values.wrong.includes(name) ? { 'aria-invalid': 'true' as const } : {}),
    };
  };
  return (
    <form class="look-form" method="post" action={action}>
      <input type="hidden" name="channels" value={among.length === 0 ? 'none' : among.join(',')} />
      {among.map((channel) => (
        <KindBoxes key={channel} site={site} channel={channel} ticked={(kind) => values.ticked(kind, channel)} />
      ))}
      <WhereFields site={site} commune={values.commune} radius={values.radius} />
      <fieldset>
        <legend>{words.rhythm}</legend>
        <div class="account-fields">
          <Field id="cap" label={words.cap}>
            <select id="cap" name="cap" autocomplete="off">
              <option value="" selected={values.cap === ''}>
                {words.capUsual}
              </option>
              {caps.map((count) => (
                <option key={count} value={count} selected={String(count) === values.cap}>
                  {words.capCount(count)}
                </option>
              ))}
            </select>
          </Field>
          <Field id="language" label={words.language}>
            <select id="language" name="language" autocomplete="off">
              {languages.map((one) => (
                <option key={one} value={one} lang={one} selected={one === values.language}>
                  {words.languages[one]}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <div class="account-field" role="group" aria-labelledby="quiet" aria-describedby="quiet-hint">
          <p id="quiet" class="account-label">
            {words.quiet}
          </p>
          <p class="hint" id="quiet-hint">
            {words.quietHint}
          </p>
          <div class="account-times">
            <label for="quiet-from">{words.from}</label>
            <input type="time" {...input('quiet-from')} />
            <label for="quiet-until">{words.until}</label>
            <input type="time" {...input('quiet-until')} />
          </div>
          {(['quiet-from', 'quiet-until'] as const).map((name) => {
            const wrong = wrongOf(name);
            return wrong === undefined ? null : (
              <p key={name} class="wrong" id={`${name}-wrong`}>
                {wrong}
              </p>
            );
          })}
        </div>
        <Field id="paused-until" label={words.pause} hint={words.pauseHint} wrong={wrongOf('paused-until')}>
          <input type="date" {...input('paused-until', 'paused-until-hint')} />
        </Field>
        {named ? (
          <Field id="name" label={words.name} wrong={wrongOf('name')}>
            <input maxLength={80} autocomplete="name" {...input('name')} />
          </Field>
        ) : null}
      </fieldset>
      <p class="look-end">
        <button>{words.save}</button>
      </p>
    </form>
  );
}
