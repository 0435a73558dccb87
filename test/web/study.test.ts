import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { around } from '#market/around.ts';
import { nearest } from '#market/compute/access.ts';
import { huffAnswer } from '#market/questions/huff.ts';
import { leakageAnswer } from '#market/questions/leakage.ts';
import { computedNamed, valueOf, type Answer } from '#market/computed.ts';
import { usualPower, type HuffPower } from '#market/compute/huff.ts';
import { trace } from '#market/trace.ts';
import type { MarketBook } from '#market/types.ts';
import { createApp } from '#web/app.ts';
import { siteIn } from '#web/site.ts';
import { withSettings } from '../helpers/starter-lanterne.ts';

const asked = async (path: string, commune = '23096'): Promise<{ html: string; status: number; book: MarketBook }> => {
  const lanterne = await withSettings({ commune });
  const answer = await createApp(() => lanterne).request(`http://films.test${path}`);
  return { html: await answer.text(), status: answer.status, book: siteIn(lanterne, 'fr').market() };
};

/** A number as French or English writes it, and how far it may be from what it was written from. */
function numberOf(text: string, language: 'fr' | 'en'): { value: number; within: number } {
  const share = text.includes('%');
  const bare = text.replaceAll(/[^\d.,-]/g, '');
  const plain = language === 'fr' ? bare.replace(',', '.') : bare.replaceAll(',', '');
  const digits = /\.(\d+)$/.exec(plain)?.[1]?.length ?? 0;
  const value = Number(plain);
  assert.ok(plain !== '' && Number.isFinite(value), `“${text}” is no number`);
  const step = 10 ** -digits / (share ? 100 : 1);
  return { value: share ? value / 100 : value, within: step / 2 + 1e-9 };
}

const text = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&')
    .trim();

function answerTo(name: string, book: MarketBook, power: HuffPower): Answer | null {
  if (name === 'huff') return huffAnswer(book, power);
  if (name === 'leakage') return leakageAnswer(book, power);
  return computedNamed(name)?.compute(book) ?? null;
}

interface Fig {
  readonly attributes: string;
  readonly shown: string;
  readonly note: string;
}

const figsOf = (html: string): Fig[] =>
  [
    ...html.matchAll(/<span class="fig"([^>]*)>(.*?)<a class="noted ([^"]*)" href="([^"]*)"[^>]*>.*?<\/a><\/span>/g),
  ].map(([, attributes = '', shown = '', mark = '', href = '']) => ({ attributes, shown, note: `${mark} ${href}` }));

const attribute = (tag: string, name: string): string | null => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

const addresses = [
  '/etude',
  '/en/etude',
  '/etude?alpha=1.5&beta=1',
  '/etude/modele',
  '/en/etude/modele?alpha=0.5&beta=2.5',
];

