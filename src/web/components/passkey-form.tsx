import type { ComponentChildren, JSX } from 'preact';

interface PasskeyFormProps {
  /** Where the script asks what to ask of the browser, and where the answer is sent. */
  readonly ask: string;
  readonly action: string;
  readonly kind: 'get' | 'create';
  readonly fields?: Readonly<Record<string, string>>;
  readonly button: string;
  /** What is said when no passkey answers. */
  readonly failed: string;
  readonly class?: string;
  /** Whether something else on the page is the main thing to do. */
  readonly quiet?: boolean;
  readonly children?: ComponentChildren;
}

/** A form that a passkey answers: shown by its island, where the browser knows passkeys. The page puts the island `passkey` in its head. */
export const PasskeyForm = ({
  ask,
  action,
  kind,
  fields = {},
  button,
  failed,
  class: kindOfForm = 'staff-form',
  quiet = false,
  children,
}: PasskeyFormProps): JSX.Element => (
  <form
    class={kindOfForm}
    method="post"
    action={action}
    hidden
    data-passkey={ask}
    data-kind={kind}
    data-failed={failed}
  >
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <input type="hidden" name="answer" value="" />
    {children}
    <button class={quiet ? 'quiet button' : undefined}>{button}</button>
    <p role="status" class="hint"></p>
  </form>
);
