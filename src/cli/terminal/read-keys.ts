import { emitKeypressEvents } from 'node:readline';
import type { Environment } from '../environment.js';

/** A key that was pressed. */
export interface Key {
  /** Its name, such as `up` or `return`, or the character itself in small letters. */
  readonly name: string;
  readonly control: boolean;
}

/** What is done with keys. */
export interface Listener {
  key(key: Key): void;
  /** Text was pasted: none of it is taken for keys. */
  pasted(): void;
  /** Input has ended. */
  ended(): void;
}

interface Keypress {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

const pasteMode = { on: '\u001B[?2004h', off: '\u001B[?2004l' };
/** More characters than this in one go are not pressed by a person: a terminal that does not mark it has pasted them. */
const mostAtOnce = 4;

/** Listens to single keys. @returns what ends it; nothing is read after that. */
export function readKeys({ stdin, stdout }: Pick<Environment, 'stdin' | 'stdout'>, listener: Listener): () => void {
  let pasting = false;
  let burst: Key[] = [];
  let over = false;
  const handle = (): void => {
    const keys = burst;
    burst = [];
    if (keys.filter(({ name }) => name.length === 1 || name === 'return').length > mostAtOnce) {
      listener.pasted();
      return;
    }
    for (const key of keys) if (!over) listener.key(key);
  };
  const press = (
    character: string | undefined,
    { name, sequence = '', ctrl = false, meta = false }: Keypress,
  ): void => {
    if (name === 'paste-start' || name === 'paste-end') {
      pasting = name === 'paste-start';
      if (!pasting) listener.pasted();
      return;
    }
    // The key Escape alone comes with the mark of the key Alt.
    if (pasting || (meta && name !== 'escape')) return;
    if (burst.length === 0) setImmediate(handle);
    burst.push({ name: (name ?? character ?? sequence).toLowerCase(), control: ctrl });
  };
  const end = (): void => {
    if (over) return;
    listener.ended();
  };
  emitKeypressEvents(stdin);
  stdin.setRawMode?.(true);
  stdin.on('keypress', press);
  stdin.on('end', end);
  stdout.write(pasteMode.on);
  stdin.resume();
  return () => {
    over = true;
    stdin.off('keypress', press);
    stdin.off('end', end);
    stdout.write(pasteMode.off);
    stdin.pause();
  };
}
