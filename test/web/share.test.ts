import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Hono } from 'hono';
import jsQR from 'jsqr';
import { createApp } from '#web/app.ts';
import { qrCodeOf, type QrCode } from '#web/qr-code.ts';
import { longestLink, mailLink, smsLink } from '#web/send-links.ts';
import { starterLanterne, withSettings } from '../helpers/starter-lanterne.ts';

const DINNER = 'tt0119038';
const STROLL = 'tt0060474';
let app: Hono;
before(async () => {
  const lanterne = await starterLanterne();
  app = createApp(() => lanterne);
});

const text = async (path: string): Promise<string> => (await app.request(path)).text();
const plain = (html: string): string => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** Paints the path as a screen would, and reads it as another program's camera would. */
function scan({ size, path }: QrCode, scale = 4): string | undefined {
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  return jsQR.default(pixels, side, side)?.data;
}

describe('the code to scan', () => {
  it('is read again as the address, by another program', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 10_000, max: 99_999_999 }), { maxLength: 20 }),
        fc.constantFrom('http://127.0.0.1:3000', 'https://films.example', 'https://xn--cinma-fsa.example'),
        (numbers, origin) => {
          const address = `${origin}/films?liked=${numbers.map((number) => `tt${number}`).join(',')}`;
          const code = qrCodeOf(address);
          assert.ok(code !== null);
          assert.equal(scan(code), address);
        },
      ),
      { seed: 3, numRuns: 40 },
    );
  });

  it('keeps a light margin of four, and is not drawn when it would be too dense', () => {
    const code = qrCodeOf('https://films.example/');
    assert.ok(code !== null);
    for (const [, x, y] of code.path.matchAll(/M(\d+) (\d+)h/g)) assert.ok(Number(x) >= 4 && Number(y) >= 4);
    for (const length of [1200, 5000, 100_000]) assert.equal(qrCodeOf('x'.repeat(length)), null);
  });
});

