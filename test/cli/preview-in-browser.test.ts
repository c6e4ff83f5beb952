import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { browserPath, launchBrowser } from '../browser.js';
import { newHome } from './run.js';

const hostile = '</title><script>document.title="run"</script><img src=x onerror="document.title=1"> \' " & <b>';

if (browserPath === undefined) {
  test.skip('the preview in a browser (skipped: no browser is installed; FAULTLINE_TEST_BROWSER can name one)', () => {});
} else {
  describe('the preview in a browser', () => {
    const folder = mkdtempSync(join(tmpdir(), 'faultline-preview-'));
    cpSync('test/fixtures/office', folder, { recursive: true });
    const file = join(folder, 'trees/printer.yaml');
    const text = readFileSync(file, 'utf8');
    const wrong: string[] = [];
    let browser: Browser;
    let page: Page;
    let child: ChildProcess;
    let url = '';

    const start = (port: string): Promise<string> => {
      child = spawn(process.execPath, ['bin/faultline.js', 'preview', folder, '--port', port], {
        env: { ...process.env, FAULTLINE_HOME: newHome() },
      });
      return new Promise((resolve, reject) => {
        child.stderr?.on('data', (data) => reject(new Error(String(data))));
        child.stdout?.on('data', (data) => resolve(/http:\S+/.exec(String(data))?.[0] ?? ''));
      });
    };
    const shows = (selector: string, words?: string): Promise<void> =>
      page
        .locator(selector, words === undefined ? {} : { hasText: words })
        .first()
        .waitFor();
    const gone = (selector: string): Promise<void> => page.locator(selector).first().waitFor({ state: 'hidden' });
    const here = '.node.here';

    beforeAll(async () => {
      url = await start('0');
      browser = await launchBrowser();
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      page = await context.newPage();
      page.on('console', (message) => wrong.push(message.text()));
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('dialog', (dialog) => wrong.push(dialog.message()));
      page.on('request', (request) => {
        if (!request.url().startsWith(url)) wrong.push(request.url());
      });
      await page.goto(`${url}#printer`);
      await shows(here);
    }, 120_000);
    afterAll(async () => {
      await browser.close();
      child.kill();
    });

    test('shows the trees, what there is to mend, the picture and the call', async () => {
      expect(
        await page.locator('#trees a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      ).toEqual(['#anything', '#printer', '#screen']);
      expect(await page.textContent('#trees [aria-current]')).toMatch(/^printer\d+ warnings$/);
      const warnings = await page.locator('.finding.warning').count();
      expect(await page.textContent('#count')).toBe(`${warnings} warnings`);
      expect(await page.title()).toBe(`(${warnings}) printer · Faultline preview`);
      expect(await page.textContent('#tree-title')).toBe('The printer does not print');
      expect(await page.textContent('#call-now .say')).toBe('Could you look whether the lamp is on?');
      expect(await page.getAttribute(here, 'data-id')).toBe('lamp');
    });

    test('has advice behind a box that is remembered', async () => {
      expect(await page.locator('.finding.advice').count()).toBe(0);
      await page.check('#advice');
      await shows('.finding.advice');
      await page.reload();
      await shows('.finding.advice');
      await page.uncheck('#advice');
      await gone('.finding.advice');
    });

    test('shows a new mistake as soon as it is saved, keeps the picture, and comes back', async () => {
      writeFileSync(file, text.replace('    say: Could', '    says: Could'));
      await shows('.finding.error', 'The key "says" is not known here.');
      const finding = page.locator('.finding.error');
      expect(await finding.locator('.place').textContent()).toBe('error trees/printer.yaml:8:5');
      expect(await finding.locator('pre').textContent()).toBe(
        '8 |     says: Could you look whether the lamp is on?\n  |     ^^^^',
      );
      expect(await finding.textContent()).toContain('Hint: Did you mean "say"?');
      await shows('#drawn-note', 'As it was before the mistake.');
      expect(await page.locator('#view .node').count()).toBeGreaterThan(5);
      expect(await page.locator('body.stale').count()).toBe(1);
      await finding.getByText('Show lamp').click();
      expect(await page.getAttribute('.node.chosen', 'data-id')).toBe('lamp');
      await finding.getByText('What is unknown-key?').click();
      await shows('.finding.error .page pre');
      writeFileSync(file, text);
      await gone('.finding.error');
      await gone('#drawn-note');
      await shows('#state', 'Read anew at');
      await page.click('#panel-close');
    });

    test('plays a call by clicks and by keys, and marks where it stands', async () => {
      await page.click('#call-now .answers button:has-text("Off")');
      await shows('.node.here[data-id="plug"]');
      await page.keyboard.press('2');
      await shows('.node.here[data-id="unplugged"]');
      expect(await page.locator('.edge.walked path').count()).toBe(2);
      await page.keyboard.press('b');
      await shows('.node.here[data-id="plug"]');
      await page.keyboard.press('2');
      await shows('#call-now h3', 'Not plugged in');
      await page.click('#way-part summary');
      expect(await page.locator('#way li').allTextContents()).toEqual(['Is the lamp on? Off', 'Is the plug in? No']);
    });

    test('keeps the call over a reload by hand', async () => {
      await page.reload();
      await shows('.node.here[data-id="unplugged"]');
      await page.click('#way-part summary');
    });

    test('an answer that is taken away is said to be, and the call goes on from where it could get to', async () => {
      writeFileSync(file, text.replace('yes: paper, no: unplugged', 'yes: paper, out: unplugged'));
      await shows('#call-note', 'Your second answer, "no", is no longer an answer here.');
      await shows('.node.here[data-id="plug"]');
      writeFileSync(file, text);
      await shows('.node.here[data-id="unplugged"]');
      await gone('#call-note');
      writeFileSync(file, text.replace('yes: paper, no: unplugged', 'yes: paper, out: unplugged'));
      await shows('#call-note', 'Your second answer');
      await page.click('#call-now .answers button:has-text("Out")');
      await shows('.node.here[data-id="unplugged"]');
      await gone('#call-note');
      writeFileSync(file, text);
      await shows('#call-note', 'Your second answer, "out", is no longer an answer here.');
      await page.keyboard.press('2');
      await gone('#call-note');
    });

    test('a call that has come to its end can be copied as an example, which then is played', async () => {
      for (const heading of ['Step 1 of 1', 'Does it print?', 'Solved']) {
        await page.keyboard.press('1');
        await shows('#call-now h3', heading);
      }
      await page.click('#yaml-part summary');
      await shows('#yaml', 'ends: fixed');
      const example = (await page.textContent('#yaml')) ?? '';
      const calls = join(folder, 'trees/printer.calls.yaml');
      writeFileSync(calls, example);
      await shows('#examples-count', '1 passed, 0 failed');
      writeFileSync(calls, example.replace('ends: fixed', 'ends: closed'));
      await shows('#examples-count', '0 passed, 1 failed');
      await shows('.example li', 'The call ends "fixed"');
      await page.click('#call-again');
      await shows('.node.here[data-id="lamp"]');
      await page.click('.example button');
      await shows('#call-note', 'This example call goes another way than it says:');
      await shows('#call-now h3', 'Solved');
      writeFileSync(calls, example);
      await gone('#call-note');
      rmSync(calls);
      await shows('#examples', 'There are none yet.');
      await page.click('#call-again');
      await shows('.node.here[data-id="lamp"]');
    });

    test('facts are told, and not knowing is an answer', async () => {
      await page.click('#tell-part summary');
      await page.selectOption('#fact', 'os');
      await page.selectOption('#fact-value select', 'macos');
      await page.click('#fact-value button');
      await shows('#way li', 'Told: System: macOS');
      const tell = async (fact: string, give: () => Promise<unknown>, told: string): Promise<void> => {
        await page.selectOption('#fact', fact);
        await give();
        await page.click('#fact-value button');
        await shows('#way li', told);
      };
      await tell('memory', () => page.fill('#fact-value input', '16'), 'Told: Memory: 16 GB');
      await tell('bought', () => page.fill('#fact-value input', '2026-11-01'), 'Told: Day it was bought: 2026-11-01');
      await tell('seen', () => page.check('#fact-value input[value="smoke"]'), 'Told: What was seen: Smoke');
      await page.click('#call-now button:has-text("Doesn\'t know")');
      await shows('.node.here[data-id="paper"]');
      await page.keyboard.press('1');
      await shows('.node.here[data-id="model"]');
      await page.fill('#call-now input', 'b1 <b>');
      await page.press('#call-now input', 'Enter');
      await shows('#call-now .say', 'The computer is holding the b1 <b> back.');
      await page.click('#call-again');
      await shows('.node.here[data-id="lamp"]');
    });

    test('the example calls colour the picture', async () => {
      expect(await page.locator('#view .step0').count()).toBe(0);
      await page.check('#covered');
      await shows('#view .node.step0');
      await page.uncheck('#covered');
      await gone('#view .node.step0');
    });

    test('another tree is chosen in the list, and kept in the address', async () => {
      await page.fill('#tree-find', 'dark');
      expect(await page.locator('#trees a').count()).toBe(1);
      await page.press('#tree-find', 'Enter');
      await shows('.node.here[data-id="cable"]');
      expect(page.url()).toBe(`${url}#screen`);
      await page.goBack();
      await shows('.node.here[data-id="lamp"]');
      await page.fill('#tree-find', '');
    });

    test('a second window sees the same saved, with a call of its own', async () => {
      const other = await page.context().newPage();
      await other.goto(`${url}#printer`);
      await other.locator(here).waitFor();
      await other.click('#call-now .answers button:has-text("Off")');
      await other.locator('.node.here[data-id="plug"]').waitFor();
      writeFileSync(file, text.replace('Is the lamp on?', 'Is the light lit?'));
      await other.locator('#way li', { hasText: 'Is the light lit? Off' }).waitFor({ state: 'attached' });
      await shows('#call-now h3', 'Is the light lit?');
      await other.close();
    });

    test('what an author writes does nothing but stand there', async () => {
      const quoted = JSON.stringify(hostile);
      const nasty = text
        .replace('title: The printer does not print', `title: ${quoted}`)
        .replace('ask: Is the lamp on?', `ask: ${quoted}`)
        .replace('why: Without power nothing else matters.', `why: ${quoted}`)
        .replace('label: It is blinking', `label: ${quoted}`);
      writeFileSync(file, nasty);
      await shows('#call-now h3', hostile);
      expect(await page.textContent('#tree-title')).toBe(hostile);
      await page.click('[data-id="lamp"]');
      expect(await page.textContent('#panel > section:not([hidden]) h2')).toContain(hostile);
      await page.click('#call-now .answers button:has-text("script")');
      await shows('#way li', hostile);
      writeFileSync(file, nasty.replace('    say: Could', `    ${quoted}: Could`));
      await shows('.finding.error', hostile.slice(0, 20));
      expect(await page.locator('body script, body img').count()).toBe(0);
      expect(await page.title()).toContain('printer · Faultline preview');
      writeFileSync(file, text);
      await gone('.finding.error');
    });

    test('it did nothing that its policy forbids, and asked nobody else for anything', () => {
      expect(wrong).toEqual([]);
    });

    test('says when the preview has ended, and comes back by itself', async () => {
      child.kill();
      await shows('#gone', 'The preview has ended, or cannot be reached');
      writeFileSync(file, text.replace('The printer does not print', 'It prints nothing'));
      expect(await start(new URL(url).port)).toBe(url);
      await gone('#gone');
      await shows('#tree-title', 'It prints nothing');
    });
  });
}
