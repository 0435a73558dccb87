import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Resvg } from '@resvg/resvg-wasm';
import { drawChart } from '#charts/draw-chart.ts';
import { chartPng } from '#charts/png.ts';
import { sampleCharts } from './sample-charts.ts';

const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

test('every chart becomes a PNG of the width asked for', async () => {
  for (const chart of sampleCharts) {
    const png = await chartPng(drawChart(chart, { standalone: true, caption: ['Source'] }), { width: 400 });
    assert.deepEqual(png.subarray(0, 8), signature);
    assert.equal(new DataView(png.buffer, png.byteOffset).getUint32(16), 400);
    assert.ok(png.length > 4000, `${chart.title}: ${png.length} bytes`);
  }
});

test('letters with accents are drawn, each its own, not the box of what a font lacks', async () => {
  const drawn = async (letters: string): Promise<string> => {
    const png = await chartPng(
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="4" y="28" font-size="20" font-family="DejaVu Sans">${letters}</text></svg>`,
      { width: 200 },
    );
    return Buffer.from(png).toString('base64');
  };
  const blank = await drawn('');
  const unknown = await drawn('\u{10fffd}');
  const seen = new Set([blank, unknown]);
  for (const letter of ['é', 'è', 'ç', 'É', 'œ', '’', '«', 'ï', '…', '−']) {
    const picture = await drawn(letter);
    assert.ok(!seen.has(picture), letter);
    seen.add(picture);
  }
  // the narrow space of French thousands has no ink, and is no box
  assert.equal(await drawn('\u202f'), blank);
});

test('a chart is not blank: many of its pixels are not white', async () => {
  await chartPng('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
  for (const chart of sampleCharts) {
    const picture = new Resvg(drawChart(chart, { standalone: true }), { background: '#ffffff' });
    const image = picture.render();
    const { pixels } = image;
    let inked = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 200) inked++;
    assert.ok(inked > (image.width * image.height) / 200, chart.title);
    image.free();
    picture.free();
  }
});
