import type { LineChart } from '#charts/chart.ts';
import { shownMove } from '#indicators/parts/difference.ts';
import { shownStep, type Shares } from '#indicators/parts/shares.ts';
import type { Table } from '#indicators/told.ts';
import { changeWords, decadeName } from '#indicators/words/shares.ts';
import type { Speech } from '#words/speech.ts';

/** How the share of films with several codes moved. */
export function severalSentence({ compared, several }: Shares, how: string, say: Speech): string[] {
  if (compared === null || several === null) return [];
  const told = changeWords(
    how,
    { earlier: compared.base.several, later: compared.newest.several, change: several },
    say,
  );
  const [before, after] = [decadeName(compared.base), decadeName(compared.newest)];
  const range = say.range(several.low * 100, several.high * 100, 1);
  const was = say.percent(compared.base.several.value);
  const now = say.percent(compared.newest.several.value);
  return [
    say.pick({
      fr: {
        rose: `Davantage de films se font ${told} entre ${before} et ${after}.`,
        fell: `Moins de films se font ${told} entre ${before} et ${after}.`,
        same: `La part des films faits ${how} n’a pas bougé de façon mesurable entre ${before} et ${after}\u00a0: ${was}, puis ${now} (écart en points, intervalle à 95\u00a0%\u00a0: ${range}).`,
      },
      en: {
        rose: `More films are made ${told} between ${before} and ${after}.`,
        fell: `Fewer films are made ${told} between ${before} and ${after}.`,
        same: `The share of films made ${how} has not measurably moved between ${before} and ${after}: ${was}, then ${now} (difference in points, 95% interval: ${range}).`,
      },
    })[shownMove(several, shownStep)],
  ];
}

/** The share of films with several codes, by decade. */
export function severalChart({ decades }: Shares, title: string, say: Speech): LineChart {
  return {
    kind: 'line',
    language: say.language,
    title,
    description: say.pick({
      fr: 'Part des films par décennie\u00a0; traits\u00a0: intervalle à 95\u00a0%.',
      en: 'Share of films by decade; whiskers: 95% interval.',
    }),
    x: { title: say.pick({ fr: 'Décennie', en: 'Decade' }), zero: false },
    y: { title: say.pick({ fr: 'Part des films', en: 'Share of films' }), share: true },
    series: [
      {
        name: title,
        points: decades.map((decade) => ({
          x: decade.from,
          y: decade.several.value,
          from: decade.several.low,
          to: decade.several.high,
          label: say.pick({
            fr: `${decadeName(decade)}\u00a0: ${say.percent(decade.several.value, 1)} de ${say.several(decade.known, 'film', 'films')}`,
            en: `${decadeName(decade)}: ${say.percent(decade.several.value, 1)} of ${say.several(decade.known, 'film', 'films')}`,
          }),
          ...(decade.several.value > 0 ? { key: `${decade.decade}:+` } : {}),
        })),
      },
    ],
  };
}

/** Its rows. */
export const severalTable = ({ decades }: Shares, name: string, title: string, say: Speech): Table => ({
  name,
  title,
  columns: [
    { key: 'decade', title: say.pick({ fr: 'Décennie', en: 'Decade' }), kind: 'year' },
    { key: 'share', title: say.pick({ fr: 'Part des films', en: 'Share of films' }), kind: 'share', digits: 1 },
    { key: 'low', title: say.pick({ fr: 'de', en: 'from' }), kind: 'share', digits: 1 },
    { key: 'high', title: say.pick({ fr: 'à', en: 'to' }), kind: 'share', digits: 1 },
    { key: 'known', title: say.pick({ fr: 'Films connus', en: 'Films known' }), kind: 'number' },
    { key: 'films', title: say.pick({ fr: 'Films', en: 'Films' }), kind: 'number' },
  ],
  rows: decades.map(({ from, several, known, films }) => [
    from,
    several.value,
    several.low,
    several.high,
    known,
    films,
  ]),
  keys: decades.map(({ decade, several }) => (several.value > 0 ? `${decade}:+` : null)),
});
