import { createServer } from 'node:net';
import { type PostgresServer, startPostgres } from './postgres.js';

/**
 * Run before the test files: whoever asks at the port in `FAULTLINE_TEST_POSTGRES` hears the address of the one
 * PostgreSQL of this run, which is started when the first one asks.
 */
export function sharePostgres(): Promise<void> {
  let server: Promise<PostgresServer> | undefined;
  const door = createServer((socket) => {
    socket.on('error', () => undefined);
    server ??= startPostgres();
    server.then(
      ({ url }) => socket.end(JSON.stringify({ url: url() })),
      (error: Error) => socket.end(JSON.stringify({ error: error.message })),
    );
  });
  return new Promise((resolve) => {
    door.listen(0, '127.0.0.1', () => {
      process.env.FAULTLINE_TEST_POSTGRES = String((door.address() as { port: number }).port);
      resolve();
    });
    door.unref();
  });
}
