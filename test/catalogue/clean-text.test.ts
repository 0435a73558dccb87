import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { cleanText, repairMojibake } from '#catalogue/sources/clean-text.ts';

const letters = 'abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûüœæABCDEFGHIJKLMNOPQRSTUVWXYZÀÇÉÈÊËÎÏÔÙÛÜŒÆ';
const marks = [
  ' ',
  '’',
  "'",
  '-',
  '…',
  ' ; ',
  ', ',
  '. ',
  '« ',
  ' »',
  '«',
  '»',
  '“',
  '”',
  ' – ',
  '—',
  '\u00a0!',
  '\u00a0?',
  '\u202f:',
  '°',
  '\u00a0€',
  ' & ',
  '…»',
  '!\u00a0»',
];
const french = fc
  .array(
    fc.tuple(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 }), fc.constantFrom(...marks)),
    { maxLength: 12 },
  )
  .map((words) => words.map((pair) => pair.join('')).join(''));

/** UTF-8 read as Windows-1252, as WHATWG's decoder does it. */
const misread = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text));

suite('mojibake', () => {
  test('valid French is left alone', () => {
    fc.assert(
      fc.property(french, (text) => assert.equal(repairMojibake(text), text)),
      { numRuns: 2000 },
    );
    for (const text of [
      'CAFÉ»',
      'É…',
      'passé\u00a0»',
      'l’été…»',
      'À «L’ÎLE»',
      'À°',
      'Où ça ? À Châlons, le 1ᵉʳ',
      'Ça, Ñandú, ÅSA, Ðorđe',
    ])
      assert.equal(repairMojibake(text), text);
  });

  test('UTF-8 read as Windows-1252 is undone', () => {
    fc.assert(
      fc.property(french, (text) => assert.equal(repairMojibake(misread(text)), text)),
      { numRuns: 2000 },
    );
    for (const text of ['Un œuf à la coque', 'Ñandú', 'Å“', 'Привет', '🎬 Ciné', 'Á Ý Í'])
      assert.equal(repairMojibake(misread(text)), text);
  });

  test('beside true accents, and when a program has made its no-break space plain', () => {
    assert.equal(repairMojibake('L’été Ã  la mer, dÃ©jÃ'), 'L’été à  la mer, déjà');
    assert.equal(cleanText(misread('Voilà , déjà\u00a0!')).text, 'Voilà , déjà !');
    assert.equal(repairMojibake('the â€œBellâ€.'), 'the “Bell”.');
    assert.equal(cleanText('dÃ©jÃ  lâ€™aube').text, 'déjà l’aube');
  });
});

suite('a cleaned text', () => {
  test('is clean: once more changes nothing, and no white space is left over', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aé &#;x41ampÃ©\u00a0\t\n"<>â€™qutl') }), (raw) => {
        const { text } = cleanText(raw, 'name');
        assert.doesNotMatch(text, /^\s|\s$|\s\s|[\t\n\u00a0]/);
        assert.ok(text.isWellFormed());
      }),
    );
  });

  test('French prose passes as it is, white space apart, with no repair counted', () => {
    fc.assert(
      fc.property(
        french.map((text) => `x ${text}`),
        (text) => {
          assert.deepEqual(cleanText(text), { text: text.replaceAll(/\s+/g, ' ').trim(), repairs: [] });
        },
      ),
    );
  });

  test('HTML entities are decoded, twice encoded ones too, in their case', () => {
    const cases = {
      'Tom &amp; Lea': 'Tom & Lea',
      '&quot;A&quot;': '"A"',
      '&amp;eacute;': 'é',
      '&Eacute;cole': 'École',
      'l&#39;eau': "l'eau",
      '&#x27;': "'",
      '&#146;': '’',
      '&oelig;uvre': 'œuvre',
      '1 &lt; 2': '1 < 2',
      '&hellip;': '…',
    };
    for (const [raw, clean] of Object.entries(cases))
      assert.deepEqual(cleanText(raw, 'name'), { text: clean, repairs: ['HTML entities decoded'] }, raw);
    for (const text of ['R&D', 'AT&T; more', '&unknown;', '&valueOf;', '&toString;', '&#0;', '&#xd800;', 'A & B;'])
      assert.equal(cleanText(text, 'name').text, text);
  });

  test('placeholders are set aside in prose; a film may be called “None”', () => {
    for (const text of ['No overview found.', 'no overview', 'N/A', 'None', '...', '-', ' \\N '])
      assert.deepEqual(cleanText(text), { text: '', repairs: ['placeholder text set aside'] }, text);
    for (const text of ['None', 'Nan', 'Null', '...']) assert.deepEqual(cleanText(text, 'name'), { text, repairs: [] });
    assert.deepEqual(cleanText('No overview found. A ferry does not land.'), {
      text: 'A ferry does not land.',
      repairs: ['placeholder text set aside'],
    });
    assert.equal(cleanText('No overview of the war is complete.').text, 'No overview of the war is complete.');
  });
});
