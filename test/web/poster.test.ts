import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { contrast } from '#web/accent.ts';
import { drawPoster, type PosterFacts } from '#web/poster/draw.ts';
import { setTitle, widthOf, type Face } from '#web/poster/lettering.ts';
import { palettes } from '#web/poster/palettes.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';

const genres = [
  'Film-Noir',
  'Western',
  'Horror',
  'Sci-Fi',
  'Musical',
  'War',
  'Animation',
  'Mystery',
  'Documentary',
  'Thriller',
  'History',
  'Adventure',
  'Action',
  'Comedy',
  'Romance',
  'Drama',
  'Unheard-of',
];
const words = fc.array(
  fc.constantFrom(
    'Le',
    'Dîner',
    'de',
    'cons',
    'L’Homme',
    '« Non »',
    'où',
    '?',
    '!',
    'Anticonstitutionnellement',
    '千と千尋',
    'Ça',
    'œuvre',
    'WWW',
    'of',
    'the',
  ),
  {
    minLength: 1,
    maxLength: 14,
  },
);
const title = fc.oneof(
  words.map((parts) => parts.join(' ')),
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const facts: fc.Arbitrary<PosterFacts> = fc.record({
  id: fc.integer({ min: 1, max: 99_999_999 }).map((number) => `tt${number}`),
  title,
  year: fc.option(fc.integer({ min: 1890, max: 2030 })),
  director: fc.option(
    fc.oneof(
      words.map((parts) => parts.join(' ')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    ),
  ),
  genres: fc.array(fc.constantFrom(...genres), { maxLength: 3 }),
});

describe('a drawn poster', () => {
  it('is well-formed XML, small, harmless and the same each time, whatever the film', () => {
    fc.assert(
      fc.property(facts, (film) => {
        const drawn = drawPoster(film);
        assertWellFormed(drawn);
        assert.equal(drawPoster(film), drawn);
        assert.ok(Buffer.byteLength(drawn) < 3072 + 12 * film.title.length, `${Buffer.byteLength(drawn)} bytes`);
        assert.doesNotMatch(drawn, /<script|<image|<foreignObject|href|NaN|undefined|Infinity/i);
        assert.match(drawn, /^<svg [^>]*viewBox="0 0 300 450"[^>]*><title id="t">/);
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  it('keeps its letters inside its margins', () => {
    fc.assert(
      fc.property(facts, (film) => {
        for (const { text, x, size, face, anchor, spacing, y } of lettersOf(drawPoster(film))) {
          if (text === '') continue;
          const width = widthOf(text, face, 0) * size + spacing * Array.from(text).length;
          const left = anchor === 'middle' ? x - width / 2 : x;
          assert.ok(left >= 14 && left + width <= 286, `“${text}” from ${left} to ${left + width}`);
          assert.ok(y > 8 && y < 446);
        }
      }),
      { numRuns: 1500, seed: 2 },
    );
  });

  it('is under 3 kB for every film of the starter catalogue, and rarely like its neighbour', async () => {
    const lanterne = await starterLanterne();
    const { films } = await lanterne.recommend({ liked: [], disliked: [], seen: [] }, { top: 700 });
    const looks = films.map(({ card }) =>
      drawPoster({
        id: card.id,
        title: card.titleFr ?? card.title,
        year: card.year,
        director: card.directors[0] ?? null,
        genres: card.genres,
      }),
    );
    assert.ok(looks.length > 500);
    assert.ok(Math.max(...looks.map((drawn) => Buffer.byteLength(drawn))) < 3072);
    const art = new Set(looks.map((drawn) => drawn.replace(/<title.*<\/title>/, '').replace(/<text.*$/, '')));
    assert.ok(art.size > looks.length * 0.95, `${art.size} drawings for ${looks.length} films`);
  });

  it('says its title and year to those who do not see it', () => {
    const drawn = drawPoster({ id: 'tt1', title: 'Tom & <Jerry>', year: 1950, director: null, genres: [] });
    assert.match(drawn, /<title id="t">Tom &amp; &lt;Jerry&gt; \(1950\)<\/title>/);
  });
});

describe('lettering', () => {
  it('keeps French signs with their word and small words off the line ends', () => {
    const { lines } = setTitle('Qui a tué Bambi ? « Moi »', 'serif', 0, 120, 200);
    for (const line of lines) assert.doesNotMatch(line, /^[?!:;»]|«$/);
    const { lines: others } = setTitle('Le Fabuleux Destin de la petite dame de Paris', 'serif', 0, 252, 100);
    for (const line of others.slice(0, -1)) assert.doesNotMatch(line, / (?:de|la|le)$/);
  });

  it('sets every line within the width, at any size of box', () => {
    fc.assert(
      fc.property(
        title,
        fc.constantFrom<Face>('serif', 'sans'),
        fc.integer({ min: 60, max: 260 }),
        fc.integer({ min: 30, max: 200 }),
        (text, face, width, height) => {
          const set = setTitle(text, face, 0, width, height);
          for (const line of set.lines) assert.ok(widthOf(line, face) * set.size <= width + 1e-6);
          assert.ok(set.lines.length * set.leading <= height + 1e-6 || set.lines.length <= 1);
        },
      ),
      { numRuns: 800, seed: 3 },
    );
  });
});

describe('palettes', () => {
  it('have letters that read: contrast of at least 4.5', () => {
    for (const [mood, variants] of Object.entries(palettes)) {
      for (const { ground, ink } of variants)
        assert.ok(contrast(ground, ink) >= 4.5, `${mood} ${ground} ${ink}: ${contrast(ground, ink)}`);
    }
  });
});

interface Letters {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly spacing: number;
  readonly face: Face;
  readonly anchor: string;
}

function lettersOf(drawn: string): Letters[] {
  return [...drawn.matchAll(/<text([^>]*)>(.*?)<\/text>/g)].flatMap(([, attributes = '', content = '']) => {
    const read = (name: string, from = attributes): string =>
      new RegExp(`(?:^| )${name}="([^"]*)"`).exec(from)?.[1] ?? '';
    const shared = {
      size: Number(read('font-size')),
      spacing: Number(read('letter-spacing')),
      face: read('font-family').startsWith('Georgia') ? ('serif' as const) : ('sans' as const),
      anchor: read('text-anchor'),
    };
    const spans = [...content.matchAll(/<tspan([^>]*)>(.*?)<\/tspan>/g)];
    const lines =
      spans.length === 0
        ? [[attributes, content] as const]
        : spans.map(([, own = '', text = '']) => [own, text] as const);
    return lines.map(([own, text]) => ({
      ...shared,
      text: unescape(text),
      x: Number(read('x', own)),
      y: Number(read('y', own)),
    }));
  });
}

const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** A small strict reader: tags balanced, attributes quoted, entities known, no character that XML 1.0 forbids. */
function assertWellFormed(xml: string): void {
  assert.ok(xml.isWellFormed());
  assert.ok(Array.from(xml).every((letter) => letter >= ' ' && letter !== '\ufffe' && letter !== '\uffff'));
  assert.doesNotMatch(xml, /&(?!(?:amp|lt|gt|quot);)/);
  const open: string[] = [];
  let end = 0;
  for (const match of xml.matchAll(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/gi)) {
    assert.doesNotMatch(xml.slice(end, match.index), /[<>]/);
    end = match.index + match[0].length;
    const [, closing, name = '', , alone] = match;
    if (closing === '/') assert.equal(open.pop(), name);
    else if (alone !== '/') open.push(name);
  }
  assert.equal(end, xml.length);
  assert.deepEqual(open, []);
}
