import { createInterface, type Interface } from 'node:readline';
import type { Environment } from '../environment.js';

/** What was typed; `ahead` is a key that was pressed right after it, before there was a menu to press it for. */
export interface Typed {
  readonly text: string;
  readonly ahead: string;
  /** It was left by the key Escape. */
  readonly isLeft?: true;
}

/** What goes on around a text that is being typed. */
export interface Surroundings {
  /** Paints everything above the text, and leaves the cursor where the text begins. */
  repaint(): void;
  /** Told at every moment on how many lines the text stands. */
  grown(lines: number): void;
}

const pasteMode = { on: '\u001B[?2004h', off: '\u001B[?2004l' };
/** How long no further line has to come before a text counts as whole, in milliseconds. */
const rest = 100;

/**
 * Reads a text with the line reader of Node, which takes long texts quickly. What is pasted can have several lines and
 * is taken whole: none of it is left over to be taken for keys. Escape takes nothing. Undefined when input ends.
 */
export function readText(
  { stdin, stdout }: Pick<Environment, 'stdin' | 'stdout'>,
  message: string,
  { repaint, grown }: Surroundings,
): Promise<Typed | undefined> {
  return new Promise((resolve) => {
    const reader = createInterface({ input: stdin, output: stdout, terminal: true, historySize: 0 });
    const lines: string[] = [];
    let pasting = false;
    let over = false;
    let resting: NodeJS.Timeout | undefined;
    const end = (result: Typed | undefined): void => {
      if (over) return;
      over = true;
      clearTimeout(resting);
      stdin.off('keypress', watch);
      stdout.off('resize', again);
      stdout.write(pasteMode.off);
      reader.close();
      resolve(result);
    };
    const finish = (): void => {
      // A key or two after a single line were pressed for what comes next; more than that is the rest of a text.
      const ahead = lines.length === 1 && reader.line.length <= 2 ? reader.line : '';
      const text = (ahead === '' ? [...lines, reader.line] : lines).join('\n').trim();
      end({ text, ahead });
    };
    const again = (): void => {
      repaint();
      lineAgain(reader, stdout);
    };
    const watch = (_: unknown, key: { readonly name?: string; readonly ctrl?: boolean } | undefined): void => {
      if (key?.name === 'paste-start') pasting = true;
      if (key?.name === 'paste-end') pasting = false;
      if (key?.name === 'l' && key.ctrl === true) again();
      if (key?.name === 'escape' && !pasting) end({ text: '', ahead: '', isLeft: true });
      // Measured at rest only: a long text is pasted a key at a time.
      if (!pasting) grown(lines.length + reader.getCursorPos().rows + 1);
    };
    const stop = (): void => end(undefined);
    stdin.on('keypress', watch);
    stdout.on('resize', again);
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

/** Writes what has been typed so far anew, from where the cursor is. The reader first goes up to where it thinks it began. */
function lineAgain(reader: Interface, output: NodeJS.WritableStream): void {
  const { rows } = reader.getCursorPos();
  if (rows > 0) output.write('\n'.repeat(rows));
  reader.prompt(true);
}
