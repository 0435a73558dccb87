import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPool } from '#kernels/pool.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { topK } from '#kernels/top-k.ts';
import { fitCollaborative } from '#models/collaborative/fit.ts';
import { rankBasket } from '#recommend/rank-basket.ts';
import { sparse } from '../../kernels/matrices.ts';
import { assertSameList, byOldIndex } from '../lists.ts';
import {
  checkerboard,
  fitted,
  names,
  opened,
  perFamily,
  planted,
  plantedBaskets,
  reordered,
  scoresOf,
} from './likes-worlds.ts';

const world = planted();
const everyFilm = [...world.films.keys()];
const baskets = plantedBaskets();
const bytes = await fitCollaborative(world.likes, world.films);
const model = opened(bytes);

test(
  'on a checkerboard the held-out square is the only right answer, in every bucket',
  { timeout: 60_000 },
  async () => {
    for (const films of [6, 8, 14, 24, 48]) {
      const board = await fitted(checkerboard(films));
      for (let heldOut = 0; heldOut < films; heldOut++) {
        const liked = [...Array(films).keys()].filter((film) => film !== heldOut && (film + heldOut) % 2 === 0);
        const [first] = rankBasket(board, { liked, disliked: [], seen: [] }, { top: 1 });
        assert.equal(first?.film, heldOut, `${films} films, a basket of ${liked.length}`);
      }
      const alone = rankBasket(board, { liked: [0], disliked: [], seen: [] }, { top: films / 2 - 1 });
      assert.ok(alone.every(({ film }) => film % 2 === 0));
    }
  },
);

test('two trainings are byte-identical, whatever the number of threads', async () => {
  for (const threads of [1, 3]) {
    await using pool = createPool({ threads });
    assert.ok(
      bytes.equals(await fitCollaborative(world.likes, world.films, { pool, ials: { threads } })),
      `${threads}`,
    );
  }
});

test('shuffling the viewers and the films changes no list', async () => {
  for (const seed of [1, 2]) {
    const viewers = shuffle([...Array(world.likes.rows).keys()], seededRandom(seed));
    const order = shuffle([...everyFilm], seededRandom(seed + 10));
    const place = new Map(order.map((film, at) => [film, at]));
    const shuffled = await fitted(reordered(world, viewers, order));
    for (const liked of baskets) {
      const moved = scoresOf(shuffled, { liked: liked.map((film) => place.get(film) ?? -1) });
      assertSameList(scoresOf(model, { liked }), byOldIndex(moved, order), 20, 1e-3);
    }
  }
});

test('viewers without a like change no list, films that nobody likes are left out', async () => {
  const cells = [...Array(world.likes.rows).keys()].map((viewer) => {
    const row = [...everyFilm, 80, 81].map(() => 0);
    for (const film of world.likes.indices.subarray(world.likes.indptr[viewer], world.likes.indptr[viewer + 1]))
      row[film + 1] = 1;
    return row;
  });
  const none = cells[0]?.map(() => 0) ?? [];
  const films = ['nobody, first', ...world.films, 'nobody, last'];
  const padded = await fitted({ films, likes: sparse({ columns: 82, cells: [...cells, none, none, none] }) });
  assert.deepEqual(padded.films, world.films);
  for (const liked of baskets.filter(({ length }) => length >= 1 && length <= 3))
    assertSameList(scoresOf(model, { liked }), scoresOf(padded, { liked }), 20, 1e-3);
});

test('of too many films the most liked are kept, in a budget of bytes', async () => {
  const few = await fitted(world, { most: 30 });
  assert.equal(few.films.length, 30);
  const kept = [...topK(model.popularity, 30)].toSorted((a, b) => a - b).map((film) => world.films[film]);
  assert.deepEqual(few.films, kept);
  const small = await fitted(world, { budget: 80 * 5 * 4 * 10, ials: { depth: 4, epochs: 1 } });
  assert.ok(small.bytes < 2 * 80 * 5 * 4 * 10 + 4000, `${small.bytes} bytes`);
  const own = rankBasket(small, { liked: [0, 1], disliked: [], seen: [] }, { top: 5 });
  assert.ok(own.every(({ film }) => film < perFamily));
});

test('worlds that teach nothing still make a model', async () => {
  const tiny = [
    { columns: 0, cells: [] },
    { columns: 0, cells: [[], []] },
    { columns: 1, cells: [[1]] },
    { columns: 3, cells: [[1, 1, 1]] },
    {
      columns: 2,
      cells: [
        [1, 0],
        [0, 1],
      ],
    },
    {
      columns: 3,
      cells: [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
    },
  ];
  for (const { columns, cells } of tiny) {
    const one = await fitted({ films: names(columns), likes: sparse({ columns, cells }) });
    for (let size = 0; size <= columns; size++) {
      const liked = [...Array(size).keys()];
      assert.ok(scoresOf(one, { liked }).every(Number.isFinite));
      const list = rankBasket(one, { liked, disliked: [], seen: [] }, { top: 9 });
      assert.equal(list.length, columns - size);
      if (size > 0) assert.ok(list.every(({ reasons }) => reasons.length > 0));
    }
  }
});
