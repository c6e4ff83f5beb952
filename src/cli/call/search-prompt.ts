import { createPrompt, isDownKey, isEnterKey, isUpKey, useKeypress, useMemo, useRef, useState } from '@inquirer/core';
import type { Style } from '../style.js';
import type { Listing, Sought } from './front.js';
import type { Streams } from './pick-prompt.js';

interface Configuration {
  readonly message: string;
  readonly first: string;
  readonly look: (typed: string) => Listing;
  readonly style: Style;
  readonly columns: number;
  readonly rows: number;
}

/** Lines that are not options: the input, the keys, and one below them. */
const otherLines = 3;

/** What is typed, which can have been pasted in several lines; `readline` only knows its last one. */
interface Typed {
  readonly before: string;
  readonly line: string;
}

const prompt = createPrompt<Sought, Configuration>(({ message, first, look, style, columns, rows }, done) => {
  const [typed, setTyped] = useState<Typed>({ before: first, line: '' });
  const [active, setActive] = useState(0);
  const [ended, setEnded] = useState<string | undefined>(undefined);
  const pasting = useRef(false);
  const held = useRef<Typed>(typed);
  const text = typed.before + typed.line;
  const { options, notes } = useMemo(() => look(text), [text]);
  const finish = (sought: Sought, label: string): void => {
    setEnded(label);
    done(sought);
  };

  useKeypress((key, readline) => {
    const name = (key as { readonly name?: string }).name ?? '';
    if (name === 'paste-start' || name === 'paste-end') {
      pasting.current = name === 'paste-start';
      if (!pasting.current) setTyped(held.current);
      return;
    }
    if (isEnterKey(key)) {
      if (pasting.current) {
        held.current = { before: `${held.current.before}${held.current.line} `, line: '' };
        return;
      }
      // What was typed in the same moment has not been drawn yet.
      const now = held.current.before + held.current.line;
      const chosen = (now === text ? options : look(now).options)[now === text ? active : 0];
      finish(chosen === undefined ? { typed: now } : { typed: now, chosen: chosen.id }, chosen?.label ?? noneLabel);
      return;
    }
    if (name === 'escape') {
      finish({ typed: held.current.before + held.current.line }, noneLabel);
      return;
    }
    if (isUpKey(key) || isDownKey(key)) {
      const count = options.length + 1;
      setActive((active + (isUpKey(key) ? count - 1 : 1)) % count);
      return;
    }
    const { before, line } = held.current;
    const erased = name === 'backspace' && line === '' && readline.line === '';
    held.current = { before: erased ? before.slice(0, -1) : before, line: readline.line };
    if (pasting.current) return;
    setTyped(held.current);
    setActive(0);
  });

  if (ended !== undefined)
    return [style.aside('Caller', held.current.before + held.current.line), `  ${style.chosen(ended)}`].join('\n');
  const all = [...options, { id: '', label: noneLabel }];
  const room = Math.max(2, rows - otherLines - notes.length);
  const lines = windowOf(
    all.map(({ label, detail, side }, index) => style.result(label, side, detail, index === active, columns)),
    active,
    room,
  );
  const keys = style.keys(searchKeys, columns);
  const width = Math.max(20, columns - message.length - 6);
  const shown = style.clean(text.length > width ? `…${text.slice(1 - width)}` : text);
  return [`${style.question(message)} ${shown}`, [...lines, ...notes.map(style.note), keys].join('\n')];
});

const noneLabel = 'None of these fits';
// Everybody tries Enter: where there is no room for all, the others are named.
const searchKeys = [
  { key: 'Enter', label: 'choose', rank: 3 },
  { key: 'Up Down', label: 'move', rank: 4 },
  { key: 'Esc', label: 'none of these', rank: 1 },
  { key: 'Ctrl-C', label: 'quit', rank: 2 },
];

/** As many of the options as there are lines for, with the active one among them. */
function windowOf(options: readonly string[], active: number, lines: number): readonly string[] {
  const height = (option: string): number => option.split('\n').length;
  let from = active;
  let to = active + 1;
  let used = height(options[active] ?? '');
  for (;;) {
    const below = options[to];
    const above = options[from - 1];
    if (below !== undefined && used + height(below) <= lines) {
      used += height(below);
      to += 1;
    } else if (above !== undefined && used + height(above) <= lines) {
      used += height(above);
      from -= 1;
    } else return options.slice(from, to);
  }
}

/** Lets the agent type, and shows at every key what is found. */
export function searchAsTyped(configuration: Configuration, streams: Streams): Promise<Sought> {
  return prompt(configuration, streams);
}
