/** One way of saying something that is written. */
export interface Reading {
  /** Sticky: it is tried at every place where something can begin. It looks at a bounded number of characters. */
  readonly pattern: RegExp;
  /** What is said for what it found; undefined where it is something else after all. */
  readonly say: (found: RegExpExecArray) => string | undefined;
}

// Nothing is read out of the middle of something larger that was not understood.
const before = String.raw`(?<![\p{L}\p{N}_.,:;\/\\@#&=+~%$€£*\-])`;
const after = String.raw`(?![\p{L}\p{N}_@\/\\%#*])(?! ?[€£$])(?![.,:;'’+=&~?#!*\-]{1,3}[\p{L}\p{N}_])`;

/** A reading of something that stands by itself: a whole word, or several. `source` is a regular expression. */
export function reading(source: string, say: Reading['say'], flags = ''): Reading {
  let made: RegExp | undefined;
  return {
    // Made when it is first needed: most calls need none of them before their first question.
    get pattern() {
      made ??= new RegExp(`${before}(?:${source})${after}`, `uy${flags}`);
      return made;
    },
    say,
  };
}
