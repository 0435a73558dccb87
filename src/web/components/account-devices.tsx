import type { JSX } from 'preact';
import type { VisitorId } from '#brand.ts';
import type { Device } from '#state/devices.ts';
import type { HeldPushDevice } from '#state/push-subscriptions.ts';
import { Field } from '#web/components/account-parts.tsx';
import { PostButton } from '#web/components/post-button.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** The browsers of an account and the devices that it notifies, each with the way to end it. */
export function AccountDevices({
  site,
  devices,
  here,
  pushes,
}: {
  readonly site: Site;
  readonly devices: readonly Device[];
  readonly here: VisitorId | null;
  readonly pushes: readonly HeldPushDevice[];
}): JSX.Element {
  const { preferences: words } = site.words.account;
  const { date } = site.words;
  const action = pathIn(site.language, '/compte/appareils');
  return (
    <section aria-labelledby="devices-title">
      <h2 id="devices-title">{words.devices}</h2>
      <p>{words.devicesHint}</p>
      <ul class="account-devices">
        {devices.map(({ id, created, lastSeen }) => (
          <li key={id}>
            <span>
              {words.device(date(created), date(lastSeen))}
              {id === here ? ` (${words.thisDevice})` : ''}
            </span>
            {id === here ? null : (
              <PostButton
                action={action}
                fields={{ do: 'out', device: id }}
                class="quiet button"
                label={words.outDevice(date(created))}
              >
                {words.out}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {devices.length < 2 ? null : (
        <PostButton action={action} fields={{ do: 'others' }} class="quiet button">
          {words.outOthers}
        </PostButton>
      )}
      <PostButton action={action} fields={{ do: 'here' }} class="quiet button">
        {words.outHere}
      </PostButton>
      {pushes.length === 0 ? null : (
        <>
          <h3>{words.pushDevices}</h3>
          <ul class="account-devices">
            {pushes.map(({ id, created }) => (
              <li key={id}>
                <span>{words.pushDevice(date(created))}</span>
                <PostButton
                  action={action}
                  fields={{ do: 'push', device: id }}
                  class="quiet button"
                  label={words.pushOutDevice(date(created))}
                >
                  {words.pushOut}
                </PostButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Another address for the account. */
export function ChangeAddress({ site }: { readonly site: Site }): JSX.Element {
  const { preferences: words } = site.words.account;
  return (
    <section aria-labelledby="address-title">
      <h2 id="address-title">{words.address}</h2>
      <form class="look-form" method="post" action={pathIn(site.language, '/compte/adresse')}>
        <Field id="email" label={words.addressLabel} hint={words.addressHint}>
          <input
            id="email"
            name="email"
            type="email"
            required
            maxLength={254}
            autocomplete="email"
            aria-describedby="email-hint"
          />
        </Field>
        <p class="look-end">
          <button class="quiet button">{words.addressSend}</button>
        </p>
      </form>
    </section>
  );
}
