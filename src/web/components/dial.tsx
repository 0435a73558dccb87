import type { JSX } from 'preact';

interface DialProps {
  /** The parameter of the address, and the beginning of its identifiers. */
  readonly name: string;
  readonly label: string;
  readonly ends: readonly string[];
  readonly most: number;
  readonly value: number;
  /** What a value is called. */
  readonly told: (value: number) => string;
  /** The words at the ends and the middle as links that ask for them. */
  readonly links?: { readonly middle: string; readonly to: (value: number) => string };
}

/** A slider between two words, with its value in words; its ends and its middle are links too, for a page without script. */
export function Dial({ name, label, ends, most, value, told, links }: DialProps): JSX.Element {
  const values = Array.from({ length: 2 * most + 1 }, (_, at) => at - most);
  const end = (at: number, text: string): JSX.Element =>
    links === undefined ? (
      <span class="dial-end">{text}</span>
    ) : (
      <a
        id={`${name}-to-${at}`}
        class="dial-end"
        href={links.to(at)}
        data-swap
        aria-current={value === at ? 'true' : undefined}
      >
        {text}
      </a>
    );
  return (
    <div class="dial">
      <label for={name}>{label}</label>
      <div class="dial-line">
        {end(-most, ends[0] ?? '')}
        <input
          id={name}
          name={name}
          type="range"
          min={-most}
          max={most}
          step="1"
          value={value}
          autocomplete="off"
          aria-valuetext={told(value)}
          data-told={values.map(told).join('|')}
        />
        {end(most, ends[1] ?? '')}
      </div>
      <p class="dial-now">
        <output for={name} id={`${name}-now`}>
          {told(value)}
        </output>
        {links === undefined || value === 0 ? null : <> · {end(0, links.middle)}</>}
      </p>
    </div>
  );
}
