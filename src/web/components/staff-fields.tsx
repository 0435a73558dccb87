import type { ComponentChildren, JSX } from 'preact';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date' | 'time' | 'url';
  readonly needed?: boolean;
}

/** A text field of a form of the staff, with its label and what helps to fill it. */
export function TextField({ name, label, value = '', hint, type = 'text', needed = false }: FieldProps): JSX.Element {
  const id = `f-${name}`;
  const given = {
    id,
    name,
    value,
    required: needed,
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
  };
  return (
    <p class="staff-field">
      <label for={id}>{label}</label>
      {type === 'date' ? (
        <input type="date" {...given} />
      ) : type === 'time' ? (
        <input type="time" {...given} />
      ) : type === 'url' ? (
        <input type="url" {...given} />
      ) : (
        <input type="text" {...given} />
      )}
      {hint === undefined ? null : (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </p>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** A list to choose one of. */
export const SelectField = ({ name, label, value, options }: ChoiceProps): JSX.Element => (
  <p class="staff-field">
    <label for={`f-${name}`}>{label}</label>
    <select id={`f-${name}`} name={name}>
      {options.map(([one, told]) => (
        <option key={one} value={one} selected={one === value}>
          {told}
        </option>
      ))}
    </select>
  </p>
);

/** Boxes to tick, or one of several to choose. */
export const Ticks = ({
  name,
  label,
  values,
  options,
  one = false,
}: Omit<ChoiceProps, 'value'> & { readonly values: readonly string[]; readonly one?: boolean }): JSX.Element => (
  <fieldset>
    <legend>{label}</legend>
    {options.map(([value, told]) => (
      <label key={value} class="staff-check">
        <input
          type={one ? 'radio' : 'checkbox'}
          name={one ? name : `${name}-${value}`}
          value={value}
          checked={values.includes(value)}
        />
        <span>{told}</span>
      </label>
    ))}
  </fieldset>
);

/** What is to be corrected before a form is taken. */
export const FormProblems = ({
  title,
  problems,
}: {
  readonly title: string;
  readonly problems: readonly ComponentChildren[];
}): JSX.Element | null =>
  problems.length === 0 ? null : (
    <div class="notice" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <ul class="bullets">
        {problems.map((problem, at) => (
          <li key={at}>{problem}</li>
        ))}
      </ul>
    </div>
  );
