import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that pages are tested in; undefined where none is installed. FAULTLINE_TEST_BROWSER can name one. */
export const browserPath = process.env.FAULTLINE_TEST_BROWSER ?? browsers.find((path) => existsSync(path));

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser; it asks nobody outside for anything. */
export async function launchBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('No browser is installed.');
  return chromium.launch({ executablePath: browserPath, args: quiet });
}
