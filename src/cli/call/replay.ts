import { readFileSync } from 'node:fs';
import { type Input, type KnowledgeBase, parseSession, type Session, step } from '../../index.js';
import { Misuse } from '../exit.js';

/** What is played again before the call goes on by hand: a whole session, or events as the JSON door takes them. */
export type Replay = { readonly session: Session } | { readonly inputs: readonly Input[] };

/** Reads a file with one event a line, or with a session. @throws Misuse when it is neither. */
export function readReplay(file: string): Replay {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Misuse(`The file "${file}" cannot be read.`);
  }
  const parsed = parseSession(text);
  if ('session' in parsed) return parsed;
  const lines = text.split('\n');
  const inputs = lines.flatMap((line, index): readonly Input[] => {
    if (line.trim() === '') return [];
    const value = eventIn(line);
    if (value === undefined)
      throw new Misuse(`"${file}", line ${index + 1}: an event is a JSON object, such as {"answer":"yes"}.`);
    return [value];
  });
  return { inputs };
}

function eventIn(line: string): Input | undefined {
  try {
    const value: unknown = JSON.parse(line.trim());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : undefined;
  } catch {
    return undefined;
  }
}

/** The session after these inputs. @throws Misuse when one of them cannot be taken. */
export async function replayed(
  kb: KnowledgeBase,
  session: Session,
  inputs: readonly Input[],
  at: string,
): Promise<Session> {
  const { maskInput } = await import('./masked.js');
  let now = session;
  for (const [index, input] of inputs.entries()) {
    const taken = await step(kb, now, maskInput(kb, input), at);
    if (taken.refused !== undefined) throw new Misuse(`--replay, event ${index + 1}: ${taken.refused}`);
    now = taken.session;
  }
  return now;
}
