import type { Environment } from '../environment.js';
import { printable } from '../printable.js';
import type { Style } from '../style.js';
import { canvasOn, readText } from '../terminal/index.js';
import { type Countdown, countdownOf, isToTell } from './countdown.js';
import { firstLine, frameOf, keptLines, type View } from './frame.js';
import { Closed, type Front, type Listing, type Menu, type Option } from './front.js';
import { keyPrompt } from './key-prompt.js';
import { matches } from './line-front.js';
import { leave } from './menu.js';
import type { Streams } from './pick-prompt.js';
import type { Scene } from './scene.js';

/** Lines that a list to search in needs at least, with what stands around it. */
const searchRows = 13;

/**
 * Asks with single keys, arrows and a search list: for a terminal. The screen is painted whole for every scene; what was on
 * it stays above, to scroll back to. inquirer is loaded when the first question is on the screen.
 */
export function keyFront(environment: Environment, style: Style): Front {
  const { stdin, stdout } = environment;
  const canvas = canvasOn(environment);
  const searching = { typed: () => import('./search-prompt.js'), listed: () => import('./pick-prompt.js') };
  let scene: Scene | undefined;
  let fresh: string[] = [];
  let endsFirst = false;
  let isAnswered = false;
  // What was shown and chosen in this scene, for those who scroll back.
  let done: string[] = [];
  let countdown: Countdown | undefined;
  // A key that was pressed right after a text, before there was a menu to press it for.
  let ahead = '';

  const view = (): View => ({
    scene,
    messages: fresh,
    endsFirst,
    active: 0,
    problem: '',
    now: Date.parse(environment.now()),
    ...(countdown === undefined ? {} : { countdown }),
  });
  /** `label` is what is kept of it; nothing of a command, of which its result is kept. */
  const answered = (label: string | undefined): void => {
    isAnswered = true;
    if (label !== undefined) done.push(style.chosen(label));
  };
  const kept = (): readonly string[] =>
    scene === undefined ? done : keptLines(scene, done, view(), canvas.size(), style);
  /** Paints what stands above a prompt of its own, which needs so many rows. @returns how many lines that takes. */
  const paintAbove = (rows: number, hint = ''): number => {
    const size = canvas.size();
    const { countdown: _, ...still } = view();
    const { lines } = frameOf(still, { ...size, rows: Math.max(Math.floor(size.rows / 2), size.rows - rows) }, style);
    canvas.forget();
    const whole = [...lines, '', ...(hint === '' ? [] : [hint]), ''];
    canvas.paint(whole, whole.length - 1);
    canvas.forget();
    return whole.length - 1;
  };
  const tick = (): void => {
    if (countdown === undefined || !isToTell(countdown, Date.parse(environment.now()))) return;
    countdown = { ...countdown, told: true };
    stdout.write(bell);
  };
  /** The time on call goes on while something is typed below it, as long as nothing has scrolled. */
  const ticking = (fits: () => boolean): (() => void) =>
    environment.everySecond(() => {
      tick();
      const line = firstLine(view(), canvas.size(), style);
      if (line !== undefined && fits()) canvas.paintLine(0, line);
    });
  /** Asks by a prompt of inquirer, which is opened anew whenever the size changes. */
  const prompted = async <T>(open: (context: Streams) => Promise<T>): Promise<T> => {
    for (;;) {
      const resized = new AbortController();
      const stopWatching = canvas.onResize(() => resized.abort());
      const stopTicking = ticking(() => true);
      try {
        return await open({ input: stdin, output: stdout, signal: resized.signal });
      } catch (error) {
        if (!(error instanceof Error) || !endings.includes(error.name)) throw error;
        if (!resized.signal.aborted) throw new Closed();
      } finally {
        stopTicking();
        stopWatching();
        canvas.forget();
      }
    }
  };
  return {
    scene(next) {
      if (scene !== undefined) canvas.scrollAway(kept());
      scene = next;
      done = [];
      if (isAnswered) fresh = [];
      isAnswered = false;
    },
    show(text, order) {
      if (isAnswered) fresh = [];
      isAnswered = false;
      endsFirst = order === 'end first';
      fresh.push(text);
      done.push(text);
    },
    copy(text) {
      stdout.write(toClipboard(text));
    },
    async choose(menu: Menu) {
      const { wait } = menu;
      // A menu opened in between, which takes no words, does not end a wait.
      if (wait !== undefined && countdown?.wait.key !== wait.key) countdown = countdownOf(wait);
      if (wait === undefined && menu.words !== undefined) countdown = undefined;
      const pressed = [...menu.options, ...menu.commands].find(({ key }) => key !== undefined && key === ahead);
      ahead = '';
      const chosen =
        pressed ??
        (await keyPrompt(menu, {
          environment,
          canvas,
          style,
          view,
          countdown: () => (wait === undefined ? undefined : countdown),
          count: (counted) => {
            countdown = counted;
          },
          dismiss: () => {
            fresh = [];
          },
          tick,
        }));
      // What was asked in between is over.
      if (chosen.id === leave) fresh = [];
      answered(menu.options.some(({ id }) => id === chosen.id) ? chosen.label : undefined);
      return chosen.id;
    },
    async pick(message: string, options: readonly Option[]) {
      const { searchPrompt } = await searching.listed();
      ahead = '';
      const none = { name: 'None of these: go back', value: '' };
      let letters = '';
      const source = (term = ''): { readonly name: string; readonly value: string }[] => {
        letters = term;
        const found = term === '' ? options : matches(options, term);
        return [...found.map(({ id, label }) => ({ name: style.clean(label), value: id })), none];
      };
      const chosen = await prompted((context) => {
        const used = paintAbove(searchRows);
        const { columns, rows } = canvas.size();
        const keysHelpTip = (): string => style.keys(listKeys, columns - 2);
        const theme = { prefix: '', icon: { cursor: style.pointer }, style: { keysHelpTip } };
        return unlessLeft(context, (streams) =>
          searchPrompt(
            { message, source, pageSize: Math.max(3, rows - used - 4), initialValue: letters, theme },
            streams,
          ),
        );
      });
      const label = options.find(({ id }) => id === chosen)?.label;
      answered(`${message} ${label ?? none.name}`);
      return label === undefined ? undefined : chosen;
    },
    async find(message, first, look) {
      const { searchAsTyped } = await searching.typed();
      ahead = '';
      let words = first;
      const found = (typed: string): Listing => {
        words = typed;
        return look(typed);
      };
      stdout.write(pasteMode.on);
      try {
        const sought = await prompted((context) => {
          const { columns, rows } = canvas.size();
          const room = { columns, rows: rows - paintAbove(searchRows) };
          return searchAsTyped({ message, first: words, look: found, style, ...room }, context);
        });
        answered(`${message} ${sought.typed}`);
        return sought;
      } finally {
        stdout.write(pasteMode.off);
      }
    },
    async type(message, isOptional = false) {
      let below = 0;
      let lines = 1;
      const repaint = (): void => {
        const { columns, rows } = canvas.size();
        below = rows - paintAbove(4, style.keys(textKeys, columns - 2));
      };
      repaint();
      const stop = ticking(() => lines < below);
      const typed = await readText(environment, style.clean(message), {
        repaint,
        grown: (now) => {
          lines = now;
        },
      });
      stop();
      canvas.forget();
      if (typed === undefined) throw new Closed();
      ({ ahead } = typed);
      const { text, isLeft = false } = typed;
      answered(text === '' ? undefined : `${message} ${text}`);
      return isLeft || (text === '' && !isOptional) ? undefined : text;
    },
    close() {
      canvas.leave(kept());
      stdin.setRawMode?.(false);
      stdout.write(showCursor);
    },
  };
}

