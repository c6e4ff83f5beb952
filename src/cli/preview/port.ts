import type { Server } from 'node:http';
import { Misuse } from '../exit.js';

/** Where the preview is found when nothing else is said. */
export const usualPort = 4747;

/** So many ports after the usual one are tried when it is taken. */
const tried = 20;

/** The port that was named; undefined where none was. @throws Misuse when it is none. */
export function portGiven(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Misuse(`--port takes a number from 1 to 65535 (0: any that is free), not "${text}".`);
}

/** Lets a server listen on this machine alone: at the port that was named, or at the first free one from the usual. @throws Misuse */
export async function listenAt(server: Server, named: number | undefined): Promise<number> {
  const first = named ?? usualPort;
  const last = named ?? usualPort + tried;
  for (let port = first; port <= last; port += 1) {
    const code = await listened(server, port);
    if (code === undefined) return (server.address() as { readonly port: number }).port;
    if (code === 'EACCES')
      throw new Misuse(`Port ${port} may not be used here: choose one above 1023, such as --port ${usualPort}.`);
    if (code !== 'EADDRINUSE') throw new Misuse(`The preview cannot be opened at port ${port}: ${code}.`);
    if (named !== undefined)
      throw new Misuse(
        `Port ${port} is taken, perhaps by another preview. Choose another (--port ${port < 65_535 ? port + 1 : usualPort}), or leave --port away: then the next free one is taken.`,
      );
  }
  throw new Misuse(`The ports from ${first} to ${last} are all taken: choose another with --port.`);
}

/** @returns why it does not listen. */
function listened(server: Server, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(error.code ?? error.message);
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(undefined);
    });
  });
}
