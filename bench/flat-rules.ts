import { Engine } from 'json-rules-engine';
import type { PlainEdge } from './plain-edges.js';
import type { Contender } from './side-by-side.js';

/** One json-rules-engine with a rule for every edge. A run takes the next of the steps, since one takes long. */
export function flatRules(name: string, edges: readonly PlainEdge[], steps: readonly PlainEdge[]): Contender {
  const engine = new Engine();
  for (const { node, answer, next } of edges) {
    const conditions = {
      all: [
        { fact: 'node', operator: 'equal', value: node },
        { fact: 'answer', operator: 'equal', value: answer },
      ],
    };
    engine.addRule({ conditions, event: { type: next } });
  }
  // A step that has no common divisor with most lengths, so that all parts of the list come up.
  const stride = 97;
  let turn = 0;
  return {
    name,
    run: async () => {
      const { node, answer, next } = steps[(turn * stride) % steps.length] as PlainEdge;
      turn += 1;
      const { events } = await engine.run({ node, answer });
      if (!events.some(({ type }) => type === next)) throw new Error(`"${node}" did not lead to "${next}".`);
      return 1;
    },
  };
}
