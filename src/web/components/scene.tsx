import type { JSX } from 'preact';

/** A village of the hills at nightfall, whose cinema throws its light on the sky. Drawn in the theme's colours by style/50-home.css. */
export function Scene(): JSX.Element {
  return (
    <svg class="scene" viewBox="0 0 1440 560" preserveAspectRatio="xMaxYMax slice" aria-hidden="true" focusable="false">
      <g class="s-stars">
        {stars.map(([x, y, r]) => (
          <circle key={`${x}-${y}`} cx={x} cy={y} r={r} />
        ))}
      </g>
      <path class="s-far" d="M0 400C160 340 300 360 460 392S760 330 940 352 1240 300 1440 336V560H0z" />
      <path class="s-beam" d="M1012 398 1066 172 1244 214z" />
      <circle class="s-halo" cx="1150" cy="176" r="128" />
      <circle class="s-disc" cx="1150" cy="176" r="94" />
      <g class="s-picture">
        <path d="M1084 204q18-12 34 0t34 0 34 0 34 0l-5 18a94 94 0 0 1-128 0z" />
        <path d="M1150 104v74h-44zM1156 120l32 58h-32zM1100 184h100l-14 16h-72z" />
      </g>
      <path class="s-mid" d="M0 446C150 410 330 404 520 430S830 396 1000 400s280 28 440-6V560H0z" />
      <g class="s-village">
        <path d="M846 418v-30l22-18 22 18v30zM892 420v-22l18-14 18 14v22zM944 420v-70h24v70zM940 352l16-52 16 52zM968 420v-38l26-18 28 18v38z" />
        <path d="M988 366h48v54h-48zM1006 352h14v14h-14z" />
        <path d="M1044 424v-30l24-18 24 18v30zM1100 424v-24l18-14 20 14v24zM1150 428v-34l26-20 26 20v34zM1212 430v-24l20-16 20 16v24z" />
        <path d="M806 424c-9-22-9-46 0-70 9 24 9 48 0 70zM1272 434c-10-26-10-54 0-82 10 28 10 56 0 82zM1296 436c-8-20-8-42 0-64 8 22 8 44 0 64z" />
      </g>
      <g class="s-lit">
        <path d="M860 394h8v12h-8zM902 402h8v10h-8zM952 364h8v12h-8zM976 390h9v12h-9zM1060 400h8v12h-8zM1112 404h8v10h-8zM1166 398h9v12h-9zM1184 398h9v12h-9zM1228 408h8v11h-8z" />
        <path d="M1000 398h24v22h-24zM996 378h32v8h-32z" />
      </g>
      <path class="s-near" d="M0 486c180-40 360-32 540-6s330-34 520-36 250 34 380 12V560H0z" />
      <path class="s-hedge" d="M0 528c120-26 250-18 380-4s260 8 420-8 330-24 640 8v36H0z" />
    </svg>
  );
}

const stars = [
  [700, 40, 1.7],
  [780, 130, 1.3],
  [860, 70, 1.9],
  [930, 200, 1.2],
  [980, 60, 1.4],
  [1290, 60, 1.6],
  [1340, 170, 1.3],
  [1400, 90, 1.8],
  [1310, 260, 1.2],
] as const;
