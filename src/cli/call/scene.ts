/** A remark for the agent, behind a short name. */
export interface Aside {
  readonly name: string;
  readonly text: string;
}

/** What there is to see while a call stands at one place. Plain texts: how they look is the front's affair. */
export interface Scene {
  /** Who calls. */
  readonly caller?: string;
  /** What the call is about. */
  readonly title: string;
  /** How far it is, in a word or two. */
  readonly step: string;
  /** When the call began, in ISO 8601: the time on call is counted from it. */
  readonly since?: string;
  /** What is known, the newest first, such as `System: Windows`. */
  readonly facts: readonly string[];
  /** What must not be forgotten: other problems of the call, questions that were put off. */
  readonly open: readonly Aside[];
  /** The way so far, a word or two for each place. */
  readonly way: readonly string[];
  /** The way so far, a sentence for each place. */
  readonly history: readonly string[];
  /** Warnings that are new here, and those that were shown before. */
  readonly warnings: readonly string[];
  readonly warned: readonly string[];
  /** What this place is about, for the agent. */
  readonly heading?: string;
  /** What to read aloud, a paragraph each. */
  readonly say: readonly string[];
  /** What goes with what is said, and is needed: what the caller should notice, how long it takes, what a word means. */
  readonly asides: readonly Aside[];
  /** What is for the agent alone, and can give way. */
  readonly notes: readonly string[];
}

/** A scene of nothing but a title. */
export function emptyScene(title: string, step: string): Scene {
  return {
    title,
    step,
    facts: [],
    open: [],
    way: [],
    history: [],
    warnings: [],
    warned: [],
    say: [],
    asides: [],
    notes: [],
  };
}