describe('every number of the study', () => {
  for (const path of addresses)
    it(`${path}: equals its row, which has a source with an address, or its calculation, which rests on such rows`, async () => {
      const language = path.startsWith('/en') ? 'en' : 'fr';
      const query = new URL(path, 'http://films.test').searchParams;
      const power = {
        alpha: Number(query.get('alpha') ?? usualPower.alpha),
        beta: Number(query.get('beta') ?? usualPower.beta),
      };
      const { html, status, book } = await asked(path);
      assert.equal(status, 200);
      const figs = figsOf(html);
      assert.equal(figs.length, html.split('class="fig"').length - 1, 'each has a mark');
      assert.ok(figs.length >= (path.includes('modele') ? 6 : 80), `${figs.length} numbers`);
      const sources = new Map(
        [...html.matchAll(/<li id="source-(\d+)"[^>]*data-source="([^"]*)">(.*?)<\/li>/g)].map(
          ([, number = '', id = '', said = '']) => [number, { id, said }],
        ),
      );
      for (const { attributes, shown, note } of figs) {
        const round = Number(attribute(attributes, 'data-round') ?? 0);
        const { value, within } = numberOf(shown, language);
        const near = (exact: number, what: string): void =>
          assert.ok(Math.abs(value - exact) <= Math.max(within, round / 2), `${what}: “${shown}” for ${exact}`);
        const figure = attribute(attributes, 'data-figure');
        if (figure !== null) {
          const [id = '', year = ''] = figure.split(' ');
          const row = trace(book, id, Number(year));
          assert.ok(row !== null, `${figure} is no row`);
          near(row.unit === 'M' ? 1e6 * row.value : row.value, figure);
          assert.match(row.source.url, /^https?:\/\//, figure);
          const [, number = ''] = /#source-(\d+)$/.exec(note) ?? [];
          assert.equal(sources.get(number)?.id, row.source.id, `${figure}: its note leads to its source`);
          assert.ok(sources.get(number)?.said.includes(row.source.url.replaceAll('&', '&amp;')), figure);
          assert.ok(note.startsWith(row.reliability === 'D' ? 'estimation' : row.source.kind), `${figure}: ${note}`);
          continue;
        }
        const calculation = attribute(attributes, 'data-computed');
        assert.ok(calculation !== null, `“${shown}” comes from nowhere`);
        const [name = '', key = '', end = ''] = calculation.split(' ');
        const answer = answerTo(name, book, power);
        const known = valueOf(answer, key);
        assert.ok(answer !== null && known !== null, calculation);
        near((end === 'low' ? known.low : end === 'high' ? known.high : known.value) ?? Number.NaN, calculation);
        for (const { id, year } of answer.used)
          assert.match(
            trace(book, id, year)?.source.url ?? '',
            /^https?:\/\//,
            `${calculation} rests on ${id} ${year}`,
          );
        assert.match(note, /^(officiel|presse|estimation) #calcul-\d+$/);
        if (answer.reliability === 'D') assert.match(note, /^estimation/);
        const [, number = ''] = /#calcul-(\d+)$/.exec(note) ?? [];
        assert.ok(html.includes(`id="calcul-${number}"`), calculation);
      }
    });

  it('in sentences, none stands without its mark but years, ages, minutes and bounds', async () => {
    for (const path of ['/etude', '/en/etude']) {
      const { html } = await asked(path);
      const main = (/<main.*<\/main>/s.exec(html)?.[0] ?? '').replaceAll(
        /<section id="(calculs|sources)".*?<\/section>/gs,
        '',
      );
      const sentences = [...main.matchAll(/<p[ >].*?<\/p>|<li>(?:(?!<p|<\/li>).)*<\/li>/gs)].map(([one]) => one);
      assert.ok(sentences.length > 40);
      for (const one of sentences) {
        if (/class="(from|chart-past)"|lanterne import/.test(one)) continue;
        const bare = text(one.replaceAll(/<span class="fig".*?<\/a><\/span>/gs, ' '));
        assert.ok(!/\d\s?%/.test(bare), bare);
        for (const [number] of bare.matchAll(/\d[\d\s.,\u202f]*/g)) {
          const value = Number(number.replaceAll(/\D/g, ''));
          const isBound = value <= 100 || [500, 100_000, 500_000].includes(value) || (value > 1950 && value < 2100);
          assert.ok(isBound, `“${number}” in: ${bare}`);
        }
      }
    }
  });

  it('in tables, is that of the rows that the chart is drawn from', async () => {
    for (const path of ['/etude', '/en/etude', '/etude/modele']) {
      const language = path.startsWith('/en') ? 'en' : 'fr';
      const { html, book } = await asked(path);
      const found = [...html.matchAll(/<div class="evidence"([^>]*)>.*?(<table.*?<\/table>)/gs)];
      assert.equal(found.length, html.split('class="evidence"').length - 1);
      assert.ok(found.length >= 3);
      for (const [, tag = '', table = ''] of found) {
        const [used, names] = [attribute(tag, 'data-used') ?? '', attribute(tag, 'data-computed-by') ?? ''];
        const rows = used
          .split(';')
          .filter((one) => one !== '')
          .flatMap((one) => {
            const [id = '', ...years] = one.split(' ');
            return years.map((year) => trace(book, id, Number(year)) ?? assert.fail(`${id} ${year}`));
          });
        for (const { source } of rows) assert.match(source.url, /^https?:\/\//);
        const answers = names
          .split(';')
          .filter((one) => one !== '')
          .map((name) => answerTo(name, book, usualPower) ?? assert.fail(name));
        const grid = names === 'huff' && table.includes('β');
        if (grid || table.includes('table-communes')) continue;
        const known = [
          ...rows.map(({ unit, value }) => (unit === 'M' ? 1e6 * value : value)),
          ...answers.flatMap(({ values }) =>
            values.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
          ),
          ...answers.flatMap(({ used: rest }) => rest.flatMap(({ id, year }) => trace(book, id, year)?.value ?? [])),
          // the example costs of the break-even
          50_000,
          75_000,
          100_000,
          150_000,
        ];
        // what is left to “others” is a difference of two rows
        const shares = rows.filter(({ unit }) => unit === 'share').map(({ value }) => value);
        for (const [at, one] of shares.entries()) known.push(1 - one - (shares[at + 1] ?? 0));
        for (const [, cell = ''] of table.matchAll(/<td class="number">(.*?)<\/td>/gs)) {
          if (cell.includes('heard-only')) continue;
          const { value, within } = numberOf(text(cell), language);
          assert.ok(
            known.some((one) => Math.abs(one - value) <= within),
            `${text(cell)} in ${text(table).slice(0, 60)}`,
          );
        }
      }
    }
  });

  it('in the table of communes, is the people and the minutes of the commune', async () => {
    const { html, book } = await asked('/etude');
    const { communes, fixed } = around(book);
    const table = /id="table-communes".*?<\/table>/s.exec(html)?.[0] ?? '';
    const rows = [
      ...table.matchAll(/<tr><th scope="row">(.*?)<\/th><td class="number">(.*?)<\/td><td class="number">(.*?)<\/td>/g),
    ];
    assert.equal(rows.length, 20);
    for (const [, name = '', people = '', minutes = ''] of rows) {
      const commune = communes.find((one) => one.name === text(name).replaceAll('&#39;', "'"));
      assert.ok(commune !== undefined, name);
      assert.equal(numberOf(people, 'fr').value, commune.population);
      assert.equal(numberOf(minutes, 'fr').value, nearest(commune, fixed)?.minutes);
    }
  });
});

describe('the page', () => {
  it('has five points, its contents, and weighs less than 60 kB', async () => {
    const { html } = await asked('/etude');
    const five = /<ol class="five">.*?<\/ol>/s.exec(html)?.[0] ?? '';
    assert.equal(five.split('<li>').length - 1, 5);
    for (const known of ['52,1', '41,3', '63,6', '1,50', '2,73', '39,9']) assert.ok(five.includes(known), known);
    const contents = /<nav class="contents".*?<\/nav>/s.exec(html)?.[0] ?? '';
    for (const [, id = ''] of contents.matchAll(/href="#([a-z]+)"/g))
      assert.ok(html.includes(`<section id="${id}"`), id);
    assert.ok(gzipSync(html).length < 60_000, `${gzipSync(html).length}`);
    assert.ok(!html.includes('NaN') && !html.includes('undefined') && !/\{[a-z]+\}/i.test(text(html)));
  });

  it('of a department of which little is known says what to import, and never the name of another', async () => {
    for (const [commune, name] of [
      ['48095', 'Lozère'],
      ['87085', 'Haute-Vienne'],
      ['75056', 'Paris'],
      ['2A004', 'Corse-du-Sud'],
      ['97411', 'La Réunion'],
    ] as const) {
      for (const path of ['/etude', '/en/etude']) {
        const { html, status } = await asked(path, commune);
        assert.equal(status, 200);
        const main = (/<main.*<\/main>/s.exec(html)?.[0] ?? '')
          .replaceAll(/<section id="(calculs|sources)".*?<\/section>/gs, '')
          .replaceAll(/<div class="evidence".*?<p class="from">/gs, '<p>');
        assert.ok(text(main).includes(name));
        assert.ok(!/Creuse|Guéret|Aubusson/.test(text(main)), `${commune}${path}`);
        assert.match(main, /lanterne import market/);
        assert.ok(!main.includes('NaN') && !/\{[a-z]+\}/i.test(text(main)));
      }
    }
  });

  it('takes the powers of the address, and no nonsense', async () => {
    const usual = (await asked('/etude')).html;
    const error = (html: string): string => /data-computed="huff error value">([^<]*)/.exec(html)?.[1] ?? '';
    assert.notEqual(error((await asked('/etude?alpha=0.2&beta=3.5')).html), error(usual));
    for (const nonsense of [
      'alpha=x',
      'alpha=99',
      'beta=-1',
      'beta=1e9',
      'alpha=%3Cscript%3E&beta=',
      'alpha=1&alpha=2',
    ]) {
      const { html, status } = await asked(`/etude?${nonsense}`);
      assert.equal(status, 200);
      assert.equal(error(html), error(usual), nonsense);
    }
    assert.equal(error((await asked('/etude?alpha=0,5&beta=2')).html), error((await asked('/etude?alpha=0.5')).html));
  });

  it('of the model says why there is none without cinemas to compare', async () => {
    for (const [path, why] of [
      ['/etude/modele', 'au moins deux cinémas fixes'],
      ['/en/etude/modele', 'at least two fixed cinemas'],
    ] as const) {
      const { html, status } = await asked(path, '48095');
      assert.equal(status, 200);
      assert.ok(html.includes(why) && html.includes('lanterne import market') && html.includes('noindex'));
      assert.ok(!html.includes('class="powers"') && !html.includes('class="legend"'));
    }
    assert.match((await asked('/etude/modele')).html, /à moins de 60 km/);
  });

  it('says a ceiling and what is expected together, and what follows from both', async () => {
    const { html } = await asked('/etude');
    const [last = ''] =
      /<li>(?:(?!<li>).)*<\/li><\/ol>/s.exec(/<ol class="five">.*?<\/ol>/s.exec(html)?.[0] ?? '') ?? [];
    assert.match(last, /age-potential entries high.*coverage expected low.*coverage expected high/s);
    assert.match(text(last), /c’est un plafond.*déjà dans cette fourchette.*une zone comme celle de La Souterraine/s);
    const table = /<table(?:(?!<table).)*Plafond, par âge.*?<\/table>/s.exec(html)?.[0] ?? '';
    assert.match(table, /Plafond, par âge<\/th><td[^>]*>(?!\d)/, 'a ceiling has no likeliest value');
    assert.doesNotMatch(text(html), /Il y a de la place|pas l’obstacle|premier problème|parle le moins|vient voir/);
  });

  it('is indexed as it is, and not with powers', async () => {
    assert.ok(!(await asked('/etude')).html.includes('noindex'));
    assert.ok((await asked('/etude?alpha=0.5')).html.includes('noindex'));
  });
});
