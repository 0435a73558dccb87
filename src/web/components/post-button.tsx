import type { ComponentChildren, JSX } from 'preact';

interface PostButtonProps {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly class?: string;
  /** What the button says to the ear, when it shows a sign alone. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A form that is one button. */
export const PostButton = ({ action, fields, class: kind, label, children }: PostButtonProps): JSX.Element => (
  <form class="post" method="post" action={action}>
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <button class={kind} aria-label={label}>
      {children}
    </button>
  </form>
);
