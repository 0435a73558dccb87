import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { accentFrom, contrast } from '#web/accent.ts';
import { createApp } from '#web/app.ts';
import { languageOf, languages, pathIn } from '#web/language.ts';
import { pictureAddress } from '#web/poster-address.ts';
import { reasonPhrases } from '#web/reason-phrases.ts';
import { siteIn } from '#web/site.ts';
import { en } from '#web/words.en.ts';
import { fr } from '#web/words.fr.ts';
import { starterLanterne, withSettings } from '../helpers/starter-lanterne.ts';

const trait = (
  kind: 'director' | 'cast' | 'writer' | 'keyword' | 'genre' | 'country' | 'language' | 'era' | 'story' | 'esteem',
  label: string,
  part: number,
) => ({ kind, label, part });

describe('the reasons', () => {
  it('say what the traits hold, what has a name first', async () => {
    const lanterne = await starterLanterne();
    const [one, other] = await lanterne.cards(['tt0119038', 'tt0082183']);
    assert.ok(one !== undefined && other !== undefined);
    const traits = [
      trait('story', '', 0.4),
      trait('director', 'Francis Veber', 0.3),
      trait('writer', 'Francis Veber', 0.2),
      trait('keyword', 'a word without French', 0.1),
      trait('genre', 'Comedy', 0.1),
      trait('country', 'FR', 0.05),
      trait('language', 'fr', 0.04),
      trait('esteem', '', 0.01),
    ];
    const french = reasonPhrases(traits, [one, other], fr, (keyword) => lanterne.keywordLabel(keyword, 'fr'), 9);
    assert.deepEqual(french, ['autre film de Francis Veber', 'comédie', 'des histoires proches', 'même pays, France']);
    const english = reasonPhrases(traits, [one, other], en, (keyword) => lanterne.keywordLabel(keyword, 'en'), 9);
    assert.deepEqual(english, [
      'also by Francis Veber',
      'a word without French',
      'comedy',
      'stories that are close',
      'same country, France',
    ]);
  });

  it('fall back on the keyword itself when nothing else is shared', async () => {
    const lanterne = await starterLanterne();
    const [one, other] = await lanterne.cards(['tt0119038', 'tt0060474']);
    assert.ok(one !== undefined && other !== undefined);
    assert.deepEqual(
      reasonPhrases([trait('keyword', 'zither', 1)], [one, other], fr, () => null, 4),
      ['«\u00a0zither\u00a0»'],
    );
    assert.deepEqual(
      reasonPhrases([], [one, other], fr, () => null, 4),
      [],
    );
    assert.deepEqual(
      reasonPhrases([trait('era', '', 1)], [one, one], fr, () => null, 4),
      ['des années 1990 tous les deux'],
    );
    assert.deepEqual(
      reasonPhrases([trait('era', '', 1)], [one, other], fr, () => null, 4),
      ['époques voisines'],
    );
  });
});

describe('the words', () => {
  it('follow the rules of their language', () => {
    assert.equal(fr.reason.director(['Agnès Varda']), 'autre film d’Agnès Varda');
    assert.equal(
      fr.reason.director(['Yves Robert', 'Youssef Chahine']),
      'autre film d’Yves Robert et de Youssef Chahine',
    );
    assert.equal(fr.filmsKnown(1), '1\u00a0film dans le catalogue');
    assert.match(fr.filmsKnown(1234), /^1\s234\sfilms dans le catalogue$/);
    assert.equal(en.filmsKnown(1), '1 film in the catalogue');
    assert.equal(en.filmsKnown(0), '0 films in the catalogue');
    assert.equal(fr.filmsKnown(0), '0\u00a0film dans le catalogue');
    assert.equal(fr.duration(61), '1\u00a0h\u00a001');
    assert.equal(fr.country('FR'), 'France');
    assert.equal(en.tongue('fr'), 'French');
  });

  it('are found again from a path', () => {
    for (const language of languages) {
      for (const path of ['/', '/films', '/film/tt0119038'])
        assert.deepEqual(languageOf(pathIn(language, path)), { language, bare: path });
    }
    assert.equal(languageOf('/entree').language, 'fr');
  });
});

describe('the sources', () => {
  it('are named as their owners ask when the catalogue has them', async () => {
    const lanterne = { ...(await starterLanterne()), sources: ['imdb', 'tmdb'] };
    const app = createApp(() => lanterne);
    for (const path of ['/', '/en', '/mentions', '/film/tt0119038']) {
      const page = await (await app.request(path)).text();
      assert.match(page, /Information courtesy of IMDb \(https:\/\/www\.imdb\.com\)\. Used with permission\./);
      assert.match(page, /This product uses the TMDB API but is not endorsed or certified by TMDB\./);
    }
    const own = await starterLanterne();
    assert.doesNotMatch(await (await createApp(() => own).request('/')).text(), /IMDb|TMDB/);
  });

  it('of posters are our own address, whatever the film', async () => {
    const lanterne = await starterLanterne();
    const [card] = await lanterne.cards(['tt0119038']);
    assert.ok(card !== undefined);
    const photo = { ...card, posterPath: '/aBc-9_x.jpg' };
    assert.equal(pictureAddress(siteIn(lanterne, 'fr'), photo, 'w342'), '/image/w342/aBc-9_x.jpg?film=tt0119038');
    assert.match(
      pictureAddress(siteIn(await withSettings({ postersOn: false }), 'en'), photo, 'w342'),
      /^\/en\/poster\/tt0119038\.svg\?v=\w+$/,
    );
    assert.match(
      pictureAddress(siteIn(lanterne, 'fr'), { ...card, posterPath: '//evil.example/x.jpg' }, 'w342'),
      /^\/image\/w342\/%2Fevil/,
    );
  });
});

describe('the accent', () => {
  it('reads on every ground, whatever colour the cinema chose', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const { onPaper, onNight, paperLetters, nightLetters } = accentFrom(`#${number.toString(16).padStart(6, '0')}`);
        for (const ground of ['#f7efe0', '#fffaf0', '#f8dfb2'])
          assert.ok(contrast(onPaper, ground) > 4.5, `${onPaper} on ${ground}`);
        for (const ground of ['#0f1628', '#192340', '#16214a'])
          assert.ok(contrast(onNight, ground) >= 4.5, `${onNight} on ${ground}`);
        assert.ok(contrast(onPaper, paperLetters) >= 4.5 && contrast(onNight, nightLetters) >= 4.5);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
