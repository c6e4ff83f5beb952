import { createInterface } from 'node:readline';
import type { Environment } from '../environment.js';
import type { Style } from '../style.js';
import { Closed, type Front, type Menu, type Option } from './front.js';
import { matches } from './line-front.js';

/** Asks with single keys, arrows and a search list: for a terminal. inquirer is loaded when the first question is on the screen. */
export function keyFront(environment: Environment, style: Style): Front {
  const { stdin, stdout } = environment;
  const prompts = import('./key-prompt.js');
  const searching = () => import('./search-prompt.js');
  // An error surfaces where the prompts are first awaited, not here.
  prompts.catch(() => undefined);
  // A key that was pressed right after a text, before there was a menu to press it for.
  let ahead = '';
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
      const pressed = [...menu.options, ...menu.commands].find(({ key }) => key !== undefined && key === ahead);
      ahead = '';
      if (pressed !== undefined) {
        stdout.write(`  ${style.chosen(pressed.label)}\n`);
        return pressed.id;
      }
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
      ahead = '';
      const none = { name: 'None of these: go back', value: '' };
      const source = (term: string | undefined): { readonly name: string; readonly value: string }[] => {
        const found = term === undefined || term === '' ? options : matches(options, term);
        return [...found.map(({ id, label }) => ({ name: label, value: id })), none];
      };
      const chosen = await guarded(searchPrompt(message, source, streams));
      return chosen === '' ? undefined : chosen;
    },
    async find(message, first, look) {
      const { searchAsTyped } = await searching();
      ahead = '';
      const { columns = 80, rows = 24 } = stdout;
      stdout.write(pasteMode.on);
      try {
        return await guarded(searchAsTyped({ message, first, look, style, columns, rows }, streams));
      } finally {
        stdout.write(pasteMode.off);
      }
    },
    async type(message) {
      const typing = await typed(environment, message);
      ({ ahead } = typing);
      return typing.text === '' ? undefined : typing.text;
    },
    close() {
      stdout.write(showCursor);
    },
  };
}

const pasteMode = { on: '\u001B[?2004h', off: '\u001B[?2004l' };
/** How long no further line has to come before a text counts as whole, in milliseconds. */
const rest = 100;
const clearLine = '\r\u001B[K';
const showCursor = '\u001B[?25h';

/**
 * Reads a text with the line reader of Node, which takes long texts quickly. What is pasted can have several lines and
 * is taken whole: none of it is left over to be taken for keys.
 */
function typed(environment: Environment, message: string): Promise<{ readonly text: string; readonly ahead: string }> {
  const { stdin, stdout } = environment;
  return new Promise((resolve, reject) => {
    const reader = createInterface({ input: stdin, output: stdout, terminal: true, historySize: 0 });
    const lines: string[] = [];
    let pasting = false;
    let over = false;
    let resting: NodeJS.Timeout | undefined;
    const end = (then: () => void): void => {
      if (over) return;
      over = true;
      clearTimeout(resting);
      stdin.off('keypress', watch);
      stdout.write(pasteMode.off);
      reader.close();
      then();
    };
    const finish = (): void => {
      // A key or two after a single line were pressed for what comes next; more than that is the rest of a text.
      const ahead = lines.length === 1 && reader.line.length <= 2 ? reader.line : '';
      const text = (ahead === '' ? [...lines, reader.line] : lines).join('\n').trim();
      if (ahead !== '') stdout.write(clearLine);
      end(() => resolve({ text, ahead }));
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
      // Terminals that do not mark what is pasted send its lines one right after the other.
      clearTimeout(resting);
      if (!pasting) resting = setTimeout(finish, rest);
    });
    reader.on('SIGINT', stop);
    reader.on('close', stop);
    reader.setPrompt(`${message} `);
    reader.prompt();
  });
}
