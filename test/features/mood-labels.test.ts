import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { filmMoodFacts } from '#catalogue/queries/film-mood-facts.ts';
import { allIds } from '#catalogue/queries/film-cards.ts';
import { filmMood } from '#features/mood/film-mood.ts';
import type { MoodPoint } from '#features/mood/mood-point.ts';
import { builtFrom, starterFolder } from '../models/starter.ts';

// Every fourth film of the starter catalogue in the order of its identifiers, labelled by hand from our knowledge of the films before the code
// was run. Odd places are the half on which the constants were chosen (`tune`), even ones were looked at once, at the end (`test`).
interface Labelled extends MoodPoint {
  readonly film: string;
  readonly half: string;
}
const labels: Labelled[] = readFileSync(new URL('mood-labels.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [film = '', , valence, energy, half = ''] = line.split('\t');
    return { film, valence: Number(valence), energy: Number(energy), half };
  });

const catalogue = await builtFrom(starterFolder);
const ids = new Map((await catalogue.run(allIds, {})).map(({ id, film }) => [id, film]));
const facts = new Map((await catalogue.run(filmMoodFacts, {})).map((row) => [row.film, row]));
const factsOf = (id: string) => facts.get(ids.get(id) ?? -1) ?? assert.fail(`${id} is not in the catalogue`);

test('the labels are points of the plane, none on an axis, each film once', () => {
  assert.ok(labels.length >= 120);
  assert.equal(new Set(labels.map(({ film }) => film)).size, labels.length);
  for (const { film, valence, energy, half } of labels) {
    for (const value of [valence, energy]) assert.ok(value !== 0 && Math.abs(value) <= 1, film);
    assert.match(half, /^(tune|test)$/);
  }
});

test('films stand where people put them: quadrant, order on each axis, distance', (t) => {
  const readers = {
    'full point': (id: string) => filmMood(factsOf(id)),
    'genres only': (id: string) => filmMood({ ...factsOf(id), keywords: [], overview: '', overviewFr: '' }),
    'no keywords': (id: string) => filmMood({ ...factsOf(id), keywords: [] }),
    'one English synopsis': (id: string) => filmMood({ ...factsOf(id), keywords: [], overviewFr: '' }),
  };
  const measured = new Map<string, ReturnType<typeof figures>>();
  for (const half of ['tune', 'test']) {
    const asked = labels.filter((label) => label.half === half);
    for (const [name, read] of Object.entries(readers)) {
      const found = figures(
        asked,
        asked.map(({ film }) => read(film)),
      );
      measured.set(`${half} ${name}`, found);
      t.diagnostic(
        `${half} (${asked.length} films), ${name}: ${Object.entries(found)
          .map(([key, value]) => `${key} ${value.toFixed(3)}`)
          .join(', ')}`,
      );
    }
    t.diagnostic(`${half}, always the commonest quadrant: ${commonest(asked).toFixed(3)}`);
  }
  const { quadrant, valence, energy, distance } = measured.get('test full point') ?? assert.fail();
  // Measured: .631, .865, .747, .371; the standard error of the quadrant share is .05.
  assert.ok(quadrant >= 0.58, `quadrant ${quadrant}`);
  assert.ok(valence >= 0.82, `valence ${valence}`);
  assert.ok(energy >= 0.7, `energy ${energy}`);
  assert.ok(distance <= 0.4, `distance ${distance}`);
});

/**
 * Share of films in the labelled quadrant; the same among films labelled 0.2 or more from both axes (`clear`), whose quadrant is no matter of
 * opinion; share on the labelled side of each axis, Spearman's rank correlation on each axis; mean distance.
 */
function figures(labelled: readonly MoodPoint[], found: readonly MoodPoint[]) {
  const pairs = labelled.map((label, place) => [label, found[place] ?? assert.fail()] as const);
  const share = (holds: (a: MoodPoint, b: MoodPoint) => boolean): number =>
    pairs.filter(([a, b]) => holds(a, b)).length / pairs.length;
  const clear = pairs.filter(([a]) => Math.abs(a.valence) >= 0.2 && Math.abs(a.energy) >= 0.2);
  return {
    quadrant: share(inQuadrant),
    'quadrant of clear ones': clear.filter(([a, b]) => inQuadrant(a, b)).length / clear.length,
    'valence side': share((a, b) => bright(a) === bright(b)),
    'energy side': share((a, b) => lively(a) === lively(b)),
    valence: spearman(pairs.map(([a, b]) => [a.valence, b.valence] as const)),
    energy: spearman(pairs.map(([a, b]) => [a.energy, b.energy] as const)),
    distance:
      pairs.reduce((sum, [a, b]) => sum + Math.hypot(a.valence - b.valence, a.energy - b.energy), 0) / pairs.length,
  };
}

function commonest(labelled: readonly MoodPoint[]): number {
  const counts = new Map<string, number>();
  for (const { valence, energy } of labelled) {
    const key = `${valence > 0} ${energy > 0}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(...counts.values()) / labelled.length;
}

const inQuadrant = (a: MoodPoint, b: MoodPoint): boolean => bright(a) === bright(b) && lively(a) === lively(b);
const bright = ({ valence }: MoodPoint): boolean => valence > 0;
const lively = ({ energy }: MoodPoint): boolean => energy > 0;

/** Pearson's correlation of the ranks, equal values sharing the mean of theirs. */
function spearman(pairs: readonly (readonly [number, number])[]): number {
  const a = centred(ranks(pairs.map(([first]) => first)));
  const b = centred(ranks(pairs.map(([, second]) => second)));
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function ranks(values: readonly number[]): number[] {
  return values.map(
    (value) => values.filter((other) => other < value).length + values.filter((other) => other === value).length / 2,
  );
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, value, place) => sum + value * (y[place] ?? 0), 0);
