import { withPage } from './open-page.js';
import { percentile } from './percentile.js';

export interface Frames {
  count: number;
  /** Milliseconds between two frames while the map is moved. */
  p50: number;
  p95: number;
  worst: number;
}

/** Of a window of 1,280 by 800. */
const [MIDDLE_X, MIDDLE_Y] = [760, 420];
const START_ZOOM = 6;
const ZOOM_STEPS = 9;
const DRAG = 300;
const STEPS = 30;

/** Pans and zooms from the country to a street of a place and back, in the Chromium of this machine. */
export function measureFrames(
  url: string,
  { longitude, latitude }: { longitude: number; latitude: number },
): Promise<Frames> {
  return withPage(async (page) => {
    const start = `map=${START_ZOOM}/${latitude.toFixed(5)}/${longitude.toFixed(5)}`;
    await page.goto(`${url}/?sectorGroup=dcms-digital&${start}`);
    await page.waitForLoadState('networkidle');
    await page.evaluate(watchFrames);
    for (let step = 0; step < 2 * ZOOM_STEPS; step++) {
      await drag(page.mouse, step % 2 === 0 ? DRAG : -DRAG);
      await page.mouse.wheel(0, step < ZOOM_STEPS ? -120 : 120);
      await page.waitForTimeout(ANIMATION);
    }
    const times = await page.evaluate(takeFrames);
    const gaps = times.slice(1).map((time, i) => time - times[i]!);
    return {
      count: gaps.length,
      p50: percentile(gaps, 0.5),
      p95: percentile(gaps, 0.95),
      worst: Math.max(...gaps),
    };
  });
}

/** Milliseconds in which Leaflet zooms. */
const ANIMATION = 400;

async function drag(
  mouse: {
    move(x: number, y: number, options?: { steps: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  },
  by: number,
): Promise<void> {
  await mouse.move(MIDDLE_X, MIDDLE_Y);
  await mouse.down();
  await mouse.move(MIDDLE_X + by, MIDDLE_Y + by / 3, { steps: STEPS });
  await mouse.up();
}

interface WatchedWindow {
  frameTimes: number[];
}

/** In the page. */
function watchFrames(): void {
  const times: number[] = [];
  (globalThis as unknown as WatchedWindow).frameTimes = times;
  const { requestAnimationFrame } = globalThis as unknown as {
    requestAnimationFrame: (callback: (time: number) => void) => void;
  };
  const note = (time: number) => {
    times.push(time);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}

/** In the page. */
function takeFrames(): number[] {
  return (globalThis as unknown as WatchedWindow).frameTimes;
}
