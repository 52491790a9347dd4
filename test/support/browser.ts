import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

/** The system's Chromium, without the connections that it would open by itself. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
}

interface Violation {
  id: string;
  help: string;
  nodes: { html: string }[];
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const APPEARANCES = {
  light: { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' },
  dark: { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' },
  'light with more contrast': { colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
  'dark with more contrast': { colorScheme: 'dark', contrast: 'more', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'active' },
} as const;

/**
 * What axe finds against WCAG 2.2 A and AA, in words that tell where: everything in the light
 * appearance, and in the others what depends on colours.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const faults: string[] = [];
  for (const [name, appearance] of Object.entries(APPEARANCES)) {
    await page.emulateMedia(appearance);
    const runOnly =
      name === 'light'
        ? { type: 'tag', values: WCAG }
        : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
    for (const { id, help, nodes } of await runAxe(page, runOnly)) {
      const places = nodes.map(({ html }) => html.slice(0, 120)).join(' | ');
      faults.push(`${name}: ${id}: ${help} (${places})`);
    }
  }
  await page.emulateMedia(APPEARANCES.light);
  return faults;
}

/** Once all is there and nothing fades or moves any more: axe takes the colours of the moment. */
async function runAxe(page: Page, runOnly: object): Promise<Violation[]> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  return page.evaluate(async (only) => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    return (await axe.run({ runOnly: only })).violations;
  }, runOnly);
}
