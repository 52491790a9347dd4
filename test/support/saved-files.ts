import { DelimitedParser } from '@cluster-atlas/contract';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

export interface SavedFile {
  name: string;
  bytes: Buffer;
}

/** Presses a button that saves a file, by the keyboard, and waits for the file. */
export async function saveBy(page: Page, button: Locator): Promise<SavedFile> {
  await button.focus();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The records of a CSV, its header first. */
export function readTable(text: string): string[][] {
  const parser = new DelimitedParser(',');
  return [...parser.push(text), ...parser.end()].map(({ fields }) => fields!);
}

/** The records of a CSV that a link downloads, by the names of its columns. */
export async function saveTable(page: Page, link: Locator): Promise<Record<string, string>[]> {
  const { bytes } = await saveBy(page, link);
  const [header, ...records] = readTable(bytes.toString('utf8'));
  return records.map((fields) =>
    Object.fromEntries(fields.map((field, i) => [header![i]!, field])),
  );
}

/** Size of a PNG as its header states it, and how many colours are in it. */
export async function readPng(page: Page, { bytes }: SavedFile) {
  const colours = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, bytes.toString('base64'));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colours };
}

interface SvgContents {
  width: number;
  height: number;
  texts: string[];
  outlines: number;
  dashes: string[];
  /** By where they come from: in a file that stands by itself it is the file. */
  images: string[];
  hubs: number;
  /** References to style sheets, other files or the page's variables. */
  outside: string[];
}

/**
 * What is in an SVG file.
 *
 * @throws if it is not well-formed
 */
export function readSvg(page: Page, { bytes }: SavedFile): Promise<SvgContents> {
  return page.evaluate((text) => {
    const { documentElement: svg } = new DOMParser().parseFromString(text, 'image/svg+xml');
    if (svg.nodeName !== 'svg') throw new Error(svg.textContent ?? 'no SVG');
    const all = (selector: string) => [...svg.querySelectorAll(selector)];
    const outlines = all('path.cluster-outline');
    return {
      width: Number(svg.getAttribute('width')),
      height: Number(svg.getAttribute('height')),
      texts: all('text').map(({ textContent }) => textContent),
      outlines: outlines.length,
      dashes: outlines.map((path) => path.getAttribute('stroke-dasharray') ?? 'none'),
      images: all('image').map((image) => image.getAttribute('href')!.slice(0, 15)),
      hubs: all('g.hub-marker').length,
      outside: text.match(/var\(|<style|<link|href="http|foreignObject/g) ?? [],
    };
  }, bytes.toString('utf8'));
}
