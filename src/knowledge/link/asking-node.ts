import type { AskNode, Edge } from '../model.js';
import { entriesOf, keyPlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import { type Asking, linkAnswers } from './answers.js';
import { linkConfused } from './confused.js';
import type { NodeValue } from './files.js';
import { isDeclared, lookUp } from './linking.js';
import { checkParameters } from './steps.js';
import { edge, type TreeLinking } from './tree-linking.js';
import { linkUnsure } from './unsure.js';

/** Links a question to the caller, or a check that a person answers. */
export function linkAskingNode(
  nodes: object,
  id: string,
  value: NodeValue<'ask'> | NodeValue<'check'>,
  context: TreeLinking,
): { node: AskNode; edges: readonly Edge[] } {
  const kind = 'ask' in value ? 'ask' : 'check';
  const node: Asking = value;
  const fact =
    node.fact === undefined ? undefined : lookUp(context.names.facts, node.fact, 'unknown-fact', node, 'fact', context);
  const linked = linkAnswers(node, kind, fact, context);
  const unsure = linkUnsure(id, node, kind, linked, context);
  const confused = linkConfused(id, node, context);
  // A step would make it stale again before the call comes to where it is needed.
  const fadesMeanwhile = node.meanwhile === true && fact?.fades === true;
  if (fadesMeanwhile) context.report('meanwhile-fades', keyPlace(node, 'meanwhile'), { fact: fact.name });
  const edges = [...linked.ways].map(([answer, way]) => edge(id, 'answer', answer, way));
  return {
    node: withoutUndefined({
      id,
      at: keyPlace(nodes, id),
      kind,
      ask: 'ask' in value ? value.ask : value.check,
      say: node.say,
      ifConfused: confused.ifConfused,
      why: node.why,
      note: node.note,
      fact: node.fact,
      meanwhile: node.meanwhile === true && !fadesMeanwhile,
      answers: linked.answers,
      run: 'check' in value ? linkRun(value, context) : undefined,
      unsure: unsure.unsure,
    } as const),
    edges: [...edges, ...unsure.edges, ...confused.edges],
  };
}

function linkRun(value: NodeValue<'check'>, context: TreeLinking): AskNode['run'] | undefined {
  if (value.run === undefined) {
    const stray = value.with === undefined ? [] : entriesOf(value.with);
    for (const [name] of stray)
      context.report('parameter-unknown', keyPlace(value.with as object, name), { owner: 'check', name, among: [] });
    return undefined;
  }
  const check = lookUp(context.names.checks, value.run, 'unknown-check', value, 'run', context);
  if (check !== undefined) checkParameters(value.run, check.parameters, value, 'run', context);
  if (!isDeclared(context.names.checks, value.run)) return undefined;
  return { check: value.run, with: Object.fromEntries(value.with === undefined ? [] : entriesOf(value.with)) };
}
