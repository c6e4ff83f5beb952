import { stripVTControlCharacters } from 'node:util';
import type { Style } from '../style.js';
import { cutRight, type Size, wrapped } from '../terminal/index.js';
import { type Countdown, clockTime, countdownInWords, secondsLeft } from './countdown.js';
import { type Block, fitBlocks } from './fit-blocks.js';
import type { Menu } from './front.js';
import { factsLine, openLine, titleLine, wayLine } from './header.js';
import { optionLines } from './option-lines.js';
import type { Scene } from './scene.js';
import { besideText } from './side-column.js';

/** Everything that a screen is made of. */
export interface View {
  readonly scene: Scene | undefined;
  /** What was shown since the last answer, styled already. */
  readonly messages: readonly string[];
  /** From which line on a text that does not fit is shown; without it from where it begins to be read. */
  readonly from?: number;
  /** What was shown is read from its end. */
  readonly endsFirst?: boolean;
  readonly menu?: Menu;
  /** Which of the options Enter chooses. */
  readonly active: number;
  readonly problem: string;
  readonly countdown?: Countdown;
  /** The time on the clock, in milliseconds. */
  readonly now: number;
}

/** A screen: its lines from the top, and the line on which the cursor rests. */
export interface Frame {
  readonly lines: readonly string[];
  readonly cursor: number;
  /** From which line on the text that does not fit is shown a page further up and further down. */
  readonly pages: Pages;
}

interface Pages {
  readonly up: number;
  readonly down: number;
}

const helpKey = { key: '?', label: 'all keys', rank: 0 };

/** From this width on, what is known and the way so far stand beside the text. */
const wide = 110;
const leftWidth = 76;
/** From this height on, the way so far stands below the choices where there is room. */
const tall = 30;

/** Lays out a screen. What is said and the choices are always on it; the rest gives way where there is no room, or is read page by page. */
export function frameOf(view: View, size: Size, style: Style): Frame {
  const { scene, menu, problem, countdown, now } = view;
  const head = scene === undefined ? [] : headOf(view, scene, size, style);
  const shown = view.messages.flatMap((message) => wrapped(message, leftColumns(size) - 1));
  const messages = shown.length === 0 ? [] : ['', ...shown];
  const options = menu === undefined ? [] : optionLines(menu.options, view.active, style, leftColumns(size));
  const foot = menu === undefined ? [] : [style.keys([...menu.commands, helpKey], size.columns - 2)];
  const above: string[] = [];
  if (countdown !== undefined)
    above.push(
      '',
      style.countdown(countdownInWords(countdown, now, menu?.wait !== undefined), secondsLeft(countdown, now) === 0),
    );
  if (problem !== '') above.push('', ...style.problem(problem).split('\n'));
  const rows = size.rows - foot.length;
  const start = view.from ?? (view.endsFirst === true ? messages.length : 0);
  let pages: Pages = { up: start, down: start };
  const page = (text: readonly string[], room: number): readonly string[] => {
    const shown = Math.max(1, room - 1);
    const last = Math.max(0, text.length - shown);
    const from = Math.min(start, last);
    pages = { up: Math.max(0, from - shown + 1), down: Math.min(last, from + Math.max(1, shown - 1)) };
    const more = [
      ...(from === 0 ? [] : [`PgUp: ${from} lines above`]),
      ...(from === last ? [] : [`PgDn: ${last - from} more lines`]),
    ];
    return [...text.slice(from, from + shown), style.dim(`    … ${more.join(', ')}`)].slice(0, room);
  };
  const choice: Block = {
    lines: options.flatMap(({ lines }) => lines),
    rank: 2,
    least: Math.min(Math.max(4, Math.floor(rows / 2) - 2), options.flatMap(({ lines }) => lines).length),
    shortened: (room) =>
      windowOf(
        options.map(({ lines }) => lines),
        view.active,
        room,
        style,
      ),
  };
  const blocks: Block[] = [
    ...head,
    ...(scene === undefined ? [] : bodyOf(scene, style, messages.length === 0 ? page : undefined)),
    {
      lines: messages,
      rank: 3,
      least: Math.min(Math.floor(rows / 4), messages.length),
      shortened: (room) => page(messages.slice(1), room),
    },
    ...(menu === undefined ? [] : [{ lines: [''], rank: 9 }]),
    choice,
    { lines: above, rank: 0, least: above.length },
  ];
  const lines = [...fitBlocks(blocks, rows)];
  const cursor = Math.max(
    0,
    lines.findLastIndex((line) => stripVTControlCharacters(line).startsWith(`  ${style.pointer} `)),
  );
  if (menu !== undefined) {
    const free = rows - lines.length;
    if (scene !== undefined && size.columns < wide && size.rows >= tall)
      lines.push(...historyBelow(scene, free, style));
    while (lines.length < rows) lines.push('');
  }
  const besides = size.columns >= wide && scene !== undefined && menu !== undefined;
  const whole = besides ? besideText(lines, head.length, leftWidth, scene, size, style) : lines;
  return { lines: [...whole, ...foot], cursor, pages };
}

