import { svgText } from './svg-elements.js';

/** Pixels of the file for each one of the screen. */
export const PNG_SCALE = 2;

/**
 * The image as pixels.
 *
 * @throws {Error} if the browser cannot draw it, for example because it is larger than its canvases
 */
export async function toPng(svg: SVGSVGElement): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = svg.width.baseVal.value * PNG_SCALE;
    canvas.height = svg.height.baseVal.value * PNG_SCALE;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser made no PNG.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
