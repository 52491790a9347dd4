import type { Page } from 'playwright-core';
import { readConfig } from '../config.js';

const WINDOW = { width: 1280, height: 800 };

/** A page in the Chromium of this machine, for as long as it is worked with. */
export async function withPage<Result>(work: (page: Page) => Promise<Result>): Promise<Result> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: readConfig().chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return await work(await browser.newPage({ viewport: WINDOW }));
  } finally {
    await browser.close();
  }
}
