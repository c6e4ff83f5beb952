import type { Scene } from './scene.js';

/** Something that can be chosen. `key` chooses it at once; without one it is reached with the arrows or its number. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly key?: string;
  /** Stands above the first option that has it. */
  readonly under?: string;
}

/** A command of a menu, with what the help says of it. */
export interface CommandOption extends Option {
  readonly key: string;
  /** A whole sentence. */
  readonly help?: string;
  /** Under which heading the help lists it. */
  readonly group?: string;
  /** How much it is needed now: where there is no room for all, those with the lowest numbers are shown. */
  readonly rank?: number;
}

/** A length of time that the caller has to wait. */
export interface Wait {
  /** Tells one wait from another: the countdown of a wait goes on while the agent does something else. */
  readonly key: string;
  readonly seconds: number;
  /** The length as one says it. */
  readonly words: string;
}

/** What can be done at one moment: answers to choose from, and commands. */
export interface Menu {
  readonly options: readonly Option[];
  readonly commands: readonly CommandOption[];
  /** The id, before a colon and the words, for what is typed and is none of the keys; without it that is refused. */
  readonly words?: string;
  /** The id, before a colon and the words, for words that are typed after a question mark, in plain mode. */
  readonly asks?: string;
  /** Counted down while the menu is open. Where it is over, that is said; the menu stays. */
  readonly wait?: Wait;
}

/** Something that was found by what was typed. */
export interface FoundOption extends Option {
  /** What speaks for it, in a line of its own. */
  readonly detail?: string;
  /** A word or two at the end of its line. */
  readonly side?: string;
}

/** What is found by what was typed, and what there is to say about it. */
export interface Listing {
  readonly options: readonly FoundOption[];
  readonly notes: readonly string[];
}

/** What was typed, and what was chosen for it; nothing when none of it fits. */
export interface Sought {
  readonly typed: string;
  readonly chosen?: string;
}

/** The ways in which the person at the terminal can be asked. Every one of them ends with `closed` when input ends. */
export interface Front {
  /** The call stands somewhere else now: what there is to see of it, until the next scene. */
  scene(scene: Scene): void;
  /** One of what is found by what is typed; `first` is typed already. */
  find(message: string, first: string, look: (typed: string) => Listing): Promise<Sought>;
  /** Adds a text as it is to the scene. It stays until the next question after it has been answered. `end first`: its last lines are the ones that count. */
  show(text: string, order?: 'end first'): void;
  /** Puts a text where it can be pasted from; where there is no such place it is printed as it is. */
  copy(text: string): void;
  /** One of the ids of the menu; or words, after what the menu puts before them. */
  choose(menu: Menu): Promise<string>;
  /** One of many, found by typing; undefined when none is wanted. */
  pick(message: string, options: readonly Option[]): Promise<string | undefined>;
  /** A text that is typed or pasted; undefined when it is left. That nothing is entered leaves it too, unless it is optional. */
  type(message: string, isOptional?: boolean): Promise<string | undefined>;
  close(): void;
}

/** Input has ended: Ctrl-C, a closed terminal, the end of a file. */
export class Closed extends Error {}
