/**
 * Drawings as pixels by resvg, which reads no file and asks no network. It knows no WOFF2, so fonts are
 * unpacked first, each once.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import decompress from 'wawoff2/decompress.js';
import { fontFormatOf } from '../model/font-tables.ts';
import type { Rasterizer } from '../model/host.ts';
import { familyNameIn } from './font-family-name.ts';

/** → rasterizer. The WebAssembly of 2.5 MB is read on the first call in a process. */
export async function createRasterizer(): Promise<Rasterizer> {
  await startOnce();
  const unpacked = new WeakMap<Uint8Array, Uint8Array>();
  const unpack = async (font: Uint8Array): Promise<Uint8Array> => {
    const known = unpacked.get(font);
    if (known !== undefined) return known;
    // A font of the project may be none that is packed.
    const isPacked = fontFormatOf(font) === 'woff2';
    const plain = isPacked ? Uint8Array.from(await decompress(font)) : font;
    unpacked.set(font, plain);
    return plain;
  };
  // One after the other: what is unpacked lies in memory that the next call writes over.
  let last: Promise<unknown> = Promise.resolve();
  const draw: Rasterizer['draw'] = async ({ svg, fonts, scale }) => {
    const fontBuffers: Uint8Array[] = [];
    const names = new Map<string, string>();
    for (const { family, bytes } of fonts) {
      const font = await unpack(bytes);
      fontBuffers.push(font);
      names.set(family, familyNameIn(font) ?? family);
    }
    const drawing = new Resvg(renamed(svg, names), {
      font: { fontBuffers },
      fitTo: { mode: 'zoom', value: scale },
    });
    const picture = drawing.render();
    const raster = { png: Uint8Array.from(picture.asPng()), outlines: drawing.toString() };
    picture.free();
    drawing.free();
    return raster;
  };
  return {
    draw: (job) => {
      const next = last.then(() => draw(job));
      last = next.catch(() => {});
      return next;
    },
  };
}

/** A drawing that calls families by the names that their files have. */
function renamed(svg: string, names: ReadonlyMap<string, string>): string {
  return svg.replace(/(\sfont-family=")([^"]*)(")/g, (_, open, families: string, close) => {
    const own = families.split(',').map((one) => {
      const name = one.replace(/&#x27;|&#39;|&apos;|&quot;|'/g, '').trim();
      return `'${names.get(name) ?? name}'`;
    });
    return `${open}${own.join(', ')}${close}`;
  });
}

/** The package keeps one instance for a process and refuses a second start. */
async function startOnce(): Promise<void> {
  const path = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'));
  try {
    await initWasm(await readFile(path));
  } catch (error) {
    if (!(error instanceof Error && /already initialized/i.test(error.message))) throw error;
  }
}
