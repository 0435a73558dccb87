import type { ComponentChildren, JSX } from 'preact';
import type { Site } from '#web/site.ts';

interface PasskeyFormProps {
  readonly site: Site;
  /** Where the script asks what to ask of the browser, and where the answer is sent. */
  readonly ask: string;
  readonly action: string;
  readonly kind: 'get' | 'create';
  readonly fields?: Readonly<Record<string, string>>;
  readonly button: string;
  readonly children?: ComponentChildren;
}

/** A form that a passkey answers: shown by its island, where the browser knows passkeys. The page puts the island `passkey` in its head. */
export const PasskeyForm = ({
  site,
  ask,
  action,
  kind,
  fields = {},
  button,
  children,
}: PasskeyFormProps): JSX.Element => (
  <form
    class="staff-form"
    method="post"
    action={action}
    hidden
    data-passkey={ask}
    data-kind={kind}
    data-failed={site.words.staff.enter.passkeyFailed}
  >
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <input type="hidden" name="answer" value="" />
    {children}
    <button>{button}</button>
    <p role="status" class="hint"></p>
  </form>
);
