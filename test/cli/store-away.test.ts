import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type CaseStore, openStore } from '../../src/index.js';
import { startPostgres } from '../cases/postgres.js';
import { cases, kept, waitingFiles } from './kept.js';
import { newHome, runProcess } from './run.js';

const desk = ['--kb', 'test/fixtures/desk', '--tree', 'wifi'];

/** A call over the JSON door, line by line, that runs until it is told to end. */
interface OpenCall {
  /** Writes an event. @returns the next situation. */
  take(event: object): Promise<Record<string, unknown>>;
  /** What was said beside the call. */
  errors(): string;
  end(): Promise<number | null>;
}

const running: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

async function openCall(home: string, variables: NodeJS.ProcessEnv = {}, before = ''): Promise<OpenCall> {
  const words = [process.execPath, 'bin/faultline.js', 'call', '--json', ...desk, '--agent', 'Ali'];
  const child = spawn('bash', ['-c', `${before} exec "$@"`, 'bash', ...words], {
    env: { ...process.env, ...variables, FAULTLINE_HOME: home },
  });
  running.push(child);
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Record<string, unknown>> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`The call has ended: ${errors}`);
    return JSON.parse(line.value);
  };
  await next();
  return {
    take(event) {
      child.stdin.write(`${JSON.stringify(event)}\n`);
      return next();
    },
    errors: () => errors,
    end: () =>
      new Promise((resolve) => {
        child.on('exit', resolve);
        child.stdin.end();
      }),
  };
}

