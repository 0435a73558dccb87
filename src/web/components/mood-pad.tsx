import type { JSX } from 'preact';
import { Dial } from '#web/components/dial.tsx';
import { HiddenTaste } from '#web/components/hidden-taste.tsx';
import { Island } from '#web/components/island.tsx';
import { pathIn } from '#web/language.ts';
import { usualView, type MoodView } from '#web/list-view.ts';
import { moods } from '#web/moods.ts';
import type { Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';

interface MoodPadProps {
  readonly site: Site;
  readonly taste: TasteUrl;
}

const SIDE = 400;
const MARGIN = 40;
/** Named on the map: those that stand far enough from one another to be read. */
const written = new Set(['drôle', 'doux', 'haletant', 'mélancolique', 'contemplatif', 'effrayant']);

/** The plane of moods: two sliders in a plain form, and a map of them that the island `mood-pad` lets one point at. */
export function MoodPad({ site, taste }: MoodPadProps): JSX.Element {
  const { mood: words } = site.words;
  const at: MoodView = taste.view?.mood ?? usualView.mood ?? { valence: 0, energy: 0 };
  return (
    <form
      class="mood-form"
      action={`${pathIn(site.language, '/humeur')}#results-title`}
      method="get"
      data-refine
      aria-labelledby="mood-pad-title"
    >
      <h2 id="mood-pad-title">{words.pad}</h2>
      <HiddenTaste taste={taste} but={['valence', 'energy']} />
      <div id="mood-pad" class="mood-pad" data-label={words.padLabel} data-half={SIDE / 2 - MARGIN}>
        <Plane site={site} at={at} />
      </div>
      <div class="mood-dials">
        <Dial
          name="valence"
          label={words.valence}
          ends={words.valenceEnds}
          most={10}
          value={at.valence}
          told={(value) => words.value(value, words.valenceEnds)}
        />
        <Dial
          name="energy"
          label={words.energy}
          ends={words.energyEnds}
          most={10}
          value={at.energy}
          told={(value) => words.value(value, words.energyEnds)}
        />
        <button type="submit">{words.show}</button>
      </div>
      <Island name="refine" />
      <Island name="mood-pad" />
    </form>
  );
}

function Plane({ site, at }: { readonly site: Site; readonly at: MoodView }): JSX.Element {
  const { mood: words } = site.words;
  const middle = SIDE / 2;
  return (
    <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true" focusable="false">
      <path class="mood-axes" d={`M${middle} ${MARGIN}V${SIDE - MARGIN}M${MARGIN} ${middle}H${SIDE - MARGIN}`} />
      <text class="mood-end" x={middle} y="24">
        {words.energyEnds[1]}
      </text>
      <text class="mood-end" x={middle} y={SIDE - 10}>
        {words.energyEnds[0]}
      </text>
      <text class="mood-end mood-left" x="6" y={middle - 8}>
        {words.valenceEnds[0]}
      </text>
      <text class="mood-end mood-right" x={SIDE - 6} y={middle - 8}>
        {words.valenceEnds[1]}
      </text>
      {moods.map((mood) => (
        <g key={mood.name.fr}>
          <circle class="mood-place" cx={across(mood)} cy={down(mood)} r="4" />
          {written.has(mood.name.fr) ? (
            <text class="mood-name" x={Math.min(Math.max(across(mood), 66), SIDE - 66)} y={down(mood) + 30}>
              {mood.name[site.language]}
            </text>
          ) : null}
        </g>
      ))}
      <circle class="mood-point" cx={across(at)} cy={down(at)} r="14" />
    </svg>
  );
}

const across = ({ valence }: MoodView): number => SIDE / 2 + (valence * (SIDE / 2 - MARGIN)) / 10;
const down = ({ energy }: MoodView): number => SIDE / 2 - (energy * (SIDE / 2 - MARGIN)) / 10;
