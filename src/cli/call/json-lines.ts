import type { Environment } from '../environment.js';

/** JSON in both directions, one object a line. */
export interface Door {
  put(value: object): Promise<void>;
  /** The next line that comes in; undefined when input has ended. */
  next(): Promise<Line | undefined>;
}

/** One line: an object, or why it is none. */
export type Line = { readonly value: object } | { readonly refused: string };

const longestLine = 200_000;

/** Opens the door. Nothing is read before the first line is asked for. */
export function openDoor({ stdin, stdout }: Environment): Door {
  const put = async (value: object): Promise<void> => {
    if (!stdout.write(`${JSON.stringify(value)}\n`)) await new Promise((resolve) => stdout.once('drain', resolve));
  };
  const lines = linesOf(stdin);
  return { put, next: async () => (await lines.next()).value };
}

async function* linesOf(stdin: Environment['stdin']): AsyncGenerator<Line, undefined> {
  // Loaded only now, so that the first question does not wait for it.
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: stdin, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) if (line.trim() !== '') yield parse(line);
  return undefined;
}

function parse(line: string): Line {
  if (line.length > longestLine) return { refused: `A line has at most ${longestLine} characters.` };
  try {
    // Trimmed, since a program on Windows may begin with a mark of the byte order.
    const value: unknown = JSON.parse(line.trim());
    if (typeof value === 'object' && value !== null) return { value };
  } catch {
    return { refused: 'The line is not JSON.' };
  }
  return { refused: 'An event is a JSON object, such as {"answer":"yes"}.' };
}
