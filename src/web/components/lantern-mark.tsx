import type { JSX } from 'preact';

/** The mark: a lantern and its light. */
export function LanternMark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <path class="mark-light" d="M20 21 2 10v22z" />
      <path class="mark-light" d="M20 21 38 10v22z" />
      <path class="mark-body" d="M13 13h14l3 20H10z" />
      <path class="mark-glass" d="M16 17h8l1.6 12H14.4z" />
      <path class="mark-body" d="M11 33h18v4H11zM15 9h10v4H15z" />
      <path class="mark-ring" d="M15 9a5 5 0 0 1 10 0" />
    </svg>
  );
}

/** The same mark as an icon file. */
export const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="#141c33"/><path fill="#f0b04f" opacity=".45" d="M20 21 2 10v22zM20 21 38 10v22z"/><path fill="#f6ead3" d="M13 13h14l3 20H10z"/><path fill="#f0b04f" d="M16 17h8l1.6 12H14.4z"/><path fill="#f6ead3" d="M11 33h18v4H11zM15 9h10v4H15z"/><path fill="none" stroke="#f6ead3" stroke-width="2" d="M15 9a5 5 0 0 1 10 0"/></svg>';
