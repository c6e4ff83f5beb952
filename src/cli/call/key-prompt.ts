import type { Environment } from '../environment.js';
import type { Style } from '../style.js';
import { type Canvas, type Key, readKeys } from '../terminal/index.js';
import { commandTable } from './command-table.js';
import { type Countdown, toggled } from './countdown.js';
import { type Frame, firstLine, frameOf, type View } from './frame.js';
import { Closed, type Menu, type Option } from './front.js';
import { helpPages } from './help.js';
import { leave } from './menu.js';

/** Where a menu is shown. */
export interface Table {
  readonly environment: Environment;
  readonly canvas: Canvas;
  readonly style: Style;
  /** The screen without the menu. */
  view(): View;
  /** The countdown of a wait, as it stands, and after a key has changed it. */
  countdown(): Countdown | undefined;
  count(countdown: Countdown): void;
  /** Takes away what was shown. */
  dismiss(): void;
  /** Done every second: tells when the time of a countdown is up. */
  tick(): void;
}

const pasteProblem = 'Pasted text is not taken for keys.';
const whereToPaste = ' Press h first for what the caller said, n for a note.';

/**
 * Asks for one of a menu by a single key, or by arrows and Enter. A wrong key says so and changes nothing.
 * @throws Closed when input ends
 */
export function keyPrompt(menu: Menu, table: Table): Promise<Option> {
  const { environment, canvas, style } = table;
  const { options, commands } = menu;
  let active = 0;
  let problem = '';
  let page: number | undefined;
  let over = false;
  let from: number | undefined;
  let turned: Frame['pages'] = { up: 0, down: 0 };
  const view = (): View => {
    const counting = table.countdown();
    return {
      ...table.view(),
      menu,
      active,
      problem,
      ...(from === undefined ? {} : { from }),
      ...(counting === undefined ? {} : { countdown: counting }),
    };
  };
  const paint = (): void => {
    const size = canvas.size();
    const pages = page === undefined ? [] : helpPages(menu, size, style);
    if (page !== undefined && pages[page] !== undefined) {
      canvas.paint(pages[page] ?? [], (pages[page]?.length ?? 1) - 1);
      return;
    }
    page = undefined;
    const frame = frameOf(view(), size, style);
    turned = frame.pages;
    canvas.paint(frame.lines, frame.cursor);
  };
  const again = (): void => {
    canvas.forget();
    paint();
  };
  return new Promise((resolve, reject) => {
    const finish = (end: () => void): void => {
      over = true;
      stopReading();
      stopTicking();
      stopWatching();
      end();
    };
    const choose = (option: Option): void => finish(() => resolve(option));
    const byName = (name: string): void => {
      const counting = table.countdown();
      const found =
        [...options, ...commands].find(({ key, id }) => key === name || (name === 'escape' && id === leave)) ??
        (isEnter(name) && options[active]);
      problem = '';
      if (found) choose(found);
      else if (name === 'up' || name === 'down') active = moved(active, name === 'up' ? -1 : 1, options.length);
      else if (name === 'pageup' || name === 'pagedown') from = name === 'pageup' ? turned.up : turned.down;
      else if (name === 'escape') table.dismiss();
      else if (name === '?') page = 0;
      else if ((name === 'space' || name === ' ') && counting !== undefined)
        table.count(toggled(counting, Date.parse(environment.now())));
      else problem = `${wrongKey(style.clean(name).slice(0, 10))} Press ? to see all keys.`;
    };
    const press = ({ name, control }: Key): void => {
      if (control && name === 'c') finish(() => reject(new Closed()));
      else if (control && name === 'l') again();
      else if (!control) {
        if (page === undefined) byName(name);
        else page += 1;
        if (!over) paint();
      }
    };
    const stopReading = readKeys(environment, {
      key: press,
      pasted() {
        problem = menu.words === undefined ? pasteProblem : pasteProblem + whereToPaste;
        paint();
      },
      ended: () => finish(() => reject(new Closed())),
    });
    const stopWatching = canvas.onResize(again);
    const stopTicking = environment.everySecond(() => {
      table.tick();
      if (page !== undefined) return;
      if (table.countdown() !== undefined) paint();
      else canvas.paintLine(0, firstLine(view(), canvas.size(), style) ?? '');
    });
    paint();
  });
}

/** What there is to say about a key that is not in the menu: some are in others. */
function wrongKey(name: string): string {
  const [, command] = Object.entries(commandTable).find(([key]) => key === name) ?? [];
  return command === undefined
    ? `No choice is on the key ${name}.`
    : `The key ${name}, ${command.label}, does nothing here.`;
}

function isEnter(name: string): boolean {
  return name === 'return' || name === 'enter';
}

function moved(active: number, by: 1 | -1, count: number): number {
  return count === 0 ? 0 : (active + by + count) % count;
}
