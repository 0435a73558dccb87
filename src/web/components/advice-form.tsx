import type { JSX } from 'preact';
import { mostWeight, type AskedAdvice } from '#advice/ask-advice.ts';
import { measureNames, measures, originNames } from '#advice/tell-advice.ts';
import { capital } from '#web/facet-labels.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

interface AdviceFormProps {
  readonly site: Site;
  readonly asked: AskedAdvice;
}

/** The weights, the votes, and what the grid shows, as a plain form whose answer is an address. */
export function AdviceForm({ site, asked }: AdviceFormProps): JSX.Element {
  const { advice: text } = site.words;
  const say = speechOf(site.language);
  const usual = pathIn(site.language, '/specialisation');
  return (
    <form class="browse-form figure-form" method="get" action={usual} aria-label={text.form}>
      <p class="hint form-lead">{text.formLead}</p>
      {(['supply', 'esteem', 'fit'] as const).map((name) => (
        <div key={name}>
          <label for={`weight-${name}`}>{text[name]}</label>
          <input
            id={`weight-${name}`}
            name={name}
            type="number"
            inputmode="numeric"
            min={0}
            max={mostWeight}
            value={asked.weights[name]}
          />
        </div>
      ))}
      <div>
        <label for="min-votes">{text.minVotes}</label>
        <input id="min-votes" name="min-votes" type="number" inputmode="numeric" min={1} value={asked.minVotes} />
      </div>
      <div>
        <label for="grid-origin">{text.origin}</label>
        <select id="grid-origin" name="origin">
          {originNames(say).map(([origin, name]) => (
            <option key={origin} value={origin} selected={origin === asked.origin}>
              {capital(name)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="grid-show">{text.show}</label>
        <select id="grid-show" name="show">
          {measures.map((measure) => (
            <option key={measure} value={measure} selected={measure === asked.measure}>
              {measureNames(say)[measure]}
            </option>
          ))}
        </select>
      </div>
      <button>{text.apply}</button>
      <p class="clear">
        <a href={usual}>{text.reset}</a>
      </p>
    </form>
  );
}
