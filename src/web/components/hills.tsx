import type { JSX } from 'preact';

/** The hills of the home page seen from afar, with the lights of a village: the upper edge of every page's foot. */
export function Hills(): JSX.Element {
  return (
    <svg class="hills" viewBox="0 0 1440 72" preserveAspectRatio="xMaxYMax slice" aria-hidden="true" focusable="false">
      <path class="hills-far" d="M0 46C170 14 330 18 520 38S860 20 1020 34s280-22 420-2v40H0z" />
      <path
        class="hills-village"
        d="M1092 42V30l9-7 9 7v12zM1114 42V20h7v22zM1112 21l5.5-14 5.5 14zM1124 42V31l8-6 8 6v11zM1146 42v-9l7-6 7 6v9z"
      />
      <path class="hills-lit" d="M1099 33h4v6h-4zM1116 26h3v5h-3zM1130 34h4v5h-4zM1151 35h4v5h-4z" />
      <path class="hills-near" d="M0 58C220 34 380 44 620 56s360-18 560-14 180 10 260 12v18H0z" />
    </svg>
  );
}
