import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { usualPower } from '#market/compute/huff.ts';
import type { AgeBand, MarketBook } from '#market/types.ts';
import { siteIn } from '#web/site.ts';
import { adviceSection } from '#web/study/advice.tsx';
import { distanceSection } from '#web/study/distance.tsx';
import { filmsSection } from '#web/study/films.tsx';
import { peopleSection } from '#web/study/people.tsx';
import { potentialSection } from '#web/study/potential.tsx';
import { publicSection } from '#web/study/public.tsx';
import { openStudy, type Section, type Study } from '#web/study/study.tsx';
import { summarySection } from '#web/study/summary.tsx';
import { smallMarket } from '../helpers/small-market.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';

/** The sentences of a section about a book; '' when there is no section. */
async function told(
  make: (study: Study) => Section | null,
  book: MarketBook,
  language: 'fr' | 'en' = 'fr',
): Promise<string> {
  const site = { ...siteIn(await starterLanterne(), language), market: () => book };
  const section = make(openStudy(site, book, usualPower));
  if (section === null) return '';
  return renderToString(h(Fragment, null, section.body))
    .replaceAll(/<div class="evidence".*?<\/figure>/gs, '')
    .replaceAll(/<a class="noted.*?<\/a>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s/g, ' ');
}

const figure = (id: string, year: number, value: number, unit = '') => ({ id, year, value, unit });
const bands: AgeBand[] = [
  { from: 0, to: 14, people: 200 },
  { from: 15, to: 29, people: 200 },
  { from: 30, to: 59, people: 400 },
  { from: 60, to: null, people: 200 },
];
const habits = [
  ['under-25', 0.8, 4],
  ['25-49', 0.7, 3],
  ['50-plus', 0.5, 6],
].flatMap(([age, share, often]) => [
  figure(`audience-penetration-${age}.FR`, 2024, Number(share), 'share'),
  figure(`audience-frequency-${age}.FR`, 2024, Number(often), 'entries'),
]);

describe('the wording follows the numbers', () => {
  it('of the population: it falls, it grows, it hardly moves', async () => {
    const of = (last: number): MarketBook =>
      smallMarket({ figures: [figure('population.15', 1990, 1000), figure('population.15', 2020, last)] });
    assert.match(await told(peopleSection, of(800)), /La population baisse : 1.000 habitants en 1990, 800 en 2020/);
    assert.match(await told(peopleSection, of(1300)), /La population augmente/);
    assert.match(await told(peopleSection, of(1010)), /La population bouge peu/);
    assert.match(
      await told(peopleSection, of(800), 'en'),
      /The population is falling: 1,000 people in 1990, 800 in 2020/,
    );
  });

  it('of French films: more than in France, fewer, as many', async () => {
    const of = (share: number, elsewhere = share): MarketBook =>
      smallMarket({
        figures: [figure('french-share.FR', 2022, 0.41, 'share')],
        cinemas: [{ frenchShare: share }, { frenchShare: elsewhere, commune: '15187', communeName: 'Saint-Flour' }],
      });
    assert.match(
      await told(filmsSection, of(0.6)),
      /60,0 % des entrées en 2022, contre 41,0 % en France, soit 19,0 points de plus/,
    );
    assert.match(await told(filmsSection, of(0.3)), /moins qu’ailleurs/);
    assert.match(await told(filmsSection, of(0.42)), /comme ailleurs/);
    assert.match(await told(filmsSection, of(0.5, 0.7)), /À Aurillac, c’est 50,0 % ; hors d’Aurillac, 70,0 %/);
    assert.match(
      await told(summarySection, of(0.5, 0.7)),
      /On voit ici plus de films français.*70,0 % hors d’Aurillac/,
    );
    assert.match(
      await told(summarySection, of(0.42)),
      /Les films français font 42,0 % des entrées, et 41,0 % en France/,
    );
  });

  it('of what came back since 2019', async () => {
    const of = (here: number, france: number): MarketBook =>
      smallMarket({
        figures: [
          figure('attendance-index.15', 2019, 2),
          figure('attendance-index.15', 2024, here),
          figure('attendance-index.FR', 2019, 3),
          figure('attendance-index.FR', 2024, france),
        ],
      });
    assert.match(
      await told(publicSection, of(1.9, 2.4)),
      /il y en a 95 dans le Cantal et 80 en France : le retour est plus fort/,
    );
    assert.match(await told(publicSection, of(1.4, 2.7)), /le retour est plus faible/);
    assert.match(await told(publicSection, of(1.8, 2.7)), /autant à peu de chose près/);
    assert.match(await told(publicSection, of(3.5, 2.7)), /plus que les 2,70 de la France/);
  });

  it('of the potential: there is room, or it is met', async () => {
    const of = (millions: number): MarketBook =>
      smallMarket({
        bands,
        figures: [
          ...habits,
          figure('entries-millions.15', 2024, millions, 'M'),
          figure('attendance-index.FR', 2024, 2.7),
        ],
      });
    assert.match(
      await told(summarySection, of(0.001)),
      /comme les Français de son âge, avec un cinéma aussi proche que le leur.*c’est un plafond/,
    );
    assert.doesNotMatch(await told(summarySection, of(0.001)), /Il y a de la place|Ce qui reste à gagner/);
    assert.match(await told(summarySection, of(0.005)), /Le potentiel est atteint/);
    assert.match(
      await told(potentialSection, of(0.001)),
      /Avec les âges du Cantal et les habitudes nationales.*la France en compte 2,70/,
    );
  });

  it('of distance: a zone to win only where one draws less than the others', async () => {
    const near = { longitude: 2.44, latitude: 44.93 };
    const far = { longitude: 3.09, latitude: 45.03, commune: '15187', communeName: 'Saint-Flour' };
    const of = (entries: number): MarketBook =>
      smallMarket({
        communes: [
          { code: '15014', name: 'Aurillac', population: 10_000, ...near },
          { code: '15187', name: 'Saint-Flour', population: 10_000, longitude: 3.09, latitude: 45.03 },
        ],
        cinemas: [
          { id: 'one', entries: 20_000, ...near },
          { id: 'two', entries, ...far },
        ],
      });
    assert.match(
      await told(distanceSection, of(5000)),
      /2,00 autour d’Aurillac, 0,50 autour de Saint-Flour.*zone de Saint-Flour \(10.000 habitants, indice 0,50\)/,
    );
    assert.doesNotMatch(await told(distanceSection, of(20_000)), /le plus à gagner/);
    assert.match(await told(adviceSection, of(5000)), /Aller chercher le public autour de Saint-Flour/);
    assert.doesNotMatch(await told(adviceSection, of(20_000)), /Aller chercher/);
  });

  it('of advice: none that the numbers do not ask for', async () => {
    const book = smallMarket({
      figures: [
        figure('french-share.FR', 2022, 0.41, 'share'),
        figure('viewers-per-screening-rural.FR', 2022, 18.9, 'viewers'),
        figure('showtime-afternoon.FR', 2024, 0.538, 'share'),
      ],
      cinemas: [{ frenchShare: 0.4, entries: 40_000, screenings: 1000 }],
    });
    const advice = await told(adviceSection, book);
    assert.doesNotMatch(advice, /films français|Remplir les séances/);
    assert.match(advice, /à vérifier ici.*53,8 % des spectateurs de France/);
  });

  it('of advice: on what the commune shows, not on what the others of its department do', async () => {
    const of = (home: number, elsewhere: number): MarketBook =>
      smallMarket({
        figures: [
          figure('first-week-films.FR', 2022, 60),
          figure('release-within-15-days.FR', 2022, 0.7, 'share'),
          figure('viewers-per-screening.FR', 2022, 18.1, 'viewers'),
          figure('viewers-per-screening-rural.FR', 2022, 30, 'viewers'),
        ],
        cinemas: [
          { name: 'Le Plein', filmsInFirstWeek: home, entries: 20_000, screenings: 1000 },
          { name: 'Le Calme', filmsInFirstWeek: home, entries: 10_000, screenings: 1000 },
          { name: 'Le Loin', filmsInFirstWeek: elsewhere, commune: '15187', entries: 1000, screenings: 1000 },
        ],
      });
    const late = await told(adviceSection, of(12, 80));
    assert.match(
      late,
      /à Aurillac, un cinéma montre 12 films dans leur semaine de sortie en un an, contre 60 en France/,
    );
    assert.match(late, /en spectateurs par séance, Le Calme \(10,0\), contre 18,1 en France/);
    assert.doesNotMatch(late, /Le Plein|Le Loin|ruraux/);
    assert.doesNotMatch(await told(adviceSection, of(160, 2)), /semaine de sortie/);
  });

  it('of the break-even: whose receipt it starts from', async () => {
    const national = figure('receipt-per-entry.FR', 2024, 7.2, '€');
    const local = figure('receipt-per-entry.15', 2024, 6, '€');
    const habit = figure('showtime-afternoon.FR', 2024, 0.538, 'share');
    assert.match(
      await told(adviceSection, smallMarket({ figures: [national, habit] })),
      /une entrée en France, 7,20 € : celle du département n’est pas connue/,
    );
    assert.match(
      await told(adviceSection, smallMarket({ figures: [national, local, habit] })),
      /une entrée dans le Cantal, 6 €\./,
    );
  });

  it('of nothing: no sentence and no section', async () => {
    const empty = smallMarket({});
    for (const make of [
      summarySection,
      peopleSection,
      publicSection,
      filmsSection,
      distanceSection,
      potentialSection,
      adviceSection,
    ])
      assert.equal(await told(make, empty), '');
  });
});
