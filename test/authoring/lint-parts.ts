/** A file with a tree, but for its symptoms and nodes. */
export const tree = (name: string, rest: string): string =>
  `# ${name}.yaml\ntree: ${name}\ntitle: The ${name}\n${rest}`;
/** The rest of a tree of which nothing counts. */
export const closing = 'start: done\nnodes: { done: { close: unresolved } }\n';
/** A question that leads to done. */
export const ask = (text: string, more = ''): string =>
  `{ ask: ${text}, ${more}answers: { "yes": done, "no": done }, unsure: { treat_as: "no" } }`;
/** A manifest, with more. */
export const manifest = (more: string): string =>
  `# knowledge-base.yaml\nknowledge_base: examples\ntitle: Examples\ndesks: { second-line: { name: Second line }, security: { name: Security } }\ndefault_desk: second-line\n${more}`;
/** A tree with one fault, with more about it. */
export const fault = (more: string): string =>
  `nodes:\n  start: { fault: dusty, unsolved: done }\n  done: { close: unresolved }\nfaults:\n  dusty: { name: Dust, cause: hardware, explain: There is dust in it.${more} }\n`;
/** What a fault with a fix needs. */
export const verified = ', verify: { ask: Is it better? }';
/** The condition of the base, with another meaning. */
export const rules = (condition: string): string => `# rules.yaml\nconditions:\n  little-memory: ${condition}\n`;
/** A condition. */
export const little = '{ fact: memory, operator: lessThan, value: 8 }';
/** A tree that only decides. */
export const decided = (...whens: readonly string[]): string =>
  `nodes:\n  start:\n    decide:\n${whens.map((when) => `      - { when: ${when}, go: done }\n`).join('')}      - { otherwise: done }\n  done: { close: unresolved }\n`;
/** The fact that the conditions of the base need. */
export const memory = '  memory: { name: memory, type: number, ask: How much memory is there? }\n';
/** A known issue, with more about it. */
export const overlay = (more: string): string =>
  `# overlays.yaml\noverlays:\n  - { issue: outage, title: Outage, trees: [wifi], ask: Is it slow?, explain: It is being mended.${more} }\n`;
