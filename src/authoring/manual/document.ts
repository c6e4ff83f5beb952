/** A piece of a line: text, or text that stands out, is read aloud, is for the agent, or leads to another place of the manual. */
export type Piece =
  | string
  | { readonly strong: string }
  | { readonly said: string }
  | { readonly soft: string }
  | { readonly to: string; readonly text: string };

/** A line of pieces, one behind the other. */
export type Line = readonly Piece[];

/** A part of a page. An item of a list, and a cell of a table, can have more lines below its first. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly line: Line; readonly look?: 'caution' | 'soft' | 'said' }
  | {
      readonly kind: 'list';
      readonly items: readonly (readonly Line[])[];
      readonly look: 'bullets' | 'columns' | 'numbers' | 'answers';
    }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly TableRow[] }
  /** A numbered entry of a chart: `id` is what links lead to. */
  | { readonly kind: 'entry'; readonly id: string; readonly number: string; readonly blocks: readonly Block[] };

/** A row of a table; `id` where links lead to it. */
export interface TableRow {
  readonly id?: string;
  readonly cells: readonly (readonly Line[])[];
}

/** A chapter: one tree, or one thing to look up. `number` is that of a tree. */
export interface Chapter {
  readonly id: string;
  readonly number?: number;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Chapters that belong together, such as those of one area. */
export interface Part {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** A handbook of a knowledge base, before it is written as HTML or Markdown. */
export interface Manual {
  readonly title: string;
  readonly language: string;
  /** The day for which it was made, as 2026-11-28. */
  readonly date: string;
  /** What the title page says below the title. */
  readonly about: readonly string[];
  readonly parts: readonly Part[];
}
