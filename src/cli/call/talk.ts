import type { KnowledgeBase, Situation } from '../../index.js';
import type { Environment } from '../environment.js';
import { styleFor } from '../style.js';
import type { Call } from './call.js';
import { chooseTree } from './choose-tree.js';
import { converse } from './conversation.js';
import type { Front } from './front.js';

/** A call taken with a person: everything that is shown to the agent and asked. */
export interface Talk {
  /** The tree that fits what the caller says; undefined when the agent wants none. */
  chooseTree(kb: KnowledgeBase, words: readonly string[], earlier: string | undefined): Promise<string | undefined>;
  /** Takes the call to its end. @returns where it stood then. @throws Closed when input ends. */
  converse(call: Call): Promise<Situation>;
  close(): void;
}

/** Opens the terminal, or in plain mode the lines of the input. */
export async function talkFor(environment: Environment, plain: boolean): Promise<Talk> {
  const style = styleFor(environment, plain);
  const front: Front = plain
    ? (await import('./line-front.js')).lineFront(environment)
    : (await import('./key-front.js')).keyFront(environment, style);
  return {
    chooseTree: (kb, words, earlier) => chooseTree(kb, front, style, words, earlier),
    converse: (call) => converse({ call, front, style }),
    close: () => front.close(),
  };
}