async function until(holds: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !holds(); waited += 50) {
    if (waited > 20_000) throw new Error(`It never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const notes = (count: number, from = 0): readonly { readonly note: string }[] =>
  Array.from({ length: count }, (_, at) => ({ note: `note ${from + at}` }));

describe('where the store cannot be reached the call goes on, and the agent is told once', () => {
  test('a disk that is full when the call begins, and one that becomes full in it', async () => {
    const home = newHome();
    // No file may become larger: what the system then answers is what it answers on a full disk.
    const limit = (kilobytes: number): string => `trap '' XFSZ; ulimit -f ${kilobytes};`;
    const first = await openCall(home, {}, limit(40));
    for (const note of notes(3)) expect(await first.take(note)).toMatchObject({ type: 'asking' });
    expect(await first.end()).toBe(1);
    expect(first.errors().match(/Go on:/g)).toHaveLength(1);
    expect(first.errors()).toMatch(/full|could not be opened/);
    expect(waitingFiles({ home })).toHaveLength(1);

    // The next call on a disk with room stores what waited.
    expect((await runProcess(['call', '--plain', ...desk], '1\nq\n', home)).code).toBe(1);
    expect(waitingFiles({ home })).toEqual([]);
    expect(cases({ home })).toHaveLength(2);

    const size = Math.ceil(statSync(join(home, 'cases.db')).size / 1024);
    const second = await openCall(home, {}, limit(size + 30));
    const many = notes(40, 100);
    for (const note of many) expect(await second.take(note)).toMatchObject({ type: 'asking' });
    await second.end();
    expect(second.errors().match(/Go on:/g)).toHaveLength(1);
    await runProcess(['call', '--plain', ...desk], 'q\n', home);
    const store = await openStore(join(home, 'cases.db'));
    const [found] = await store.list({ text: 'note 139' }, { limit: 5 });
    expect((await store.read(found?.number ?? 0))?.session.events).toMatchObject(many);
    await store.close();
  }, 120_000);

  test('a folder that cannot be written', async () => {
    // Nobody, not even an administrator, can write there.
    const call = await openCall('/proc/faultline');
    for (const note of notes(3)) expect(await call.take(note)).toMatchObject({ type: 'asking' });
    expect(await call.end()).toBe(1);
    expect(call.errors().match(/Go on:/g)).toHaveLength(1);
    const [, file = ''] = /everything is kept in (\S+\.json)/.exec(call.errors()) ?? [];
    const again = await runProcess(['call', '--plain', '--kb', 'test/fixtures/desk', '--resume', file], 'l\nq\n');
    expect(again.stdout).toContain('Note: note 2');
    rmSync(file, { force: true });
  }, 60_000);

  test('a store file that is removed in mid-call: all of the call is in the new one', async () => {
    const home = newHome();
    const call = await openCall(home);
    await call.take({ answer: 'yes' });
    await until(() => cases({ home }).length === 1, 'the call is stored');
    for (const name of readdirSync(home)) if (name.startsWith('cases.db')) rmSync(join(home, name));
    await call.take({ note: 'the disk makes a noise' });
    await until(() => /Go on:/.test(call.errors()), 'the agent is told');
    await call.take({ done: true });
    await until(() => /can be reached again/.test(call.errors()), 'the store is there again');
    await call.end();
    expect(kept({ home }).session.events).toMatchObject([
      { answer: 'yes' },
      { note: 'the disk makes a noise' },
      { done: true },
    ]);
    expect(waitingFiles({ home })).toEqual([]);
  }, 60_000);

  test('a file that is no store, and a store of a newer Faultline, are left as they are', async () => {
    const home = newHome();
    const file = join(home, 'cases.db');
    writeFileSync(file, 'a shopping list '.repeat(400));
    const call = await openCall(home);
    await call.take({ note: 'first' });
    await call.end();
    expect(call.errors()).toContain('no case store');
    expect(statSync(file).size).toBe(16 * 400);
    renameSync(file, `${file}.list`);
    await runProcess(['call', '--plain', ...desk], 'q\n', home);
    expect(cases({ home })).toHaveLength(2);
  }, 60_000);
});

/** A way to a port that can be cut and opened. */
async function wayTo(port: number): Promise<{ readonly port: number; cut(): void; open(): Promise<void> }> {
  const sockets = new Set<Socket>();
  let server: Server;
  const listen = (at: number): Promise<number> => {
    server = createServer((from) => {
      const to = connect(port, '127.0.0.1');
      for (const socket of [from, to]) {
        sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
      }
      from.pipe(to).pipe(from);
    });
    return new Promise((resolve) => {
      server.listen(at, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  };
  const own = await listen(0);
  return {
    port: own,
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    async open() {
      await listen(own);
    },
  };
}

test('a PostgreSQL that is gone in mid-call and comes back: told once, and nothing is missing', async () => {
  const postgres = await startPostgres();
  const direct = new URL(postgres.url());
  const way = await wayTo(Number(direct.port));
  const through = new URL(direct);
  through.port = String(way.port);
  const home = join(tmpdir(), `faultline-away-${process.pid}`);
  let store: CaseStore | undefined;
  try {
    const call = await openCall(home, { FAULTLINE_DATABASE: through.href });
    await call.take({ answer: 'yes' });
    way.cut();
    for (const note of notes(3)) expect(await call.take(note)).toMatchObject({ type: 'isolated' });
    await until(() => /Go on:/.test(call.errors()), 'the agent is told');
    expect(call.errors().match(/Go on:/g)).toHaveLength(1);
    expect(call.errors()).not.toContain(direct.password);
    expect(waitingFiles({ home })).toHaveLength(1);
    await way.open();
    await until(() => /can be reached again/.test(call.errors()), 'the store is there again');
    await call.take({ done: true });
    await call.end();
    expect(waitingFiles({ home })).toEqual([]);
    store = await openStore(direct.href);
    const [only, ...others] = await store.list({}, { limit: 5 });
    expect(others).toEqual([]);
    expect((await store.read(only?.number ?? 0))?.session.events).toMatchObject([
      { answer: 'yes' },
      ...notes(3),
      { done: true },
    ]);
    way.cut();
  } finally {
    await store?.close();
    await postgres.end();
    execFileSync('rm', ['-rf', home]);
  }
}, 120_000);
