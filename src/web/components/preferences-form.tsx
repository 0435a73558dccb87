import type { JSX } from 'preact';
import type { Customer } from '#state/customers.ts';
import type { Subscription } from '#state/subscriptions.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import { caps, pauseDay, timeOf } from '#web/account/read-preferences.ts';
import { Field, KindBoxes, WhereFields } from '#web/components/account-parts.tsx';
import { languages } from '#web/language.ts';
import type { Site } from '#web/site.ts';

interface PreferencesFormProps {
  readonly site: Site;
  readonly customer: Customer;
  readonly standing: readonly Subscription[];
  readonly among: readonly ChannelName[];
  readonly action: string;
  /** Whether the name is shown: not to whoever holds a link alone. */
  readonly named: boolean;
}

/** What a person is told, where, in which language, how often and when. */
export function PreferencesForm({ site, customer, standing, among, action, named }: PreferencesFormProps): JSX.Element {
  const { preferences: words } = site.words.account;
  return (
    <form class="look-form" method="post" action={action}>
      <input type="hidden" name="channels" value={among.length === 0 ? 'none' : among.join(',')} />
      {among.map((channel) => (
        <KindBoxes
          key={channel}
          site={site}
          channel={channel}
          ticked={(kind) => standing.some((one) => one.kind === kind && one.channel === channel)}
        />
      ))}
      <WhereFields site={site} commune={customer.commune} radius={customer.commune === null ? 30 : customer.radius} />
      <fieldset>
        <legend>{words.rhythm}</legend>
        <div class="account-fields">
          <Field id="cap" label={words.cap}>
            <select id="cap" name="cap" autocomplete="off">
              <option value="" selected={customer.weekCap === null}>
                {words.capUsual}
              </option>
              {caps.map((count) => (
                <option key={count} value={count} selected={count === customer.weekCap}>
                  {words.capCount(count)}
                </option>
              ))}
            </select>
          </Field>
          <Field id="language" label={words.language}>
            <select id="language" name="language" autocomplete="off">
              {languages.map((one) => (
                <option key={one} value={one} lang={one} selected={one === customer.language}>
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
            <input id="quiet-from" name="quiet-from" type="time" value={timeOf(customer.quietFrom)} />
            <label for="quiet-until">{words.until}</label>
            <input id="quiet-until" name="quiet-until" type="time" value={timeOf(customer.quietUntil)} />
          </div>
        </div>
        <Field id="paused-until" label={words.pause} hint={words.pauseHint}>
          <input
            id="paused-until"
            name="paused-until"
            type="date"
            value={pauseDay(customer.pausedUntil) ?? ''}
            aria-describedby="paused-until-hint"
          />
        </Field>
        {named ? (
          <Field id="name" label={words.name}>
            <input id="name" name="name" maxLength={80} autocomplete="name" value={customer.name ?? ''} />
          </Field>
        ) : null}
      </fieldset>
      <p class="look-end">
        <button>{words.save}</button>
      </p>
    </form>
  );
}
