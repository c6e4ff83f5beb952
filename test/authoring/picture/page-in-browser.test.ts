import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { pictureOf, runCalls, toHtml, wayOf } from '../../../src/index.js';
import { browserPath, launchBrowser } from '../../browser.js';
import { hostileTree } from './hostile-tree.js';
import { shipped } from './shipped.js';

if (browserPath === undefined) {
  test.skip('the page in a browser (skipped: no browser is installed; FAULTLINE_TEST_BROWSER can name one)', () => {});
} else {
  describe('the page in a browser', () => {
    const folder = mkdtempSync(join(tmpdir(), 'faultline-page-'));
    const wrong: string[] = [];
    let browser: Browser;
    let page: Page;

    const open = async (name: string, html: string): Promise<void> => {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, html);
      await page.goto(pathToFileURL(file).href);
    };
    const scale = async (): Promise<number> =>
      Number(/scale\(([\d.]+)\)/.exec((await page.getAttribute('#view', 'transform')) ?? '')?.[1]);
    const heading = (): Promise<string | null> => page.textContent('#panel > section:not([hidden]) h2');

    beforeAll(async () => {
      browser = await launchBrowser();
      page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.on('console', (message) => wrong.push(message.text()));
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('dialog', (dialog) => wrong.push(dialog.message()));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) wrong.push(request.url());
      });
      const kb = await shipped();
      const results = await runCalls(kb, 'printer-offline');
      const calls = results.map(({ example, trail }) => ({
        name: example.name,
        steps: wayOf('printer-offline', trail),
      }));
      await open('printer', await toHtml(kb, await pictureOf(kb, 'printer-offline'), { calls }));
    }, 120_000);
    afterAll(() => browser.close());

    test('a node tells all about itself when it is clicked, or chosen with Enter', async () => {
      await page.click('[data-id="light"]');
      expect(await heading()).toBe('Is a light or a small screen lit on the printer?');
      await page.focus('[data-id="no-power"]');
      await page.keyboard.press('Enter');
      expect(await heading()).toBe('The printer is off, asleep or without power');
      await page.click('#panel section:not([hidden]) [data-go]');
      expect(await page.getAttribute('.node.chosen', 'data-id')).toBe(
        await page.evaluate('document.activeElement.dataset.id'),
      );
    });

    test('it can be made larger and smaller by buttons, keys and the wheel', async () => {
      const first = await scale();
      await page.click('#larger');
      const larger = await scale();
      expect(larger).toBeGreaterThan(first);
      await page.focus('#stage');
      await page.keyboard.press('-');
      expect(await scale()).toBeCloseTo(first, 5);
      await page.mouse.move(400, 500);
      await page.mouse.wheel(0, -200);
      await page.waitForFunction(
        `!document.getElementById('view').getAttribute('transform').includes('scale(${first})')`,
      );
      expect(await scale()).toBeGreaterThan(first);
      await page.keyboard.press('0');
      const box = await page.locator('#view').boundingBox();
      expect(box?.height).toBeLessThan(715);
    });

    test('words are found in what a node shows and in what belongs to it', async () => {
      await page.fill('#find', 'cartridge');
      const hits = await page.locator('.node.hit').count();
      expect(await page.textContent('#found')).toBe(`1 of ${hits}`);
      expect(await heading()).toMatch(/cartridge/);
      await page.press('#find', 'Enter');
      expect(await page.textContent('#found')).toBe(`${hits > 1 ? 2 : 1} of ${hits}`);
      await page.fill('#find', 'xylophone');
      expect(await page.textContent('#found')).toBe('nothing');
      await page.press('#find', 'Escape');
      expect(await page.locator('.searching, .hit').count()).toBe(0);
    });

    test('a call is followed step by step, there and back', async () => {
      await page.selectOption('#call', '0');
      expect(await page.getAttribute('.node.here', 'data-id')).toBe('light');
      expect(await page.locator('.edge.walked path').count()).toBe(0);
      while (await page.isEnabled('#next')) await page.click('#next');
      const [, at, of] = /step (\d+) of (\d+)/.exec((await page.textContent('#step')) ?? '') ?? [];
      expect(at).toBe(of);
      expect(await page.locator('.edge.walked path').count()).toBe(Number(of) - 1);
      while (await page.isEnabled('#back')) await page.click('#back');
      expect(await page.getAttribute('.node.here', 'data-id')).toBe('light');
      await page.selectOption('#call', '');
      expect(await page.locator('.following, .walked').count()).toBe(0);
    });

    test('what an author writes runs nowhere', async () => {
      const kb = await hostileTree();
      const [result] = await runCalls(kb, 'hostile');
      const calls = [{ name: result?.example.name ?? '', steps: wayOf('hostile', result?.trail ?? []) }];
      await open('hostile', await toHtml(kb, await pictureOf(kb, 'hostile'), { calls }));
      expect(await page.locator('script').count()).toBe(2);
      expect(await page.locator('#view .node').count()).toBe(4);
      await page.click('[data-id="first"]');
      await page.fill('#find', 'alert(1)');
      await page.selectOption('#call', '0');
      await page.click('#next');
      expect(await page.textContent('h1')).toContain('<script>alert(1)</script>');
    });

    test('it did nothing that its own policy forbids, and asked the network for nothing', () => {
      expect(wrong).toEqual([]);
    });
  });
}
