import type { KnowledgeBase, Recap, Situation } from '../../index.js';
import type { Environment } from '../environment.js';
import { printable } from '../printable.js';
import { styleFor } from '../style.js';
import type { Call } from './call.js';
import { converse } from './conversation.js';
import type { PlayedCaller } from './desk.js';
import { type FirstWords, firstWords } from './first-words.js';
import type { Front, Option } from './front.js';
import type { KeptCall } from './kept-calls.js';
import { numbered } from './menu.js';
import { emptyScene } from './scene.js';

/** A call taken with a person: everything that is shown to the agent and asked. */
export interface Talk {
  /** What the caller says first, and the tree that fits it. `earlier` are the calls that wait to be gone on with. */
  firstWords(kb: KnowledgeBase, words: readonly string[], earlier: readonly KeptCall[]): Promise<FirstWords>;
  /** One of the calls that wait; undefined when none is wanted. */
  chooseKept(calls: readonly KeptCall[]): Promise<number | undefined>;
  /** Asks the agent something about the call, before it goes on. @returns the id of what was chosen. */
  ask(text: string, options: readonly Option[]): Promise<string>;
  /** Takes the call to its end; one that is taken up again begins with what happened so far. @returns where it stood then. @throws Closed when input ends. */
  converse(call: Call, recap?: Recap): Promise<Situation>;
  /** Takes a call for practice, with a caller who is played. @returns as `converse` does. @throws Closed when input ends. */
  practise(call: Call, caller: PlayedCaller): Promise<Situation>;
  /** Tells the agent something beside the call. */
  note(text: string): void;
  /** Tells the agent of something that has gone wrong; the call goes on. */
  warn(message: string): void;
  close(): void;
}

/** Opens the terminal, or in plain mode the lines of the input. */
export async function talkFor(environment: Environment, wantsPlain: boolean, cache: string): Promise<Talk> {
  // A terminal that cannot move its cursor is read line by line.
  const plain = wantsPlain || environment.variables.TERM === 'dumb';
  const style = styleFor(environment, plain);
  const front: Front = plain
    ? (await import('./line-front.js')).lineFront(environment, style)
    : (await import('./key-front.js')).keyFront(environment, style);
  return {
    firstWords: (kb, words, earlier) => firstWords({ kb, front, style, cache, clock: environment.now }, words, earlier),
    async chooseKept(calls) {
      const options = calls.map(({ number, label }) => ({ id: String(number), label }));
      const chosen = await front.pick('Which call do you go on with?', options);
      return chosen === undefined ? undefined : Number(chosen);
    },
    ask(text, options) {
      front.scene({ ...emptyScene('Faultline', ''), notes: [text] });
      return front.choose({ options: numbered(options).options, commands: [] });
    },
    converse: (call, recap) => converse({ call, front, style, cache, clock: environment.now }, recap),
    practise: (call, caller) => converse({ call, front, style, cache, clock: environment.now, caller }),
    note: (text) => front.show(style.note(text)),
    warn: (message) => {
      if (plain) environment.stderr.write(`${printable(message)}\n`);
      else front.show(style.problem(message));
    },
    close: () => front.close(),
  };
}
