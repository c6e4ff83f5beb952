import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** How a PostgreSQL for tests is set. */
export interface PostgresSettings {
  /** Whether what it has confirmed has to survive a power cut: slower, and only needed where that is looked at. */
  readonly durable?: boolean;
  /** How many connections it takes at once; 100 where nothing is said. */
  readonly connections?: number;
}

/** A real PostgreSQL in a folder of its own, which is gone when it ends. */
export interface PostgresServer {
  /** The address of a database in it; without a name, of the one that is always there. */
  readonly url: (database?: string) => string;
  /** Its password, for tests that look for it where it must not be. */
  readonly password: string;
  /** Stops it as a machine that loses its connections would, and keeps what is stored. */
  readonly stop: () => Promise<void>;
  /** Starts it again after `stop`, on the same port with what was stored. */
  readonly start: () => Promise<void>;
  /** Stops it and removes its folder. The same happens when this process ends in any way, or is killed. */
  readonly end: () => Promise<void>;
}

const keeper = fileURLToPath(new URL('postgres-keeper.js', import.meta.url));

/**
 * Starts a PostgreSQL on a free port. It is run by a process beside this one that ends it as soon as this one is gone.
 * @throws Error when it does not start: what is missing, and where to look.
 */
export async function startPostgres(settings: PostgresSettings = {}): Promise<PostgresServer> {
  // In a group of its own: an interrupt at the keyboard must not reach it before those who use it.
  const child = spawn(process.execPath, [keeper, JSON.stringify(settings)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  // It keeps nobody from ending: with the end of this process its input ends, and so does it.
  child.unref();
  const [input, output] = [child.stdin, child.stdout] as unknown as [Socket, Socket];
  input.unref();
  input.on('error', () => undefined);
  const lines = createInterface({ input: output })[Symbol.asyncIterator]();
  const told = async (): Promise<Told> => {
    output.ref();
    const { value, done } = await lines.next();
    output.unref();
    if (done === true) throw new Error('The process that runs PostgreSQL for the tests has ended.');
    const answer = JSON.parse(value) as Told;
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  };
  const tell = async (command: string): Promise<void> => {
    input.write(`${command}\n`);
    await told();
  };
  const { port = 0, password = '' } = await told();
  return {
    url: (database = 'postgres') => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    password,
    stop: () => tell('stop'),
    start: () => tell('start'),
    end: () =>
      new Promise((resolve) => {
        child.ref();
        child.once('exit', () => resolve());
        input.end();
      }),
  };
}

interface Told {
  readonly port?: number;
  readonly password?: string;
  readonly error?: string;
}