/** The first line of a screen alone: it changes every second. */
export function firstLine({ scene, countdown, now }: View, size: Size, style: Style): string | undefined {
  if (scene === undefined) return undefined;
  const left = countdown?.since === undefined ? undefined : secondsLeft(countdown, now);
  const waiting = left === undefined ? undefined : left === 0 ? 'over' : clockTime(left);
  return titleLine(scene, size, style, now, waiting);
}

/** What is kept of a scene above the screen: what was said, and what was done with it. */
export function keptLines(
  scene: Scene,
  done: readonly string[],
  view: View,
  size: Size,
  style: Style,
): readonly string[] {
  const title = firstLine({ ...view, scene }, size, style) ?? '';
  const body = bodyOf(scene, style).flatMap(({ lines }) => lines);
  return [title, ...body, ...done.flatMap((text) => text.split('\n')), ''];
}

function leftColumns({ columns }: Size): number {
  return columns >= wide ? leftWidth : columns;
}

function headOf(view: View, scene: Scene, size: Size, style: Style): readonly Block[] {
  const room = size.columns - 2;
  const facts = size.columns >= wide ? '' : factsLine(scene.facts, room);
  const open = openLine(scene, room);
  const way = wayLine(scene.way, room);
  const line = (text: string, rank: number, paint: (text: string) => string): readonly Block[] =>
    text === '' ? [] : [{ lines: [paint(` ${style.clean(text)}`)], rank }];
  return [
    { lines: [firstLine(view, size, style) ?? ''], rank: 0, least: 1 },
    ...line(facts, 6, style.dim),
    ...line(open, 5, style.open),
    ...line(way, 7, style.dim),
  ];
}

function bodyOf(
  scene: Scene,
  style: Style,
  page?: (text: readonly string[], room: number) => readonly string[],
): readonly Block[] {
  const { warnings, heading, say, asides, notes } = scene;
  const linesOf = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.split('\n'));
  const warned = warnings.length === 0 ? [] : [...linesOf(warnings.map(style.warning)), ''];
  const said = linesOf(say.map(style.say));
  return [
    { lines: [''], rank: 9 },
    { lines: warned, rank: 0, least: warned.length },
    { lines: heading === undefined ? [] : linesOf([style.heading(heading)]), rank: 4 },
    { lines: heading === undefined ? [] : [''], rank: 9 },
    { lines: said, rank: 1, ...(page && { shortened: (room) => page(said, room) }) },
    { lines: linesOf(asides.map(({ name, text }) => style.aside(name, text))), rank: 5 },
    { lines: linesOf(notes.map((note) => style.aside('Note', note))), rank: 8 },
  ];
}

/** As many options as there are lines for, with the active one among them, and how many there are besides. */
function windowOf(
  options: readonly (readonly string[])[],
  active: number,
  rows: number,
  style: Style,
): readonly string[] {
  let from = active;
  let to = active + 1;
  const used = (): number => options.slice(from, to).flat().length;
  const fits = (extra: readonly string[] | undefined): boolean =>
    extra !== undefined && used() + extra.length <= rows - 1;
  for (;;) {
    if (fits(options[to])) to += 1;
    else if (fits(options[from - 1])) from -= 1;
    else break;
  }
  const hidden = options.length - (to - from);
  return [...options.slice(from, to).flat(), style.dim(`    … ${hidden} more: Up and Down`)].slice(0, rows);
}

function historyBelow({ history }: Scene, free: number, style: Style): readonly string[] {
  const room = Math.min(free - 3, history.length);
  if (room < 1) return [];
  return [
    '',
    style.dim('  So far'),
    ...history.slice(-room).map((line) => style.dim(cutRight(`    ${style.clean(line)}`, 76))),
  ];
}
