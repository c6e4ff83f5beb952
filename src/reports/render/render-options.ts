/** How each part of a page for the terminal looks. The text of a part is clean already, except what goes through `clean`. */
export interface TextStyle {
  /** Takes out of a text what could steer the terminal. */
  readonly clean: (text: string) => string;
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly graph: (text: string) => string;
}

/** What a rendering may need beside what it renders. */
export interface RenderOptions {
  /** How wide the terminal is. */
  readonly columns: number;
  readonly style: TextStyle;
  /** How many rows of each report are shown at most; absent: all. */
  readonly most?: number;
}
