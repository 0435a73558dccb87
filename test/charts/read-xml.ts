import { Resvg } from '@resvg/resvg-wasm';

/** Reads a chart with a strict reader of XML and of SVG. @throws when it is not sound; `chartPng` must have been asked once before */
export function readXml(svg: string): void {
  new Resvg(svg).free();
}
