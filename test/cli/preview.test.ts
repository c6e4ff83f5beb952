import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newHome, run } from './run.js';
import { endAll, inTerminal, keys } from './terminal.js';

// biome-ignore lint/suspicious/noExplicitAny: JSON as it comes; what it has to be is what is tested.
type Answered = Record<string, any>;

interface Shown {
  readonly url: string;
  readonly port: number;
  readonly line: string;
  /** Ends its input, and gives its exit code. */
  end(): Promise<number>;
}

const running = new Set<ChildProcess>();

/** Starts the preview of a folder, and waits until it says where it is. */
function preview(...words: readonly string[]): Promise<Shown> {
  const env = { ...process.env, FAULTLINE_HOME: newHome() };
  const child = spawn(process.execPath, ['bin/faultline.js', 'preview', ...words], { env });
  running.add(child);
  const ended = new Promise<number>((resolve) => {
    child.on('exit', (code) => {
      running.delete(child);
      resolve(code ?? -1);
    });
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (data) => reject(new Error(String(data))));
    child.stdout.on('data', (data) => {
      text += String(data);
      const [, url = '', port = ''] = /(http:\/\/127\.0\.0\.1:(\d+)\/)/.exec(text) ?? [];
      if (!text.includes('\n')) return;
      const end = (): Promise<number> => {
        child.stdin.end();
        return ended;
      };
      resolve({ url, port: Number(port), line: text, end });
    });
  });
}

function office(): string {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-preview-'));
  cpSync('test/fixtures/office', folder, { recursive: true });
  return folder;
}

/** The versions that a page is told of, as they come. */
async function versions(url: string): Promise<AsyncIterator<string>> {
  const { body } = await fetch(`${url}events`);
  async function* told(): AsyncGenerator<string> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(part, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const version = /^event: knowledge\ndata: (.+)$/.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        if (version !== undefined) yield version;
      }
    }
  }
  return told();
}

