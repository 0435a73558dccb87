import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { filmCards } from '#catalogue/queries/film-cards.ts';
import { calibrationKl } from '#evaluate/calibration-kl.ts';
import { deletionFidelity } from '#evaluate/deletion-fidelity.ts';
import { intraListDiversity } from '#evaluate/intra-list-diversity.ts';
import { readFeatures } from '#features/read-features.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { topK } from '#kernels/top-k.ts';
import { openContentModel } from '#models/content.ts';
import type { Model } from '#models/model.ts';
import { trainContent } from '#models/train-content.ts';
import { contentLikeness } from '#recommend/shape/likeness.ts';
import { sagaRepeats } from '#recommend/shape/saga.ts';
import { shapeList } from '#recommend/shape/shape-list.ts';
import { lastYear } from '#recommend/shape/shelf-kinds.ts';
import { fillShelves } from '#recommend/shape/shelves.ts';
import type { FilmFacts, Likeness, Scored } from '#recommend/shape/types.ts';
import { opened } from '../../models/lists.ts';
import { builtFrom, starterFolder } from '../../models/starter.ts';

let model: Model;
let likeness: Likeness;
let facts: FilmFacts;
let fame: Float32Array;

before(async () => {
  const catalogue = await builtFrom(starterFolder);
  const features = await readFeatures(catalogue);
  model = opened(openContentModel(trainContent(features)));
  likeness = contentLikeness(model);
  fame = features.renown;
  const cards = await catalogue.run(filmCards, { films: [...Array(features.films).keys()] });
  cards.sort((a, b) => a.film - b.film);
  facts = {
    year: cards.map(({ year }) => year ?? 0),
    runtime: cards.map(({ runtime }) => runtime ?? 0),
    genres: cards.map(({ genres }) => genres),
    countries: cards.map(({ countries }) => countries),
    language: cards.map(({ language }) => language),
    directors: cards.map(({ directors }) => directors),
    family: [],
  };
});

const drawn = (k: number): number[][] => {
  const random = seededRandom(2026 + k);
  return Array.from({ length: 200 }, () => shuffle([...Array(model.films).keys()], random).slice(0, k));
};

function scored(liked: readonly number[], top: number): Scored[] {
  const scores = new Float32Array(model.films);
  model.score({ liked, disliked: [] }, scores);
  for (const film of liked) scores[film] = -Infinity;
  return Array.from(topK(scores, top), (film) => ({ film, score: scores[film] ?? 0 }));
}

for (const k of [1, 3, 5]) {
  test(`shaped lists for ${k} liked: more varied, closer to the basket's genres, nearly as relevant`, (t) => {
    // Films of one director stand in for sagas, of which the starter catalogue has few.
    const names = [...new Set(facts.directors.map(String))];
    const sagas = Int32Array.from(facts.directors, (directors) =>
      directors.length > 0 ? names.indexOf(String(directors)) : -1,
    );
    const genresOf = (films: readonly number[]): (readonly string[])[] => films.map((film) => facts.genres[film] ?? []);
    const baskets = drawn(k);
    const measured = [false, true].map((shaped) => {
      const lists = baskets.map((basket) => {
        const list = scored(basket, 150);
        const films = shaped
          ? shapeList(list, { top: 10, basket, likeness, genres: facts.genres, sagas })
          : list.slice(0, 10);
        return { basket, films, ids: films.map(({ film }) => film) };
      });
      const mean = (of: (list: (typeof lists)[number]) => number): number =>
        lists.reduce((sum, list) => sum + of(list), 0) / lists.length;
      return {
        diversity: mean(({ ids }) => intraListDiversity(ids, likeness)),
        divergence: mean(({ basket, ids }) => calibrationKl(genresOf(basket), genresOf(ids))),
        repeats: mean(({ films }) => sagaRepeats(films, sagas)),
        score: mean(({ films }) => films.reduce((sum, { score }) => sum + score, 0) / films.length),
      };
    });
    const [raw, made] = measured;
    assert.ok(raw !== undefined && made !== undefined);
    for (const [name, value] of Object.entries(raw)) t.diagnostic(`${name}: ${value.toFixed(3)}`);
    for (const [name, value] of Object.entries(made)) t.diagnostic(`${name}, shaped: ${value.toFixed(3)}`);
    assert.ok(made.diversity > raw.diversity);
    assert.ok(made.divergence < raw.divergence);
    assert.ok(raw.repeats > 0);
    assert.equal(made.repeats, 0);
    // Scores are logarithms: a fifth at most is lost.
    assert.ok(raw.score - made.score < Math.log(1.25), `${raw.score - made.score}`);
  });
}

test('the film named first is the cause: without it, the recommendation falls', (t) => {
  const found = deletionFidelity(model, drawn(3), { top: 10 });
  t.diagnostic(JSON.stringify(found));
  assert.ok(found.asked > 1900 && found.fell >= 0.9 && found.fell > found.fellWithoutLast);
});

test('most shelves fill for most baskets', (t) => {
  const held = new Map<string, number>();
  for (const basket of drawn(3)) {
    const closeness = (film: number): number => Math.max(...basket.map((liked) => likeness(liked, film)));
    const context = { facts, basket, fame, closeness, lastYear: lastYear(facts.year) };
    for (const { name, films } of fillShelves(scored(basket, model.films), context))
      held.set(name, (held.get(name) ?? 0) + Number(films.length >= 3));
  }
  t.diagnostic(JSON.stringify(Object.fromEntries(held)));
  for (const name of ['close', 'off-the-beaten-track', 'french', 'heritage', 'recent', 'short-evening'])
    assert.ok((held.get(name) ?? 0) >= 180, name);
});
