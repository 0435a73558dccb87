import type { ComponentChildren, JSX } from 'preact';
import { alertKinds, type AlertKind, type ChannelName } from '#state/tables/customers.ts';
import { communesOf, radii, usualRadius } from '#web/account/where.ts';
import type { Site } from '#web/site.ts';

/** The kinds of alert by one channel, a box each. */
export function KindBoxes({
  site,
  channel,
  ticked,
}: {
  readonly site: Site;
  readonly channel: ChannelName;
  readonly ticked: (kind: AlertKind) => boolean;
}): JSX.Element {
  const { by, kinds } = site.words.account;
  return (
    <fieldset>
      <legend>{by[channel](site.lanterne.config.cinemaName)}</legend>
      {alertKinds.map((kind) => {
        const [title, hint] = kinds[kind];
        const id = `${kind}.${channel}`;
        return (
          <div key={kind} class="look-choice">
            <input
              type="checkbox"
              id={id}
              name={id}
              value="on"
              checked={ticked(kind)}
              aria-describedby={`${id}-hint`}
            />
            <label for={id}>
              <b>{title}</b>
            </label>
            <span id={`${id}-hint`}>{hint}</span>
          </div>
        );
      })}
    </fieldset>
  );
}

/** Where they live, and how far they go. */
export function WhereFields({
  site,
  commune,
  radius = usualRadius,
}: {
  readonly site: Site;
  readonly commune: string | null;
  readonly radius?: number | null;
}): JSX.Element {
  const { account: words } = site.words;
  return (
    <fieldset>
      <legend>{words.where}</legend>
      <p class="hint">{words.whereHint}</p>
      <div class="account-fields">
        <Field id="commune" label={words.commune}>
          <select id="commune" name="commune" autocomplete="off">
            <option value="">{words.anyCommune}</option>
            {communesOf(site).map(({ code, name }) => (
              <option key={code} value={code} selected={code === commune}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field id="radius" label={words.radius}>
          <select id="radius" name="radius" autocomplete="off">
            {radii.map((minutes) => (
              <option key={minutes} value={minutes} selected={minutes === radius}>
                {words.minutes(minutes)}
              </option>
            ))}
            <option value="" selected={radius === null}>
              {words.anyRadius}
            </option>
          </select>
        </Field>
      </div>
    </fieldset>
  );
}

/** A label above its field, and what is wrong with what was written there. */
export const Field = ({
  id,
  label,
  hint,
  wrong,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <div class="account-field">
    <label for={id}>{label}</label>
    {hint === undefined ? null : (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {children}
    {wrong === undefined ? null : (
      <p class="wrong" id={`${id}-wrong`}>
        {wrong}
      </p>
    )}
  </div>
);

/** What was just done, or refused, at the head of a page. */
export const Told = ({
  children,
  alert = false,
}: {
  readonly children: ComponentChildren;
  readonly alert?: boolean;
}) => (
  <p id="done" class="notice" role={alert ? 'alert' : 'status'} tabIndex={-1}>
    {children}
  </p>
);
