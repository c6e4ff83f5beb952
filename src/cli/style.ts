import { Chalk } from 'chalk';
import type { TextStyle } from '../index.js';
import type { Environment } from './environment.js';
import { printable } from './printable.js';
import { cutRight, padded, widthOf, wrapped } from './terminal/index.js';

/** A key and what it does. */
interface KeyWords {
  readonly key?: string;
  readonly label: string;
  readonly rank?: number;
}

/** How each part of the screen looks. Every text goes through `clean` first, so none can steer the terminal. */
export interface Style {
  readonly clean: (text: string) => string;
  /** The first line of a screen: where the call is, and how far. */
  readonly title: (left: string, right: string, columns?: number) => string;
  readonly heading: (text: string) => string;
  /** What is read aloud: it stands out from everything else. */
  readonly say: (text: string) => string;
  /** What is for the agent, behind a short name. */
  readonly aside: (name: string, text: string) => string;
  readonly warning: (text: string) => string;
  /** The sign before the active option. */
  readonly pointer: string;
  readonly option: (key: string, label: string, active: boolean, columns: number) => string;
  /** Something that was found: its name, how likely it is, and in a second line what speaks for it. */
  readonly result: (
    label: string,
    side: string | undefined,
    detail: string | undefined,
    active: boolean,
    columns: number,
  ) => string;
  /** The question before what is typed. */
  readonly question: (text: string) => string;
  /** What there is to say about what was found. */
  readonly note: (text: string) => string;
  /** Keys in one line: those that are needed most, and how to see all. */
  readonly keys: (commands: readonly KeyWords[], columns: number) => string;
  readonly chosen: (label: string) => string;
  readonly problem: (text: string) => string;
  /** What is left of a wait. */
  readonly countdown: (text: string, over: boolean) => string;
  /** What must not be forgotten. */
  readonly open: (text: string) => string;
  /** The name of a part of the screen. */
  readonly label: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Whether colour is wanted: not with NO_COLOR, not in plain mode, not where the output is no terminal. */
export function colourLevel(environment: Environment, plain: boolean): 0 | 1 {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment.variables;
  if (plain || (NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb') return 0;
  return environment.stdout.isTTY === true || (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') ? 1 : 0;
}

/** Lines longer than this, with what stands before them, are hard to read aloud. */
const measure = 72;

/** The style for a terminal. In plain mode there are no lines, bars or pointers, and parts are named in words. */
export function styleFor(environment: Environment, plain: boolean): Style {
  const width = (): number => Math.max(20, Math.min((environment.stdout.columns ?? 80) - 1, measure));
  const block = (text: string, first: string, next: string, paint: (line: string) => string): string =>
    wrapped(printable(text), width() - widthOf(first))
      .map((line, at) => `${at === 0 ? first : next}${paint(line)}`)
      .join('\n');
  return plain ? plainStyle(block) : keyStyle(environment, block);
}

type Block = (text: string, first: string, next: string, paint: (line: string) => string) => string;

function plainStyle(block: Block): Style {
  const lines = (text: string): string => block(text, '', '', (line) => line);
  return {
    clean: printable,
    title: (left, right) => `\n${printable(left)}. ${printable(right)}`,
    heading: lines,
    say: (text) => lines(`Say: ${text}`),
    aside: (name, text) => lines(`${name}: ${text}`),
    warning: (text) => lines(`Warning: ${text}`),
    pointer: '',
    option: (key, label) => `${key}  ${printable(label)}`,
    result: (label, side, detail) =>
      [label, side, detail]
        .filter(Boolean)
        .map((text) => printable(text ?? ''))
        .join('. '),
    question: printable,
    note: printable,
    keys: () => '',
    chosen: printable,
    problem: printable,
    countdown: printable,
    open: printable,
    label: printable,
    dim: printable,
  };
}

// Only the colours that can be read on light and on dark backgrounds alike: no yellow, no blue, no white, no black.
function keyStyle(environment: Environment, block: Block): Style {
  const chalk = new Chalk({ level: colourLevel(environment, false) });
  const pointer = '›';
  return {
    clean: printable,
    title: (left, right, columns = 80) => {
      const end = cutRight(printable(right), columns - 10);
      const start = cutRight(printable(left), columns - widthOf(end) - 10);
      const fill = Math.max(1, columns - widthOf(start) - widthOf(end) - 8);
      return `${chalk.cyan('──')} ${chalk.bold(start)} ${chalk.cyan('─'.repeat(fill))} ${end} ${chalk.cyan('──')}`;
    },
    heading: (text) => block(text, '', '', chalk.dim),
    say: (text) => block(text, `  ${chalk.green('┃')} `, `  ${chalk.green('┃')} `, chalk.bold),
    aside: (name, text) => block(`${name}: ${text}`, '    ', '      ', chalk.dim),
    warning: (text) => block(text, chalk.red.bold('! '), '  ', chalk.red.bold),
    pointer,
    option: (key, label, active, columns) => {
      const lines = wrapped(printable(label), Math.max(10, columns - 9));
      const [first = '', ...rest] = active ? lines.map((line) => chalk.cyan.bold(line)) : lines;
      const start = active ? `  ${chalk.cyan(pointer)} ${chalk.cyan.bold(key)}` : `    ${chalk.cyan(key)}`;
      return [`${start}  ${first}`, ...rest.map((line) => `       ${line}`)].join('\n');
    },
    result: (label, side = '', detail, active, columns) => {
      const room = Math.max(10, columns - 8 - side.length);
      const name = padded(cutRight(printable(label), room), room);
      const line = active ? `  ${chalk.cyan(pointer)} ${chalk.cyan.bold(name)}` : `    ${name}`;
      const below = detail === undefined ? [] : [chalk.dim(`      ${cutRight(printable(detail), columns - 8)}`)];
      return [`${line}  ${chalk.dim(side)}`.trimEnd(), ...below].join('\n');
    },
    question: (text) => chalk.bold(printable(text)),
    note: (text) => block(text, '  ', '  ', chalk.magenta),
    keys: (commands, columns) => {
      const shown = mostNeeded(commands, columns - 2);
      return ` ${shown.map(({ key = '', label }) => `${chalk.cyan(key)} ${chalk.dim(printable(label))}`).join('  ')}`;
    },
    chosen: (label) => `  ${chalk.cyan('→')} ${printable(label)}`,
    problem: (text) => block(text, '  ', '  ', chalk.magenta),
    countdown: (text, over) =>
      over ? chalk.bold.inverse(`  ${printable(text)}  `) : `  ${chalk.bold(printable(text))}`,
    open: chalk.magenta,
    label: (text) => chalk.bold(printable(text)),
    dim: (text) => chalk.dim(printable(text)),
  };
}

/** As many keys as fit in one line, those that are needed most, in the order in which they are given. */
function mostNeeded(commands: readonly KeyWords[], columns: number): readonly KeyWords[] {
  const wide = ({ key = '', label }: KeyWords): number => widthOf(key) + widthOf(label) + 3;
  const shown = new Set<KeyWords>();
  let used = 0;
  for (const each of commands.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))) {
    if (used + wide(each) > columns) continue;
    used += wide(each);
    shown.add(each);
  }
  return commands.filter((each) => shown.has(each));
}

/** How the parts of a report look in a terminal. */
export function reportStyle(environment: Environment): TextStyle {
  const chalk = new Chalk({ level: colourLevel(environment, false) });
  return {
    clean: (text) => printable(text).replaceAll('\n', ' '),
    title: (text) => chalk.bold(printable(text)),
    heading: (text) => chalk.bold.cyan(text),
    strong: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    graph: (text) => chalk.cyan(text),
  };
}
