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
  p: { label: 'put off', help: 'Put the question off, or answer one of those.', group: 'Answers', rank: 7 },
  i: {
    label: 'if confused',
    help: 'Say it in simpler words, or ask in another way.',
    group: 'Words for the caller',
    rank: 3,
  },
  w: {
    label: 'why',
    help: 'Say why this is asked, or how it came to this.',
    group: 'Words for the caller',
    rank: 5,
  },
  z: {
    label: 'why not, what if',
    help: 'Ask how it came, why not, what if, what lacks.',
    group: 'Words for the caller',
    rank: 10,
  },
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
  s: { label: 'skip', help: 'Leave this out, and say why.', group: 'The way of the call', rank: 6 },
  j: { label: 'jump', help: 'Go to another place or tree, for a reason.', group: 'The way of the call', rank: 10 },
  g: { label: 'go back there', help: 'Come back to where the last jump left.', group: 'The way of the call', rank: 2 },
  o: {
    label: 'other problem',
    help: 'Open another problem, or turn to an open one.',
    group: 'The way of the call',
    rank: 9,
  },
  d: {
    label: 'danger',
    help: 'Smoke, shock, a threat: stop, and say what to do.',
    group: 'The way of the call',
    rank: 6,
  },
  r: { label: 'refer', help: 'Pass the call to a desk.', group: 'The way of the call', rank: 9 },
  l: { label: 'list so far', help: 'List everything that was asked and done.', group: 'The call itself', rank: 10 },
  k: {
    label: 'known facts',
    help: 'List everything that is known, and from where.',
    group: 'The call itself',
    rank: 12,
  },
  n: { label: 'note', help: 'Keep a note with the call.', group: 'The call itself', rank: 6 },
  f: { label: 'flag', help: 'Tell the author that this is wrong or unclear.', group: 'The call itself', rank: 12 },
  m: { label: 'channel', help: 'Go on by phone, in a chat or by e-mail.', group: 'The call itself', rank: 13 },
  y: {
    label: 'copy',
    help: 'Copy what is to be pasted.',
    group: 'Words for the caller',
    rank: 1,
  },
  v: { label: 'reply', help: 'Paste the reply to the letter: it is taken apart.', group: 'Answers', rank: 1 },
  x: { label: 'park', help: 'Break off: until a call back, or for good.', group: 'The call itself', rank: 11 },
  q: { label: 'quit', help: 'Leave the call. It is kept, to go on with later.', group: 'The call itself', rank: 0 },
} as const satisfies Record<string, CommandWords>;

/** A command of the call, by its key. */
export type Command = keyof typeof commandTable;