const json = async (url: string): Promise<Answered> => (await (await fetch(url)).json()) as Answered;
const post = (url: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const play = async (url: string, call: object, next?: object): Promise<Answered> =>
  (await (await post(`${url}call`, JSON.stringify({ call, next }))).json()) as Answered;

/** The status of a request with headers that fetch does not let one give. */
function status(
  port: number,
  options: { readonly path?: string; readonly method?: string; readonly host?: string },
): Promise<number> {
  const { path = '/', method = 'GET', host = `127.0.0.1:${port}` } = options;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

afterAll(() => {
  for (const child of running) child.kill();
  endAll();
});

describe('the server', () => {
  let shown: Shown;
  beforeAll(async () => {
    shown = await preview(office(), '--tree', 'printer', '--port', '0');
  });

  test('says in one line where it is and what ends it', () => {
    expect(shown.line).toBe(`${shown.url}#printer   Open it in a browser; q or Ctrl-C ends it.\n`);
  });

  test('answers to its own names only', async () => {
    const { port } = shown;
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`])
      expect([host, await status(port, { host })]).toEqual([host, 200]);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1.evil.example:${port}`,
    ])
      for (const path of ['/', '/events', '/state', '/preview.js'])
        expect([host, path, await status(port, { host, path })]).toEqual([host, path, 403]);
  });

  test('listens on this machine alone', async () => {
    const probe = createServer();
    // The port is free on every other address of this machine.
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(shown.port, '127.0.0.2', resolve);
    });
    probe.close();
  });

  test('takes nothing from another page, nothing but JSON, and not too much', async () => {
    const { url, port } = shown;
    const call = JSON.stringify({ call: { tree: 'printer', inputs: [] } });
    for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${port}`, `http://127.0.0.1:${port + 1}`])
      expect([origin, (await post(`${url}call`, call, { origin })).status]).toEqual([origin, 403]);
    for (const origin of [`http://127.0.0.1:${port}`, `http://localhost:${port}`])
      expect((await post(`${url}call`, call, { origin })).status).toBe(200);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
      expect((await post(`${url}call`, call, { 'content-type': type })).status).toBe(415);
    expect((await post(`${url}call`, call, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
    for (const wrong of ['', '{', '7', '[]', 'null', '"text"'])
      expect((await post(`${url}call`, wrong)).status).toBe(400);
    const long = JSON.stringify({ call: 'x'.repeat(300_000) });
    expect((await post(`${url}call`, long)).status).toBe(413);
    expect((await post(`${url}call`, JSON.stringify({ call: 'x'.repeat(200_000) }))).status).toBe(200);
  });

  test('a body without a length is not read beyond the bound', async () => {
    const stream = new ReadableStream({
      start: (controller) => {
        for (let part = 0; part < 40; part += 1) controller.enqueue(new Uint8Array(10_000).fill(32));
        controller.close();
      },
    });
    const init = { method: 'POST', body: stream, duplex: 'half', headers: { 'content-type': 'application/json' } };
    const sent = fetch(`${shown.url}call`, init as RequestInit).then(
      (response) => response.status,
      () => 413,
    );
    expect(await sent).toBe(413);
    expect((await fetch(shown.url)).status).toBe(200);
  });

  test('says with everything that the browser may do nothing else with it, and keep nothing', async () => {
    for (const path of ['', 'preview.js', 'preview.css', 'state', 'picture?tree=printer', 'no-such-path']) {
      const { headers } = await fetch(`${shown.url}${path}`);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('serves no file, whatever the path', async () => {
    const { port } = shown;
    const paths = [
      '/package.json',
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '//etc/passwd',
      '/facts.yaml',
      '/trees/printer.yaml',
      '/constructor',
      '/__proto__',
      '/diagnostic?code=../../README',
      '/diagnostic?code=..%2f..%2fpackage.json',
      '/diagnostic?code=__proto__',
    ];
    for (const path of paths) expect([path, await status(port, { path })]).toEqual([path, 404]);
    expect(await status(port, { path: '/diagnostic?code=unknown-key' })).toBe(200);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'HEAD']) expect(await status(port, { method })).toBe(405);
    expect((await post(`${shown.url}state`, '{}')).status).toBe(404);
    expect((await fetch(`${shown.url}call`)).status).toBe(404);
  });

  test('plays a call by its events, and keeps nothing of it', async () => {
    const { url } = shown;
    const begun = await play(url, { tree: 'printer', inputs: [] });
    expect(begun).toMatchObject({
      situation: {
        type: 'asking',
        node: 'lamp',
        question: 'printer/lamp#1',
        say: 'Could you look whether the lamp is on?',
      },
      here: 'lamp',
    });
    const off = await play(url, { tree: 'printer', inputs: begun.inputs }, { answer: 'off' });
    expect(off).toMatchObject({
      situation: { node: 'plug' },
      way: ['Is the lamp on? Off'],
      walked: [{ node: 'lamp' }, { node: 'plug' }],
    });
    const refused = await play(url, { tree: 'printer', inputs: off.inputs }, { answer: 'perhaps' });
    expect(refused).toMatchObject({
      inputs: off.inputs,
      refused: expect.stringContaining('yes, no'),
      situation: { node: 'plug' },
    });
    expect(await play(url, { tree: 'printer', inputs: [] })).toEqual(begun);
  });

  test('refuses a call that is none, in a sentence', async () => {
    for (const call of [
      undefined,
      null,
      7,
      {},
      { tree: 'printer' },
      { tree: 7, inputs: [] },
      { tree: 'printer', inputs: {} },
      { tree: 'printer', inputs: [], at: 7 },
    ])
      expect(await play(shown.url, call as never)).toEqual({ failed: expect.stringContaining('A call has') });
    const long = { tree: 'printer', inputs: Array.from({ length: 2_001 }, () => ({})) };
    expect(await play(shown.url, long)).toEqual({ failed: 'A call has at most 2000 events.' });
    expect(await play(shown.url, { tree: 'constructor', inputs: [] })).toEqual({
      inputs: [],
      reason: expect.any(String),
    });
    const odd = { tree: 'printer', inputs: [null, 7], at: 'no time' };
    expect(await play(shown.url, odd, [] as never)).toMatchObject({
      situation: { node: 'lamp' },
      stopped: expect.any(String),
    });
  });

  test('makes an example of a call that has come to its end, and says why not of another', async () => {
    const { url } = shown;
    const inputs = [{ answer: 'off' }, { answer: 'no' }, { done: true }, { done: true }, { answer: 'yes' }];
    const made = await post(`${url}example`, JSON.stringify({ call: { tree: 'printer', inputs } }));
    expect(await made.json()).toEqual({
      where: 'into a new file, trees/printer.calls.yaml',
      yaml: 'tree: printer\ncalls:\n  - name: "The printer does not print: unplugged, fixed"\n    answers:\n      - lamp: off\n      - plug: no\n      - unplugged: yes\n    ends: fixed\n    fault: unplugged\n',
    });
    const open = await post(`${url}example`, JSON.stringify({ call: { tree: 'printer', inputs: inputs.slice(0, 2) } }));
    expect(await open.json()).toEqual({ reason: expect.stringContaining('not come to an end') });
  });

  test('ends well with the end of its input, also while a page listens', async () => {
    const told = await versions(shown.url);
    expect((await told.next()).done).toBe(false);
    expect(await shown.end()).toBe(0);
    await expect(told.next()).rejects.toThrow();
  });
});

describe('what is saved', () => {
  let folder: string;
  let shown: Shown;
  let told: AsyncIterator<string>;
  let file: string;
  let text: string;
  const changed = async (write: () => void): Promise<void> => {
    write();
    expect((await told.next()).done).toBe(false);
  };
  const state = (tree = 'printer'): Promise<Answered> => json(`${shown.url}state?tree=${tree}`);
  const picture = (tree = 'printer'): Promise<Answered> => json(`${shown.url}picture?tree=${tree}`);

  beforeAll(async () => {
    folder = office();
    file = join(folder, 'trees/printer.yaml');
    text = readFileSync(file, 'utf8');
    shown = await preview(folder, '--port', '0');
    told = await versions(shown.url);
    await told.next();
  });

  test('is told to every page, and read anew: also when an editor saves by renaming, again and again', async () => {
    const other = await versions(shown.url);
    await other.next();
    for (const title of ['First', 'Second', 'Third']) {
      await changed(() => {
        writeFileSync(join(folder, 'trees/.printer.tmp'), text.replace('The printer does not print', title));
        renameSync(join(folder, 'trees/.printer.tmp'), file);
      });
      expect((await other.next()).done).toBe(false);
      expect((await state()).trees).toContainEqual(expect.objectContaining({ id: 'printer', title }));
    }
    await changed(() => writeFileSync(file, text));
  });

  test('with a mistake says the mistake with its place, and keeps the picture and the call as they were', async () => {
    const good = await picture();
    expect(good).toMatchObject({ stale: false, nodes: { lamp: 'n0' } });
    await changed(() => writeFileSync(file, text.replace('    say: Could', '    says: Could')));
    const { findings, trees } = await state();
    expect((findings as object[])[0]).toMatchObject({
      severity: 'error',
      file: 'trees/printer.yaml',
      line: 8,
      column: 5,
      node: 'lamp',
      excerpt: '8 |     says: Could you look whether the lamp is on?\n  |     ^^^^',
      hint: 'Did you mean "say"?',
    });
    expect(trees).toContainEqual(expect.objectContaining({ id: 'printer', isWhole: false }));
    expect(await picture()).toEqual({ ...good, stale: true, note: 'As it was before the mistake.' });
    expect(await play(shown.url, { tree: 'printer', inputs: [] })).toMatchObject({
      stale: true,
      situation: { node: 'lamp' },
    });
    await changed(() => writeFileSync(file, text));
    expect(await picture()).toEqual(good);
  });

  test('without the answer that was given lets the call stand before it, and says so', async () => {
    const call = { tree: 'printer', inputs: [{ answer: 'off', question: 'printer/lamp#1' }] };
    await changed(() => writeFileSync(file, text.replace('"off": { hear: [dark], go: plug }', 'dark: plug')));
    const played = await play(shown.url, call);
    expect(played).toMatchObject({
      situation: { node: 'lamp' },
      inputs: [],
      stopped: expect.stringContaining('Your first answer, "off", is no longer an answer here.'),
    });
    await changed(() => writeFileSync(file, text));
    expect(await play(shown.url, call)).toMatchObject({ situation: { node: 'plug' } });
  });

  test('in several files at once is told once', async () => {
    const before = Number((await state()).count);
    await changed(() => {
      for (let number = 0; number < 20; number += 1)
        writeFileSync(join(folder, `trees/more-${number}.yaml`), 'tree: x\n');
    });
    await changed(() => {
      for (let number = 0; number < 20; number += 1) rmSync(join(folder, `trees/more-${number}.yaml`));
    });
    expect((await state()).count).toBe(before + 2);
  });

  test('under another name is found again; a tree that was deleted is said to be gone', async () => {
    await changed(() => writeFileSync(file, text.replace('tree: printer', 'tree: copier')));
    expect(await state()).toMatchObject({ renamed: 'copier' });
    await changed(() => rmSync(file));
    expect((await state()).renamed).toBeUndefined();
    expect((await picture()).empty).toEqual(['There is no tree "printer" any more. Choose another.']);
    await changed(() => writeFileSync(file, text));
    expect(await picture()).toMatchObject({ stale: false, picture: expect.any(String) });
  });

  test('makes the example calls be played again, with what differs', async () => {
    const calls = join(folder, 'trees/printer.calls.yaml');
    const call = (ends: string) =>
      `tree: printer\ncalls:\n  - name: Out\n    answers: [lamp: off, plug: no, unplugged: yes]\n    ends: ${ends}\n`;
    await changed(() => writeFileSync(calls, call('closed')));
    const { calls: failed } = await json(`${shown.url}calls?tree=printer`);
    expect(failed).toMatchObject([
      {
        name: 'Out',
        passed: false,
        lines: [
          'Agreed up to trees/printer.calls.yaml:4: unplugged: yes',
          expect.stringMatching(/^trees\/printer\.calls\.yaml:5:\d+: The call ends "fixed"/),
        ],
      },
    ]);
    await changed(() => writeFileSync(calls, call('fixed')));
    const { calls: passed } = await json(`${shown.url}calls?tree=printer`);
    const [{ call: made }] = passed as [{ call: object }];
    expect(passed).toMatchObject([{ name: 'Out', passed: true, lines: [] }]);
    expect(await play(shown.url, made)).toMatchObject({ situation: { type: 'fixed' } });
    const covered = (await json(`${shown.url}picture?tree=printer&covered=1`)).picture as string;
    expect(covered).toContain('not covered');
    expect((await picture()).picture).not.toContain('not covered');
  });

  test('into a folder that was gone for a moment brings the page back', async () => {
    const away = `${folder}-away`;
    await changed(() => renameSync(folder, away));
    expect(await state()).toMatchObject({ problem: expect.stringContaining('cannot be read now') });
    expect(await picture()).toMatchObject({ stale: true, picture: expect.any(String) });
    await changed(() => renameSync(away, folder));
    expect(await picture()).toMatchObject({ stale: false });
    await changed(() => writeFileSync(file, text.replace('The printer does not print', 'Back again')));
    expect((await state()).trees).toContainEqual(expect.objectContaining({ title: 'Back again' }));
  });

  test('as a tree that is too large to be drawn is said to be', async () => {
    const nodes = Array.from(
      { length: 600 },
      (_, number) => `  n${number}: { ask: Is it ${number}?, answers: { yes: n${number + 1}, no: n${number + 1} } }`,
    );
    await changed(() =>
      writeFileSync(
        join(folder, 'trees/large.yaml'),
        `tree: large\ntitle: Large\nsymptoms: [x]\nstart: n0\nnodes:\n${nodes.join('\n')}\n  n600: { close: resolved }\n`,
      ),
    );
    expect((await picture('large')).empty).toEqual([expect.stringContaining('601 nodes')]);
    expect(await play(shown.url, { tree: 'large', inputs: [] })).toMatchObject({ situation: { node: 'n0' } });
    const many = nodes.concat(Array.from({ length: 9_500 }, (_, number) => `  m${number}: { close: resolved }`));
    await changed(() =>
      writeFileSync(
        join(folder, 'trees/large.yaml'),
        `tree: large\ntitle: Large\nsymptoms: [x]\nstart: n0\nnodes:\n${many.join('\n')}\n  n600: { close: resolved }\n`,
      ),
    );
    expect((await state('large')).findings).toContainEqual(
      expect.objectContaining({ severity: 'error', tree: 'large' }),
    );
  });

  test('is read until the command is ended', async () => {
    expect(await shown.end()).toBe(0);
  });
});

describe('the command', () => {
  test('shows an empty folder, and says how to begin', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faultline-empty-'));
    const shown = await preview(folder, '--port', '0');
    const { empty } = await json(`${shown.url}picture?tree=`);
    expect((empty as string[]).filter((line) => line.startsWith('$ '))).toEqual([
      `$ faultline new knowledge-base ${folder}`,
      `$ faultline new tree --kb ${folder}`,
    ]);
    const told = await versions(shown.url);
    await told.next();
    mkdirSync(join(folder, 'desk'));
    writeFileSync(join(folder, 'desk/x.yaml'), 'tree: x\n');
    expect((await told.next()).done).toBe(false);
    expect((await json(`${shown.url}state?tree=x`)).trees).toMatchObject([{ id: 'x', isWhole: false }]);
    expect(await shown.end()).toBe(0);
  });

  test('takes the next port when the usual one is taken, and says so of one that was named', async () => {
    const folder = office();
    const [one, two] = [await preview(folder), await preview(folder)];
    expect(two.port).not.toBe(one.port);
    const { code, stderr } = await run(['preview', folder, '--port', String(one.port)]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Port ${one.port} is taken`)]);
    expect(stderr).toContain('leave --port away');
    expect([await one.end(), await two.end()]).toEqual([0, 0]);
  });

  test('runs on in the background, where there is no input, until it is stopped', async () => {
    const env = { ...process.env, FAULTLINE_HOME: newHome() };
    const child = spawn(process.execPath, ['bin/faultline.js', 'preview', office(), '--port', '0'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.add(child);
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const url = await new Promise<string>((resolve) =>
      child.stdout.on('data', (data) => resolve(/http:\S+/.exec(String(data))?.[0] ?? '')),
    );
    expect((await fetch(url)).status).toBe(200);
    expect(child.exitCode).toBe(null);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test.each(['abc', '-1', '65536', '80.5', '', '1e3'])('refuses the port "%s"', async (port) => {
    const { code, stderr } = await run(['preview', 'test/fixtures/office', `--port=${port}`]);
    expect([code, stderr]).toEqual([
      2,
      `--port takes a number from 1 to 65535 (0: any that is free), not "${port}".\n`,
    ]);
  });

  test('refuses a tree or a folder that is not there', async () => {
    const tree = await run(['preview', 'test/fixtures/office', '--tree', 'pinter']);
    expect([tree.code, tree.stderr]).toEqual([2, 'There is no tree "pinter". Did you mean "printer"?\n']);
    expect(await run(['preview', 'no-such-folder'])).toMatchObject({
      code: 2,
      stderr: 'There is no folder "no-such-folder".\n',
    });
  });

  test.each([
    ['q', 'q'],
    ['Ctrl-C', keys.controlC],
  ])('ends with %s in a terminal', async (_, key) => {
    const author = inTerminal(['preview', 'test/fixtures/office', '--port', '0']);
    await author.shows('q or Ctrl-C ends it.');
    await author.press(key);
    expect(await author.ended()).toBe(0);
  });
});