describe('the page to send a list', () => {
  it('gives its whole address, with the liked films alone', async () => {
    const page = plain(await text(`/envoyer?liked=${DINNER}&liked=${STROLL}&not=tt0076759&seen=tt0058089`));
    const address = `http://localhost/films?liked=${DINNER},${STROLL}`;
    assert.match(page, new RegExp(`<textarea id="address" readonly[^>]*>${address.replace('?', '\\?')}</textarea>`));
    const [, path = ''] = /fill="#000" d="([^"]+)"/.exec(page) ?? [];
    const [, size = ''] = /viewBox="0 0 (\d+) \1" role="img"/.exec(page) ?? [];
    assert.equal(scan({ size: Number(size), path }), address);
    assert.match(page, new RegExp(`/envoyer\\?liked=${DINNER}&liked=${STROLL}&not=tt0076759&seen=tt0058089&all=1`));
    const shown = await text(address.slice('http://localhost'.length));
    assert.match(shown, /d’après 2\u00a0films/);
  });

  it('gives everything when asked to', async () => {
    const page = plain(await text(`/envoyer?liked=${DINNER}&not=tt0076759&seen=tt0058089&all=1`));
    assert.match(page, new RegExp(`>http://localhost/films\\?liked=${DINNER}&not=tt0076759&seen=tt0058089</textarea>`));
  });

  it('says when the address is too long for a code', async () => {
    const lanterne = await starterLanterne();
    const { films } = await lanterne.recommend({ liked: [], disliked: [], seen: [] }, { top: 150, diversity: 0 });
    const ids = films.map(({ card }) => card.id);
    const taste = [...ids.slice(0, 20).map((id) => `liked=${id}`), ...ids.slice(20, 120).map((id) => `seen=${id}`)];
    assert.match(await text(`/envoyer?${taste.join('&')}&all=1`), /trop longue pour un code/);
    assert.match(await text(`/envoyer?${taste.join('&')}`), /<svg viewBox/);
  });

  it('writes the message in the reader’s language, for their own programs', async () => {
    const french = plain(await text(`/envoyer?liked=${DINNER}`));
    const [, mail = ''] = /href="(mailto:[^"]+)"/.exec(french) ?? [];
    const sent = new URL(mail);
    assert.equal(sent.pathname, '');
    assert.equal(sent.searchParams.get('subject'), 'Des films à voir');
    assert.match(
      sent.searchParams.get('body') ?? '',
      /^Bonjour,\r\n\r\nVoici des films[^]*- [^]*\(\d{4}\), d[e’][^]*http:\/\/localhost\/films\?liked=tt0119038\r\n$/,
    );
    const [, sms = ''] = /href="(sms:[^"]+)"/.exec(french) ?? [];
    assert.match(decodeURIComponent(sms), /^sms:\?&body=Des films à voir.+http:\/\/localhost\/films\?liked=tt0119038$/);
    const english = plain(await text(`/en/envoyer?liked=${DINNER}`));
    assert.match(decodeURIComponent(english), /mailto:\?subject=Films to see&body=Hello,\r\n/);
    assert.match(english, />http:\/\/localhost\/en\/films\?liked=tt0119038<\/textarea>/);
  });

  it('uses the public address of the site when it is set', async () => {
    const lanterne = await withSettings({ origin: 'https://films.example' });
    const page = await (await createApp(() => lanterne).request(`/envoyer?liked=${DINNER}`)).text();
    assert.match(page, />https:\/\/films\.example\/films\?liked=tt0119038<\/textarea>/);
  });

  it('sends one film, without the taste that led to it', async () => {
    const page = plain(await text(`/envoyer?film=${DINNER}&liked=${STROLL}`));
    assert.match(page, /<h1>Envoyer «\u00a0Le Dîner de cons\u00a0»/);
    assert.match(page, new RegExp(`>http://localhost/film/${DINNER}</textarea>`));
    assert.match(page, new RegExp(`href="/film/${DINNER}\\?liked=${STROLL}"`));
  });

  it('says what is missing', async () => {
    for (const path of ['/envoyer', '/envoyer?liked=tt99999999', '/envoyer?not=tt0076759']) {
      const answer = await app.request(path);
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /pas encore de liste à envoyer/);
    }
    for (const path of ['/envoyer?film=tt99999999', '/envoyer?film=%3Cscript%3E', '/en/envoyer?film='])
      assert.equal((await app.request(path)).status, 404, path);
  });

  it('is one step from a list and from a film', async () => {
    assert.match(plain(await text(`/films?liked=${DINNER}`)), new RegExp(`href="/envoyer\\?liked=${DINNER}"`));
    assert.match(
      plain(await text(`/film/${STROLL}?liked=${DINNER}`)),
      new RegExp(`href="/envoyer\\?liked=${DINNER}&film=${STROLL}"`),
    );
  });
});

describe('the links of messages', () => {
  it('give back exactly what was written, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 200 }), (subject, body) => {
        const link = mailLink({ subject, body });
        assert.match(link, /^mailto:\?subject=[\w.~%-]*&body=[\w.~%-]*$/);
        const [, first = '', second = ''] = /subject=(.*)&body=(.*)$/.exec(link) ?? [];
        const lines = (written: string): string => written.toWellFormed().replaceAll(/\r\n|\r|\n/g, '\r\n');
        assert.equal(decodeURIComponent(first), lines(subject));
        assert.equal(decodeURIComponent(second), lines(body));
        assert.match(smsLink(body), /^sms:\?&body=[\w.~%-]*$/);
      }),
      { seed: 9 },
    );
  });

  it('are never longer than mail programs take, with twenty films of long titles', async () => {
    const lanterne = await starterLanterne();
    const { films } = await lanterne.recommend({ liked: [], disliked: [], seen: [] }, { top: 200, diversity: 0 });
    const longest = films.toSorted((a, b) => b.card.title.length - a.card.title.length).slice(0, 20);
    for (const prefix of ['', '/en']) {
      const page = plain(await text(`${prefix}/envoyer?${longest.map(({ card }) => `liked=${card.id}`).join('&')}`));
      const [, mail = ''] = /href="(mailto:[^"]+)"/.exec(page) ?? [];
      assert.ok(mail.length > 300 && mail.length <= longestLink, `${mail.length}`);
    }
  });
});
