import { usualPower, type HuffPower } from '#market/compute/huff.ts';
import { competitionRadius } from '#market/around.ts';
import { huffGround } from '#market/questions/huff.ts';
import { fill, paragraph } from '#web/study/fill.tsx';
import { demandChart, gridChart, sharesChart } from '#web/study/huff-charts.tsx';
import { pathIn } from '#web/language.ts';
import type { Section, Study } from '#web/study/study.tsx';
import { written } from '#web/study/written.ts';

/** What the form takes: bounds and step of each power. */
export const powerBounds = {
  alpha: { min: 0, max: 2, step: 0.1 },
  beta: { min: 0, max: 4, step: 0.1 },
} as const;

/** Five numbers under the slider. */
const scaleOf = (name: 'alpha' | 'beta'): readonly number[] => {
  const { min, max } = powerBounds[name];
  return [0, 1, 2, 3, 4].map((at) => min + ((max - min) * at) / 4);
};

/** The powers of an address; what is no number, or is out of bounds, is left at the usual. */
export function readPower(query: URLSearchParams): HuffPower {
  const read = (name: 'alpha' | 'beta'): number => {
    const text = (query.get(name) ?? '').replace(',', '.');
    const { min, max } = powerBounds[name];
    const value = /^\d(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : usualPower[name];
  };
  return { alpha: read('alpha'), beta: read('beta') };
}

/** Where the study stands, and the detail of the model. */
export const studyPath = '/etude';
export const modelPath = '/etude/modele';

/** The query of these powers; empty for the usual ones. */
export const powerQuery = ({ alpha, beta }: HuffPower): string =>
  alpha === usualPower.alpha && beta === usualPower.beta ? '' : `?alpha=${alpha}&beta=${beta}`;

/** Size against distance: the model of Huff, with its powers in the reader's hands. */
export const huffSection = (study: Study): Section | null => modelSection(study, studyPath);

/** The same with every chart, for a page of its own. */
export const huffDetail = (study: Study): Section | null => modelSection(study, modelPath);

function modelSection(study: Study, path: string): Section | null {
  const { words, book, say, power, site } = study;
  const { huff: said } = words;
  const ground = huffGround(book);
  if (ground === null) return null;
  const number = (value: number): string => written(value, '', say, { digits: 1 });
  return {
    id: 'huff',
    title: said.title,
    body: [
      <p>{said.lead}</p>,
      <form class="powers" action={`${pathIn(site.language, path)}#huff`} method="get">
        {(['alpha', 'beta'] as const).map((name) => (
          <div key={name} class="power">
            <label for={name}>{said[name]}</label>
            <span class="power-now">{said.now(number(power[name]))}</span>
            <input id={name} name={name} type="range" value={power[name]} {...powerBounds[name]} />
            <span class="power-scale" aria-hidden="true">
              {scaleOf(name).map((tick) => (
                <span key={tick}>{number(tick)}</span>
              ))}
            </span>
          </div>
        ))}
        <button type="submit">{said.submit}</button>
        {powerQuery(power) === '' ? null : (
          <a class="quiet button" href={`${pathIn(site.language, path)}#huff`}>
            {said.reset}
          </a>
        )}
      </form>,
      paragraph(
        fill(said.fit(number(power.alpha), number(power.beta)), { error: study.val('huff', 'error', { digits: 1 }) }),
        fill(said.bestFit, {
          alpha: study.val('huff', 'best-alpha', { digits: 1 }),
          beta: study.val('huff', 'best-beta', { digits: 1 }),
          error: study.val('huff', 'best-error', { digits: 1 }),
        }),
        <>{said.unidentified(say.number(ground.compared))}</>,
        path === modelPath ? <>{said.rivals(say.number(competitionRadius))}</> : null,
      ),
      paragraph(
        fill(said.leakage, {
          value: study.val('leakage', 'leakage', { digits: 0 }),
          low: study.val('leakage', 'leakage', { digits: 0, end: 'low' }),
          high: study.val('leakage', 'leakage', { digits: 0, end: 'high' }),
        }),
      ),
      sharesChart(study),
      ...(path === modelPath
        ? [demandChart(study), gridChart(study)]
        : [
            <p class="on-screen">
              <a href={`${pathIn(site.language, modelPath)}${powerQuery(power)}`}>{said.detail}</a>
            </p>,
          ]),
    ],
  };
}
