import type { Page } from 'playwright-core';

/** How many pages a PDF has. */
export function pagesOf(pdf: Buffer): number {
  const counts = pdf.toString('latin1').matchAll(/\/Type \/Pages\s+\/Count (\d+)/g);
  return Math.max(...Array.from(counts, ([, count]) => Number(count)));
}

/** Of the map where nothing is. */
export function readMapColour(page: Page): Promise<string> {
  return page.locator('.map').evaluate((map) => getComputedStyle(map).backgroundColor);
}
