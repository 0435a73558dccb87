import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const faces = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];
let ready: Promise<readonly Uint8Array[]> | null = null;

/** A standalone chart as a PNG, drawn with the letters of DejaVu Sans. @param width in pixels */
export async function chartPng(svg: string, { width = 1480 }: { readonly width?: number } = {}): Promise<Uint8Array> {
  ready ??= load();
  const fontBuffers = [...(await ready)];
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: { fontBuffers, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
  });
  try {
    const image = picture.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    picture.free();
  }
}

async function load(): Promise<readonly Uint8Array[]> {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(faces.map((face) => readFile(resolve(`dejavu-fonts-ttf/ttf/${face}`))));
}
