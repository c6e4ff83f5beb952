import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import { caseNumberInWords, openStore } from '../../src/index.js';
import { runProcess } from '../cli/run.js';

/** A place where calls are kept: a folder of its own, and the database that is used, if that is none in it. */
export interface Place {
  readonly home: string;
  readonly database?: string;
}

/** A new folder for everything that a call keeps. */
export function newPlace(database?: string): Place {
  const home = mkdtempSync(join(tmpdir(), 'faultline-kill-'));
  return database === undefined ? { home } : { home, database };
}

/** What came of a call whose terminal was killed. */
export interface Killed {
  /** The turn that stood on the screen: so many answers were acknowledged, and one more may be stored. */
  readonly acknowledged: number;
  /** The answers that were found in the store afterwards. */
  readonly stored: number;
  /** What went wrong; empty when nothing did. */
  readonly wrong: readonly string[];
}

const command = ['call', '--kb', 'test/fixtures/desk', '--tree', 'wifi'];
/** Answers, steps, notes and going back, until it begins anew where it began: the call comes to no end by them. */
const script = ['1', '1', '1', 'b', 'b', 'n', 'she waits\r', 'b', 'b', '2', 'b'];

/**
 * Takes a call in a real terminal by a script, kills it with SIGKILL after `milliseconds`, and looks whether everything is
 * in the store that the screen had acknowledged, and whether the call can be gone on with.
 */
export async function killAfter(milliseconds: number, { home, database }: Place): Promise<Killed> {
  const env = {
    ...process.env,
    FAULTLINE_HOME: home,
    ...(database === undefined ? {} : { FAULTLINE_DATABASE: database }),
  };
  const caller = `Caller ${home.slice(-6)}`;
  const terminal = spawn(process.execPath, ['bin/faultline.js', ...command, '--caller', caller], {
    cols: 80,
    rows: 24,
    env: env as Record<string, string>,
  });
  let screen = '';
  terminal.onData((data) => {
    screen += data;
  });
  const ended = new Promise<void>((resolve) => terminal.onExit(() => resolve()));
  while (!screen.includes('all keys')) await pause(20);
  // What the script has entered and the screen has answered: a key is sent only when the one before was.
  let acknowledged = 0;
  let isKilled = false;
  const kill = pause(milliseconds).then(() => {
    isKilled = true;
    process.kill(terminal.pid, 'SIGKILL');
  });
  for (let at = 0; !isKilled; at = (at + 1) % script.length) {
    const key = script[at] as string;
    const before = screen.length;
    const turn = turnOn(screen);
    terminal.write(key);
    // The screen is painted anew every second, so that only another turn shows that the key was taken.
    const isTaken = (): boolean => {
      if (key === 'n') return screen.slice(before).includes('Note:');
      return key.endsWith('\r') ? screen.slice(before).includes('Noted.') : turnOn(screen) !== turn;
    };
    while (!isKilled && !isTaken()) await pause(5);
    if (isTaken() && key !== 'n') acknowledged += 1;
    await pause(15);
  }
  await kill;
  await ended;
  return looked(acknowledged, caller, home, database, env);
}

/** The number of the turn that was painted last. */
function turnOn(screen: string): string | undefined {
  return [...screen.matchAll(/turn (\d+)/g)].at(-1)?.[1];
}

async function looked(
  acknowledged: number,
  caller: string,
  home: string,
  database: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<Killed> {
  const wrong: string[] = [];
  const store = await openStore(database ?? join(home, 'cases.db'));
  const [found] = await store.list({ caller }, { limit: 1 });
  const stored = found === undefined ? undefined : await store.read(found.number);
  await store.close();
  const count = stored?.session.events.filter((event) => !('resumed' in event)).length ?? 0;
  if (count < acknowledged) wrong.push(`${acknowledged} were acknowledged, and ${count} are stored`);
  // One more can be stored: it was killed before it could be shown.
  if (count > acknowledged + 1) wrong.push(`${count} are stored, and only ${acknowledged} were entered`);
  if (stored !== undefined && count > 0) {
    const again = await runProcess(
      ['call', '--kb', 'test/fixtures/desk', '--plain', '--resume', caseNumberInWords(stored.number)],
      'l\nq\n',
      home,
      env,
    );
    if (again.code > 1 || !again.stdout.includes('Taken up again'))
      wrong.push(`not resumed: ${again.stderr}${again.stdout.slice(-300)}`);
  }
  return { acknowledged, stored: count, wrong };
}