/** What puts a text into the clipboard of most terminals, also from another machine (OSC 52). */
function toClipboard(text: string): string {
  return `\u001B]52;c;${Buffer.from(printable(text)).toString('base64')}\u0007`;
}

const away = [
  { key: 'Esc', label: 'go back', rank: 1 },
  { key: 'Ctrl-C', label: 'quit', rank: 2 },
];
const listKeys = [{ key: 'Enter', label: 'choose', rank: 3 }, { key: 'Up Down', label: 'move', rank: 4 }, ...away];
const textKeys = [{ key: 'Enter', label: 'take it', rank: 3 }, ...away];

/** Asks, and takes the key Escape for an empty answer. */
async function unlessLeft(context: Streams, ask: (streams: Streams) => Promise<string>): Promise<string> {
  const left = new AbortController();
  const leaveBy = (_: unknown, key: { readonly name?: string } | undefined): void => {
    if (key?.name === 'escape') left.abort();
  };
  context.input.on('keypress', leaveBy);
  try {
    return await ask({ ...context, signal: AbortSignal.any([context.signal, left.signal]) });
  } catch (error) {
    if (left.signal.aborted) return '';
    throw error;
  } finally {
    context.input.off('keypress', leaveBy);
  }
}

/** How prompts of inquirer end without an answer. */
const endings = ['ExitPromptError', 'AbortPromptError', 'CancelPromptError'];
const pasteMode = { on: '\u001B[?2004h', off: '\u001B[?2004l' };
const bell = '\u0007';
const showCursor = '\u001B[?25h';
