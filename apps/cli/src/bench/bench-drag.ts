import { openDatabase } from '@cluster-atlas/data';
import { withServer } from './bench-server.js';
import { inventBusinesses } from './invent-businesses.js';
import { withPage } from './open-page.js';
import { percentile } from './percentile.js';
import type { ScratchDatabase } from './scratch-database.js';

export interface DragBench {
  /** Those that are clustered. */
  selected: number;
  presses: number;
  /** Milliseconds from the key on the slider to the frame with the new outlines. */
  p50: number;
  p95: number;
  worst: number;
}

/** From 250 m on in steps of 25 m. */
const PRESSES = 30;
const SLIDER = 'Neighbours within';

/** How long new outlines take, on invented businesses of which a fifth is clustered. */
export async function benchDrag(scratch: ScratchDatabase, businesses: number): Promise<DragBench> {
  const { database, close } = await openDatabase(scratch.environment);
  await inventBusinesses(database, businesses).finally(close);
  return withServer(scratch, ({ url }) => measureDrag(url, 'sectorGroup=dcms-digital'));
}

/** How long new outlines take on the map of a server that runs. */
export function measureDrag(url: string, selection: string): Promise<DragBench> {
  return withPage(async (page) => {
    const run = (await (await fetch(`${url}/api/v1/clusters?${selection}`)).json()) as {
      businesses: number;
    };
    await page.goto(`${url}/?${selection}&clusters=shown`);
    await page.locator('.map .cluster-outline').first().waitFor({ state: 'attached' });
    await page.getByRole('slider', { name: SLIDER }).focus();
    await page.evaluate(WATCH);
    for (let press = 1; press <= PRESSES; press++) {
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(hasTimes, press);
    }
    const times = await page.evaluate(takeTimes);
    return {
      ...{ selected: run.businesses, presses: times.length },
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      worst: Math.max(...times),
    };
  });
}

interface WatchedWindow {
  outlineTimes: number[];
}

/** In the page. */
function hasTimes(count: number): boolean {
  return (globalThis as unknown as WatchedWindow).outlineTimes.length === count;
}

/** In the page. */
function takeTimes(): number[] {
  return (globalThis as unknown as WatchedWindow).outlineTimes;
}

/** In the page: a frame is on the screen when the next one begins. */
const WATCH = `
  globalThis.outlineTimes = [];
  let pressed = null;
  addEventListener('keydown', () => (pressed = performance.now()), true);
  const isOutline = (node) => node.classList?.contains('cluster-outline');
  new MutationObserver((changes) => {
    if (pressed === null || !changes.some(({ addedNodes }) => [...addedNodes].some(isOutline))) return;
    const since = pressed;
    pressed = null;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => outlineTimes.push(performance.now() - since)),
    );
  }).observe(document.querySelector('.map'), { childList: true, subtree: true });`;
