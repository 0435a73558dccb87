import type { JSX } from 'preact';

/** The sign of what is taken out of a list; its link or button says it in words. */
export const Cross = (): JSX.Element => (
  <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
    <path d="M4 4l12 12M16 4 4 16" />
  </svg>
);
