import type { Environment } from '../environment.js';
import { printable } from '../printable.js';

/** Says what was written, and what to do with it. */
export function sayNext(
  { stdout }: Environment,
  written: readonly string[],
  next: readonly (readonly [what: string, command: string])[],
  remarks: readonly string[] = [],
): void {
  const lines = [
    ...written.map((path) => `Written: ${path}`),
    ...remarks,
    'Next:',
    ...next.flatMap(([what, command]) => [`  ${command}`, `    ${what}`]),
  ];
  stdout.write(`${lines.map(printable).join('\n')}\n`);
}

/** A path or name as a word of a command line. */
export function asWord(text: string): string {
  return /^[\w./@:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The option that names the knowledge base, with a blank before it; empty for that of this folder. */
export function kbOption(folder: string): string {
  return folder === '.' ? '' : ` --kb ${asWord(folder)}`;
}
