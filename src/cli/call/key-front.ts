import { createInterface } from 'node:readline';
import type { Environment } from '../environment.js';
import type { Style } from '../style.js';
import { Closed, type Front, type Menu, type Option } from './front.js';
import { matches } from './line-front.js';

/** Asks with single keys, arrows and a search list: for a terminal. inquirer is loaded when the first question is on the screen. */
export function keyFront(environment: Environment, style: Style): Front {
  const { stdin, stdout } = environment;
  const prompts = import('./key-prompt.js');
  // An error surfaces where the prompts are first awaited, not here.
  prompts.catch(() => undefined);
  const streams = { input: stdin, output: stdout };
  const guarded = async <T>(asking: Promise<T>): Promise<T> => {
    try {
      return await asking;
    } catch (error) {
      if (error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'CancelPromptError'].includes(error.name)) {
        throw new Closed();
      }
      throw error;
    }
  };
  return {
    show(text) {
      stdout.write(`${text}\n`);
    },
    async choose(menu: Menu) {
      const { keyPrompt } = await prompts;
      stdout.write(pasteMode.on);
      try {
        return await guarded(keyPrompt({ menu, style, columns: stdout.columns ?? 80 }, streams));
      } finally {
        stdout.write(pasteMode.off);
      }
    },
    async pick(message: string, options: readonly Option[]) {
      const { searchPrompt } = await prompts;
      const none = { name: 'None of these: go back', value: '' };
      const source = (term: string | undefined): { readonly name: string; readonly value: string }[] => {
        const found = term === undefined || term === '' ? options : matches(options, term);
        return [...found.map(({ id, label }) => ({ name: label, value: id })), none];
      };
      const chosen = await guarded(searchPrompt(message, source, streams));
      return chosen === '' ? undefined : chosen;
    },
    type: (message) => typed(environment, message),
    close() {
      stdout.write(showCursor);
    },
  };
}

const pasteMode = { on: '\u001B[?2004h', off: '\u001B[?2004l' };
const showCursor = '\u001B[?25h';

/**
 * Reads a text with the line reader of Node, which takes long texts quickly. What is pasted can have several lines and
 * is taken whole: none of it is left over to be taken for keys.
 */
function typed(environment: Environment, message: string): Promise<string | undefined> {
  const { stdin, stdout } = environment;
  return new Promise((resolve, reject) => {
    const reader = createInterface({ input: stdin, output: stdout, terminal: true, historySize: 0 });
    const lines: string[] = [];
    let pasting = false;
    let over = false;
    const end = (then: () => void): void => {
      if (over) return;
      over = true;
      stdin.off('keypress', watch);
      stdout.write(pasteMode.off);
      reader.close();
      then();
    };
    const finish = (): void => {
      const text = [...lines, reader.line].join('\n').trim();
      end(() => resolve(text === '' ? undefined : text));
    };
    const watch = (_: unknown, key: { readonly name?: string } | undefined): void => {
      if (key?.name === 'paste-start') pasting = true;
      if (key?.name === 'paste-end') pasting = false;
    };
    const stop = (): void => end(() => reject(new Closed()));
    stdin.on('keypress', watch);
    stdout.write(pasteMode.on);
    reader.on('line', (line) => {
      lines.push(line);
      // Terminals that do not mark what is pasted send all of its lines at once.
      if (!pasting) setImmediate(finish);
    });
    reader.on('SIGINT', stop);
    reader.on('close', stop);
    reader.setPrompt(`${message} `);
    reader.prompt();
  });
}
