import type { PlainEdge } from './plain-edges.js';
import type { Contender } from './side-by-side.js';

/** The least that can be done: two Maps, `node` to `answer` to `next`. */
export function mapWalk(name: string, edges: readonly PlainEdge[], steps: readonly PlainEdge[]): Contender {
  const graph = new Map<string, Map<string, string>>();
  for (const { node, answer, next } of edges) {
    const answers = graph.get(node) ?? new Map<string, string>();
    graph.set(node, answers.set(answer, next));
  }
  return {
    name,
    run: () => {
      let right = 0;
      for (const { node, answer, next } of steps) if (graph.get(node)?.get(answer) === next) right += 1;
      if (right !== steps.length) throw new Error(`Only ${right} of ${steps.length} steps arrived.`);
      return steps.length;
    },
  };
}
