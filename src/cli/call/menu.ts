import { type Channel, type Instruction, type Situation, unsureKinds, unsureWords } from '../../index.js';
import { type Command, commandTable } from './command-table.js';
import type { Menu, Option } from './front.js';
import { canWait } from './waiting.js';

/** Something that a choice of the menu stands for. */
export type Choice =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'answer' | 'said' | 'ask' | 'meanwhile' | 'problem' | 'after'; readonly id: string }
  | { readonly kind: 'value' | 'done' | 'collect' | 'return' | 'again' | 'end' };

/** What can be chosen besides the answers: questions for the time of waiting, and the other problems of the call. */
export interface MenuBeside {
  readonly meanwhile?: readonly Option[];
  readonly others?: readonly Option[];
  /** How the call is held; the phone without it. */
  readonly channel?: Channel;
  /** Where the fault has come back: the desk to which it can be passed on instead of the same steps. */
  readonly passOnTo?: string;
  /** Whether the call is kept as a case, so that there is something to do with it after its end. */
  readonly isKept?: boolean;
}

/** What can be done where the call stands. */
export function menuFor(now: Situation, words: Instruction, beside: MenuBeside = {}): Menu {
  const { meanwhile = [], channel = 'phone' } = beside;
  const options = [...optionsFor(now, words, beside), ...whileWaiting(meanwhile)];
  const open = now.type === 'asking' || now.type === 'doing' || now.type === 'isolated';
  const offered: Record<Command, boolean> = {
    u: now.type === 'asking',
    h: true,
    e: true,
    p: canWait(now) || now.postponed.length > 0,
    i: now.type === 'asking' || now.type === 'doing',
    w: true,
    z: true,
    b: true,
    c: true,
    t: true,
    a: open,
    j: true,
    g: now.away.length > 0,
    o: true,
    d: true,
    s: open,
    n: true,
    l: true,
    k: true,
    f: true,
    m: open,
    y: channel !== 'phone',
    v: channel === 'email',
    x: open,
    r: now.type !== 'referred',
    q: open,
  };
  const commands = (Object.keys(commandTable) as Command[]).filter((key) => offered[key]);
  return {
    words: 'said',
    asks: 'ask',
    options,
    commands: commands.map((key) => ({ id: `command:${key}`, key, ...commandTable[key] })),
    ...(words.wait === undefined ? {} : { wait: { key: `${now.question}/${words.heading}`, ...words.wait } }),
  };
}

/** Questions for the time of waiting, on the keys after that of "Done". */
function whileWaiting(meanwhile: readonly Option[]): readonly Option[] {
  return meanwhile.map(({ id, label }, at) => ({
    id: `meanwhile:${id}`,
    label,
    under: 'While you wait you can ask:',
    ...(at < 8 ? { key: String(at + 2) } : {}),
  }));
}

function optionsFor(
  now: Situation,
  words: Instruction,
  { others = [], channel = 'phone', passOnTo, isKept = false }: MenuBeside,
): readonly Option[] {
  const one = (id: string, label: string): readonly Option[] => [{ id, label, key: '1' }];
  switch (now.type) {
    case 'asking':
      if (now.expects === 'choices' && now.answers.length > 0) return one('value', 'Choose what applies');
      if (words.choices.length > 0) {
        return words.choices.map(({ id, ...choice }) => ({ id: `answer:${id}`, ...choice }));
      }
      return one('value', 'Type the answer');
    case 'doing':
      return one('done', channel === 'email' ? 'All of it is done' : 'Done');
    case 'isolated':
      return [
        ...one('done', now.steps.length > 0 ? 'Explained: go on with the fix' : 'Explained: go on'),
        ...(passOnTo === undefined ? [] : [{ id: 'again', label: `Pass it on instead: ${passOnTo}`, key: '2' }]),
      ];
    case 'referred':
    case 'fixed':
    case 'closed':
      return atTheEnd(now, others, isKept);
  }
}

const afterwards: readonly Option[] = [
  { id: 'after:note', label: 'The note for whoever goes on with it' },
  { id: 'after:letter', label: 'A letter to the caller: what was done' },
  { id: 'after:promise', label: 'Take down what was promised' },
  { id: 'after:content', label: 'Take down how content the caller is' },
];

/** What can follow an end: what the desk wants to know, the other problems, the place that a jump left, and the end of it all. */
function atTheEnd(now: Situation, others: readonly Option[], isKept: boolean): readonly Option[] {
  const collects = now.type === 'referred' && now.collect.length > 0;
  const options: readonly Option[] = [
    ...(collects ? [{ id: 'collect', label: 'Ask what the desk will need' }] : []),
    ...others.map(({ id, label }) => ({ id: `problem:${id}`, label })),
    ...(now.away.length > 0 ? [{ id: 'return', label: 'Go back to where we left off' }] : []),
    { id: 'end', label: 'End the call' },
    ...(isKept ? afterwards : []),
  ];
  return options.map((option, at) => (at < 9 ? { ...option, key: String(at + 1) } : option));
}

/** Reads the id of a menu's choice. */
export function readChoice(id: string): Choice {
  const [kind, ...rest] = id.split(':');
  const name = rest.join(':');
  if (kind === 'command') return { kind, command: name as Command };
  if (
    kind === 'answer' ||
    kind === 'said' ||
    kind === 'ask' ||
    kind === 'meanwhile' ||
    kind === 'problem' ||
    kind === 'after'
  )
    return { kind, id: name };
  return { kind: kind as 'value' | 'done' | 'collect' | 'return' | 'again' | 'end' };
}

/** The id of the way out of a menu that was opened in between. */
export const leave = 'leave';

/** A menu opened in between: options on the keys from 1, and a way out. */
export function numbered(options: readonly Option[]): Menu {
  return {
    options: options.map((option, index) => (index < 9 ? { ...option, key: String(index + 1) } : option)),
    commands: [{ id: leave, key: 'q', label: 'go back', help: 'Go back to where the call stands.' }],
  };
}

/** The ways of not knowing, to choose from. */
export function waysOfNotKnowing(): Menu {
  return numbered(unsureKinds.map((id) => ({ id, label: `The caller ${unsureWords(id)}` })));
}
