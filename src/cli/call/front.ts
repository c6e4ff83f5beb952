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
}

/** The ways in which the person at the terminal can be asked. Every one of them ends with `closed` when input ends. */
export interface Front {
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
