import { nearest } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { knowledgeFolder } from '../knowledge-folder.js';
import { untilLeft } from '../until-left.js';
import { watchFolder } from '../watch-folder.js';
import { openKnowledge, type WrittenKnowledge } from './knowledge.js';
import { openListeners } from './listeners.js';
import { listenAt, portGiven } from './port.js';
import { previewServer } from './server.js';

/** What was given on the command line. */
export interface PreviewOptions {
  readonly tree?: string;
  readonly port?: string;
}

/** Shows a knowledge base in a browser while it is written, until somebody has enough. @returns the exit code. @throws Misuse */
export async function runPreviewCommand(
  directory: string | undefined,
  { tree, port }: PreviewOptions,
  environment: Environment,
): Promise<number> {
  const named = portGiven(port);
  const folder = knowledgeFolder(directory);
  const { now: clock, stdout } = environment;
  const written = openKnowledge(folder, clock().replace(/\D/g, ''), clock);
  const listeners = openListeners();
  const server = previewServer({ written, folder, clock }, listeners);
  const watching = await watchFolder(folder, async () => {
    await written.load();
    listeners.tell(written.version());
  });
  try {
    checkTree(written, tree);
    const at = await listenAt(server, named);
    stdout.write(
      `http://127.0.0.1:${at}/${tree === undefined ? '' : `#${tree}`}   Open it in a browser; q or Ctrl-C ends it.\n`,
    );
    await untilLeft(environment, Promise.race([watching.ended, interrupted()]));
  } finally {
    watching.close();
    server.close();
    server.closeAllConnections();
  }
  return exit.fine;
}

function checkTree(written: WrittenKnowledge, tree: string | undefined): void {
  const { trees } = written.now();
  if (tree === undefined || trees.some(({ id }) => id === tree)) return;
  const near = nearest(
    tree,
    trees.map(({ id }) => id),
  );
  throw new Misuse(`There is no tree "${tree}".${near === undefined ? '' : ` Did you mean "${near}"?`}`);
}

/** Where input is no terminal, Ctrl-C is no key but a signal. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
