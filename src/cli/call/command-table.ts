/** What one command of the call is, for the line of keys and for the help. */
interface CommandWords {
  readonly label: string;
  /** One whole sentence, short enough for a line of 80 columns behind its key. */
  readonly help: string;
  readonly group: 'Answers' | 'Words for the caller' | 'The way of the call' | 'The call itself';
  /** How often it is needed: where there is no room for all, the lowest are shown. */
  readonly rank: number;
}

/** Every command, by its key, in the order in which the help lists them. A new command is a line here and its deed in `carryOut`. */
export const commandTable = {
  u: { label: "doesn't know", help: 'The caller does not know, or cannot check.', group: 'Answers', rank: 1 },
  h: { label: 'heard', help: "Type the caller's own words: what can they mean?", group: 'Answers', rank: 2 },
  t: { label: 'caller told me', help: 'Take down a fact that was not asked for.', group: 'Answers', rank: 7 },
  c: { label: 'change an answer', help: 'Change an earlier answer, and see what follows.', group: 'Answers', rank: 8 },
  i: { label: 'if confused', help: 'Say it in simpler words.', group: 'Words for the caller', rank: 3 },
  w: { label: 'why', help: 'Say why this is asked or done.', group: 'Words for the caller', rank: 5 },
  e: {
    label: 'explain a word',
    help: 'Say what a word means, and what it looks like.',
    group: 'Words for the caller',
    rank: 11,
  },
  b: { label: 'back', help: 'Take back the last thing that was done.', group: 'The way of the call', rank: 4 },
  a: {
    label: 'already tried',
    help: 'The caller did this before the call.',
    group: 'The way of the call',
    rank: 3,
  },
  s: { label: 'skip', help: 'Leave this step out, and say why.', group: 'The way of the call', rank: 6 },
  r: { label: 'refer', help: 'Pass the call to a desk.', group: 'The way of the call', rank: 9 },
  l: { label: 'list so far', help: 'List everything that was asked and done.', group: 'The call itself', rank: 10 },
  k: {
    label: 'known facts',
    help: 'List everything that is known, and from where.',
    group: 'The call itself',
    rank: 12,
  },
  n: { label: 'note', help: 'Keep a note with the call.', group: 'The call itself', rank: 6 },
  q: { label: 'quit', help: 'Leave the call. It is kept, to go on with later.', group: 'The call itself', rank: 0 },
} as const satisfies Record<string, CommandWords>;

/** A command of the call, by its key. */
export type Command = keyof typeof commandTable;
