import type { Style } from '../style.js';
import { padded, type Size, widthOf, wrapped } from '../terminal/index.js';
import type { CommandOption, Menu } from './front.js';

/** Keys that every menu has besides its commands. */
const always: readonly CommandOption[] = [
  { id: '', key: '1-9', label: 'choose', help: 'Choose what stands beside the number.' },
  { id: '', key: 'Enter', label: 'choose', help: 'Choose what is marked; Up and Down mark another.' },
  { id: '', key: 'PgDn', label: 'read on', help: 'Read on in a text that is too long; PgUp goes up again.' },
  { id: '', key: 'Esc', label: 'go back', help: 'Leave a list or what is typed; put a text away.' },
  { id: '', key: 'Space', label: 'countdown', help: 'Start or stop the countdown of a wait.' },
  { id: '', key: 'Ctrl-L', label: 'paint anew', help: 'Paint the screen anew.' },
  { id: '', key: 'Ctrl-C', label: 'quit', help: 'Leave at once; the call is kept.' },
];

/** All keys of a menu with a sentence for each, in groups, as pages that fit the screen. */
export function helpPages({ commands }: Menu, { columns, rows }: Size, style: Style): readonly (readonly string[])[] {
  const groups = new Map<string, CommandOption[]>();
  for (const command of commands) {
    const name = command.group ?? 'Here';
    groups.set(name, [...(groups.get(name) ?? []), command]);
  }
  const sections = [...groups, ['Everywhere', always] as const].map(([name, keys]) => [
    style.label(`  ${name}`),
    ...keys.flatMap((command) => linesOf(command, columns, style)),
  ]);
  const room = rows - 3;
  const pages: string[][] = [[]];
  for (const section of sections) {
    if ((pages.at(-1)?.length ?? 0) + section.length > room && pages.at(-1)?.length !== 0) pages.push([]);
    for (let at = 0; at < section.length; at += room) {
      if (at > 0) pages.push([]);
      pages.at(-1)?.push(...section.slice(at, at + room));
    }
  }
  return pages.map((page, at) => [
    style.title('All keys', `${at + 1} of ${pages.length}`, columns),
    ...page,
    '',
    style.dim(at + 1 < pages.length ? '  Any key shows the rest.' : '  Any key goes back to the call.'),
  ]);
}

function linesOf({ key, label, help = '' }: CommandOption, columns: number, style: Style): readonly string[] {
  const start = `    ${padded(key, 6)} ${padded(label, 17)}`;
  if (columns < 60) return [start.trimEnd()];
  return wrapped(help, columns - 30).map(
    (line, at) => `${at === 0 ? start : ' '.repeat(widthOf(start))} ${style.dim(line)}`,
  );
}

/** All keys of a menu in sentences, for the line by line mode. */
export function helpInSentences({ commands }: Menu): readonly string[] {
  return [
    'Type the number of a choice, its own words, or one of these letters, then Enter.',
    ...commands.map(({ key, label, help = '' }) => `${key}: ${label}. ${help}`.trim()),
    '? and a word: what the word means. ? alone: this help.',
  ];
}
