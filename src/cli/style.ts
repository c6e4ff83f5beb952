import { Chalk } from 'chalk';
import { wrapAnsi as wrap } from 'fast-wrap-ansi';
import type { Environment } from './environment.js';
import { printable } from './printable.js';

/** How each part of the screen looks. Every text goes through `clean` first, so none can steer the terminal. */
export interface Style {
  readonly clean: (text: string) => string;
  /** A line that begins a screen: where the call is, and how far. */
  readonly title: (left: string, right: string) => string;
  readonly heading: (text: string) => string;
  /** What is read aloud: it stands out from everything else. */
  readonly say: (text: string) => string;
  /** What is for the agent, behind a short name. */
  readonly aside: (name: string, text: string) => string;
  readonly warning: (text: string) => string;
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
  readonly commands: (
    commands: readonly { readonly key?: string; readonly label: string }[],
    columns: number,
  ) => string;
  readonly chosen: (label: string) => string;
  readonly problem: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Whether colour is wanted: not with NO_COLOR, not in plain mode, not where the output is no terminal. */
export function colourLevel(environment: Environment, plain: boolean): 0 | 1 {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment.variables;
  if (plain || (NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb') return 0;
  return environment.stdout.isTTY === true || (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') ? 1 : 0;
}

/** The style for a terminal. In plain mode there are no lines, bars or pointers, and parts are named in words. */
export function styleFor(environment: Environment, plain: boolean): Style {
  const chalk = new Chalk({ level: colourLevel(environment, plain) });
  const width = (): number => Math.max(40, Math.min(environment.stdout.columns ?? 80, 100));
  const block = (text: string, indent: string, paint: (line: string) => string, bar = 0): string =>
    wrap(printable(text), width() - indent.length - bar - 1)
      .split('\n')
      .map((line) => `${indent}${paint(line)}`)
      .join('\n');
  const same = (text: string): string => text;
  if (plain) {
    return {
      clean: printable,
      title: (left, right) => `\n${printable(left)}. ${printable(right)}`,
      heading: (text) => block(text, '', same),
      say: (text) => block(`Say: ${text}`, '', same),
      aside: (name, text) => block(`${name}: ${text}`, '', same),
      warning: (text) => block(`Warning: ${text}`, '', same),
      option: (key, label) => `${key}  ${printable(label)}`,
      result: (label, side, detail) =>
        [label, side, detail]
          .filter(Boolean)
          .map((text) => printable(text ?? ''))
          .join('. '),
      question: printable,
      note: printable,
      commands: () => '',
      chosen: printable,
      problem: printable,
      dim: printable,
    };
  }
  return {
    clean: printable,
    title: (left, right) => {
      const end = printable(right);
      const room = width() - end.length - 11;
      const whole = printable(left);
      const start = whole.length > room ? `${whole.slice(0, room - 1)}…` : whole;
      const fill = room - start.length + 2;
      return `\n${chalk.cyan(`── ${chalk.bold(start)} ${'─'.repeat(fill)} ${end} ──`)}`;
    },
    heading: (text) => block(text, '', chalk.dim),
    say: (text) => block(text, '  ', (line) => `${chalk.green('┃')} ${chalk.bold(line)}`, 2),
    aside: (name, text) => block(`${name}: ${text}`, '    ', chalk.dim),
    warning: (text) => block(`! ${text}`, '', (line) => chalk.red.bold(line)),
    option: (key, label, active, columns) => {
      const text = printable(label).slice(0, columns - 8);
      return active ? `  ${chalk.cyan('›')} ${chalk.cyan.bold(`${key}  ${text}`)}` : `    ${chalk.cyan(key)}  ${text}`;
    },
    result: (label, side = '', detail, active, columns) => {
      const room = columns - 8 - side.length;
      const whole = printable(label);
      const name = whole.length > room ? `${whole.slice(0, room - 1)}…` : whole.padEnd(room);
      const line = active ? `  ${chalk.cyan('›')} ${chalk.cyan.bold(name)}` : `    ${name}`;
      const below = detail === undefined ? [] : [chalk.dim(`      ${printable(detail).slice(0, columns - 8)}`)];
      return [`${line}  ${chalk.dim(side)}`.trimEnd(), ...below].join('\n');
    },
    question: (text) => chalk.bold(printable(text)),
    note: (text) => block(text, '  ', chalk.yellow),
    commands: (commands, columns) =>
      wrap(
        commands.map(({ key, label }) => `${chalk.cyan(key)}\u00A0${label.replaceAll(' ', '\u00A0')}`).join('  '),
        columns - 2,
      )
        .split('\n')
        .map((line) => chalk.dim(`  ${line}`))
        .join('\n')
        .replaceAll('\u00A0', ' '),
    chosen: (label) => `${chalk.cyan('→')} ${printable(label)}`,
    problem: (text) => `  ${chalk.yellow(printable(text))}`,
    dim: (text) => chalk.dim(printable(text)),
  };
}
