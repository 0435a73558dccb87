import type { JSX } from 'preact';

const STEPS = 4;

/** Four steps, filled up to how well a film fits somebody; what it says is written beside it. */
export const FitBar = ({ fit }: { readonly fit: number }): JSX.Element => (
  <svg class="fit" viewBox="0 0 46 10" width="46" height="10" aria-hidden="true" focusable="false">
    {Array.from({ length: STEPS }, (_, step) => (
      <rect
        key={step}
        class={step < fit ? 'on' : 'off'}
        x={step * 12 + 0.75}
        y="0.75"
        width="8.5"
        height="8.5"
        rx="2"
      />
    ))}
  </svg>
);
