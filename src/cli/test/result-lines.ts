import type { CallResult, Loaded } from '../../index.js';

/** How much of what went well is shown before a difference. */
const lastAgreed = 3;

/**
 * A result in lines: nothing for a call that passed, unless they are wanted too; for one that failed the last things on
 * which call and example agreed, and then where they part, each with its place.
 */
export function resultLines({ example, differences, agreed }: CallResult, verbose: boolean): readonly string[] {
  const name = `${example.tree}: ${example.name}`;
  if (differences.length === 0) return verbose ? [`passed  ${name}`] : [];
  const shown = agreed.slice(-lastAgreed);
  return [
    `failed  ${name}`,
    ...(agreed.length > shown.length ? [`  agreed   ${agreed.length - shown.length} before these`] : []),
    ...shown.map(({ words, place }) => `  agreed   ${place.file}:${place.line}  ${words}`),
    ...differences.flatMap(({ message, hint, place }) => [
      `  differs  ${place.file}:${place.line}:${place.column}  ${message}`,
      ...(hint === undefined ? [] : [`           ${hint}`]),
    ]),
  ];
}

/** How many calls passed, and how many failed. */
export function summary(results: readonly CallResult[]): string {
  const failed = results.filter(({ differences }) => differences.length > 0).length;
  const passed = results.length - failed;
  return `${passed} ${passed === 1 ? 'call' : 'calls'} passed, ${failed} failed.`;
}

/** That there are mistakes, which keep calls from being played. */
export function mistakesLine(count: number, folder: string): string {
  return `${count} ${count === 1 ? 'mistake' : 'mistakes'} in the knowledge base: run "faultline lint ${folder}".`;
}

/** How many mistakes keep parts of a knowledge base from being used. */
export function mistakesIn({ diagnostics }: Pick<Loaded, 'diagnostics'>): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
