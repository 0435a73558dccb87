import type { ComponentChildren, InputHTMLAttributes, JSX } from 'preact';

interface StaffFieldProps {
  /** Its name in the form, and its identifier in the page. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what was written, and how to put it right. */
  readonly wrong?: string | null | undefined;
  /** What the input is, beside its name and what describes it. */
  readonly input?: InputHTMLAttributes;
  /** In the place of an input: a select, say, that takes the attributes that it is given. */
  readonly children?: (attributes: FieldAttributes) => ComponentChildren;
}

export interface FieldAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
}

/** A labelled field of a form, with its hint and what is wrong with it, both tied to it. */
export function StaffField({ name, label, hint, wrong, input = {}, children }: StaffFieldProps): JSX.Element {
  const described = [...(wrong ? [`${name}-wrong`] : []), ...(hint === undefined ? [] : [`${name}-hint`])].join(' ');
  const attributes: FieldAttributes = {
    id: name,
    name,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(wrong ? { 'aria-invalid': 'true' as const } : {}),
  };
  return (
    <div class="staff-field">
      <label for={name}>{label}</label>
      {children === undefined ? <input {...input} {...attributes} /> : children(attributes)}
      {wrong ? (
        <p id={`${name}-wrong`} class="wrong">
          {wrong}
        </p>
      ) : null}
      {hint === undefined ? null : (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
