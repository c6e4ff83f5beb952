import type { Diagnostic, Place, Severity } from '../../source/index.js';
import { linkWords } from './links.js';
import { meaningWords } from './meaning.js';
import { readingWords } from './reading.js';
import { shapeWords } from './shape.js';
import type { Wording } from './wording.js';

/** The words of every diagnostic, by its code. */
export const words = { ...readingWords, ...shapeWords, ...linkWords, ...meaningWords } as const;

/** The code of a diagnostic, which is also the name of its page. */
export type Code = keyof typeof words;

/** What the words of a diagnostic need to know. */
export type ArgumentsOf<C extends Code> = (typeof words)[C] extends Wording<infer A> ? A : never;

/** Another place that has to do with a diagnostic. */
export interface Related {
  readonly place: Place;
  readonly message: string;
}

/** Takes note of a diagnostic. */
export type Report = <C extends Code>(
  code: C,
  place: Place,
  args: ArgumentsOf<C>,
  related?: readonly Related[],
) => void;

/** One diagnostic in words. */
export function diagnostic<C extends Code>(
  code: C,
  place: Place,
  args: ArgumentsOf<C>,
  related: readonly Related[] = [],
): Diagnostic {
  const { severity, say } = words[code] as Wording<ArgumentsOf<C>>;
  const { message, hint } = say(args);
  return { code, severity, message, ...(hint === undefined ? {} : { hint }), place, related };
}

/** One kind of diagnostic in general. */
export interface DiagnosticKind {
  readonly code: string;
  readonly severity: Severity;
  readonly summary: string;
}

/** Every kind of diagnostic there is, by code. */
export const diagnosticKinds: readonly DiagnosticKind[] = Object.entries(words)
  .map(([code, { severity, summary }]) => ({ code, severity, summary }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));
