import { type Instruction, type Situation, unsureKinds, unsureWords } from '../../index.js';
import type { Menu, Option } from './front.js';

const commandLabels = {
  u: "doesn't know",
  h: 'heard',
  i: 'if confused',
  w: 'why',
  b: 'back',
  c: 'change an answer',
  t: 'caller told me',
  a: 'already tried',
  s: 'skip',
  n: 'note',
  l: 'list so far',
  r: 'refer',
  q: 'quit',
} as const;

/** A command of the call, by its key. */
export type Command = keyof typeof commandLabels;

/** Something that a choice of the menu stands for. */
export type Choice =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'answer' | 'said'; readonly id: string }
  | { readonly kind: 'value' | 'done' | 'collect' | 'end' };

/** What can be done where the call stands. */
export function menuFor(now: Situation, words: Instruction): Menu {
  const options = optionsFor(now, words);
  const open = now.type === 'asking' || now.type === 'doing' || now.type === 'isolated';
  const offered: Record<Command, boolean> = {
    u: now.type === 'asking',
    h: true,
    i: words.ifConfused !== undefined,
    w: words.why !== undefined,
    b: true,
    c: true,
    t: true,
    a: (now.type === 'doing' || now.type === 'isolated') && now.steps.length > 0,
    s: now.type === 'doing' || now.type === 'isolated',
    n: true,
    l: true,
    r: now.type !== 'referred',
    q: open,
  };
  const commands = (Object.keys(commandLabels) as Command[]).filter((key) => offered[key]);
  return {
    words: 'said',
    options,
    commands: commands.map((key) => ({ id: `command:${key}`, key, label: commandLabels[key] })),
  };
}

function optionsFor(now: Situation, words: Instruction): readonly Option[] {
  const one = (id: string, label: string): readonly Option[] => [{ id, label, key: '1' }];
  switch (now.type) {
    case 'asking':
      if (now.expects === 'choices' && now.answers.length > 0) return one('value', 'Choose what applies');
      if (words.choices.length > 0) {
        return words.choices.map(({ id, ...choice }) => ({ id: `answer:${id}`, ...choice }));
      }
      return one('value', 'Type the answer');
    case 'doing':
      return one('done', 'Done');
    case 'isolated':
      return one('done', now.steps.length > 0 ? 'Explained: go on with the fix' : 'Explained: go on');
    case 'referred': {
      if (now.collect.length === 0) return one('end', 'End the call');
      return [
        { id: 'collect', label: 'Ask what the desk will need', key: '1' },
        { id: 'end', label: 'End the call', key: '2' },
      ];
    }
    case 'fixed':
    case 'closed':
      return one('end', 'End the call');
  }
}

/** Reads the id of a menu's choice. */
export function readChoice(id: string): Choice {
  const [kind, ...rest] = id.split(':');
  const name = rest.join(':');
  if (kind === 'command') return { kind, command: name as Command };
  if (kind === 'answer' || kind === 'said') return { kind, id: name };
  return { kind: kind as 'value' | 'done' | 'collect' | 'end' };
}

/** The id of the way out of a menu that was opened in between. */
export const leave = 'leave';

/** A menu opened in between: options on the keys from 1, and a way out. */
export function numbered(options: readonly Option[]): Menu {
  return {
    options: options.map((option, index) => ({ ...option, key: String(index + 1) })),
    commands: [{ id: leave, key: 'q', label: 'go back' }],
  };
}

/** The ways of not knowing, to choose from. */
export function waysOfNotKnowing(): Menu {
  return numbered(unsureKinds.map((id) => ({ id, label: `The caller ${unsureWords(id)}` })));
}
