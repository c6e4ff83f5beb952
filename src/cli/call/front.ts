/** Something that can be chosen. `key` chooses it at once; without one it is reached with the arrows or its number. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly key?: string;
}

/** What can be done at one moment: answers to choose from, and commands. */
export interface Menu {
  readonly options: readonly Option[];
  readonly commands: readonly Option[];
  /** The id, before a colon and the words, for what is typed and is none of the keys; without it that is refused. */
  readonly words?: string;
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
  /** One of what is found by what is typed; `first` is typed already. */
  find(message: string, first: string, look: (typed: string) => Listing): Promise<Sought>;
  /** Prints a text as it is. */
  show(text: string): void;
  /** One of the ids of the menu. */
  choose(menu: Menu): Promise<string>;
  /** One of many, found by typing; undefined when none is wanted. */
  pick(message: string, options: readonly Option[]): Promise<string | undefined>;
  /** A text that is typed or pasted; undefined when nothing is entered. */
  type(message: string): Promise<string | undefined>;
  close(): void;
}

/** Input has ended: Ctrl-C, a closed terminal, the end of a file. */
export class Closed extends Error {}
