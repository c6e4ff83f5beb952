import { yamlText } from './yaml-text.js';

/** A fault with its fix. */
export interface FaultText {
  readonly id: string;
  readonly name: string;
  readonly cause: string;
  readonly explain: string;
  readonly steps: readonly string[];
  readonly verify: string;
}

/** A fault as it is written under `faults`, without the indentation of that place. */
export function faultLines({ id, name, cause, explain, steps, verify }: FaultText): readonly string[] {
  return [
    `${yamlText(id)}:`,
    `  name: ${yamlText(name)}`,
    `  cause: ${cause}`,
    '  # likelihood: common, occasional or rare',
    `  explain: ${yamlText(explain)}`,
    '  # caution: What could be lost or go wrong, read before the steps.',
    '  fix: # one action in each step; expect says what the caller should then see',
    ...steps.map((step) => `    - say: ${yamlText(step)}`),
    '  verify:',
    `    ask: ${yamlText(verify)}`,
  ];
}
