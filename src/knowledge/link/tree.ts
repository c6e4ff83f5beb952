import { reachableNodes } from '../graph/index.js';
import type { Edge, Fault, Node, Tree } from '../model.js';
import { entriesOf, entryPlace, isWritten, keyPlace, valuePlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import type { Code } from '../words/index.js';
import { linkFault } from './fault.js';
import type { FileValue } from './files.js';
import { isSound, type Linking } from './linking.js';
import type { DeclaredTree, NamesInScope } from './names-in-scope.js';
import { linkNode } from './node.js';
import { checkPlaceholders } from './placeholders.js';
import { type TreeLinking, wayToNode } from './tree-linking.js';

type Entries = Readonly<Record<string, unknown>>;

// With one of these some edge is missing, and what seems out of reach may only be the other end of it.
const leavesWayOut: ReadonlySet<Code> = new Set<Code>([
  'unknown-node',
  'unknown-fault',
  'unknown-answer',
  'answer-no-way',
  'then-missing',
  'choice-no-way',
  'skip-no-way',
]);

// What seems to be missing beside a key that is not known may be what stands under that key.
const saysMissing: ReadonlySet<Code> = new Set<Code>([
  'answer-no-way',
  'answers-missing',
  'choice-no-way',
  'otherwise-missing',
  'parameter-missing',
  'skip-no-way',
  'then-missing',
  'unknown-answer',
  'unsure-missing',
  'verify-missing',
]);

/** A tree as far as it could be linked. */
export interface LinkedTree {
  readonly tree: Tree;
  /** Whether it can be walked as far as what it needs from elsewhere goes; its own errors are among the diagnostics. */
  readonly usable: boolean;
}

/**
 * Links one tree: its nodes with their edges, and its faults. Entries whose shape is broken are left out; what depends
 * on all ways being known, such as whether a node can be reached, is then not looked at. `entered` are the nodes that rules lead to.
 */
export function linkTree(
  declared: DeclaredTree & { readonly value: Entries },
  names: NamesInScope,
  entered: Iterable<string>,
  linking: Linking,
): LinkedTree {
  const { value } = declared;
  let usable = true;
  const faults = new Map<string, Fault>();
  let waysMissing = false;
  const context: TreeLinking = {
    ...linking,
    report: (code, place, args, related) => {
      waysMissing ||= leavesWayOut.has(code);
      linking.report(code, place, args, related);
    },
    names,
    faults,
    tree: declared,
    block: () => {
      usable = false;
    },
  };
  const nodes = new Map<string, Node>();
  const edges = new Map<string, readonly Edge[]>();
  const soundFaults = eachSound(value, 'faults', context, (all, id, here) => faults.set(id, linkFault(all, id, here)));
  const soundNodes = eachSound(value, 'nodes', context, (all, id, here) => {
    const linked = linkNode(all, id, here);
    nodes.set(id, linked.node);
    edges.set(id, linked.edges);
  });
  if (typeof value.start === 'string' && declared.nodes.size > 0) wayToNode(value, 'start', context);
  const tree = withoutUndefined({
    ...headOf(value as FileValue<'tree'>),
    id: declared.id,
    at: placeOfName(value),
    nodes,
    faults,
    edges,
  });
  if (soundNodes && soundFaults && !waysMissing) checkUse(tree, value, entered, linking);
  return { tree, usable: usable && soundNodes && soundFaults };
}

function eachSound(
  value: Entries,
  key: 'nodes' | 'faults',
  context: TreeLinking,
  link: (all: object, id: string, context: TreeLinking) => void,
): boolean {
  const all = value[key];
  if (typeof all !== 'object' || all === null || Array.isArray(all)) return all === undefined && key === 'faults';
  let sound = true;
  for (const [id] of entriesOf(all as Entries)) {
    const isWhole = isSound(all, id, context);
    sound &&= isWhole;
    if (!isWhole && !context.misspelt(entryPlace(all, id))) continue;
    link(all, id, isWhole ? context : withoutMissing(context));
    checkPlaceholders((all as Entries)[id], context.names.facts, [], context);
  }
  return sound;
}

function withoutMissing(context: TreeLinking): TreeLinking {
  return {
    ...context,
    report: (code, place, args, related) => {
      if (!saysMissing.has(code)) context.report(code, place, args, related);
    },
  };
}

function placeOfName(value: Entries): Tree['at'] {
  const key = isWritten(value, 'tree') ? 'tree' : (Object.keys(value)[0] as string);
  return valuePlace(value, key);
}

// Of a tree with a broken head only the diagnostics are used, so that what is missing here does no harm.
function headOf(value: FileValue<'tree'>) {
  const { title, symptoms, language, reviewed, sources, start } = value;
  return { title, symptoms, language, reviewed, sources: sources ?? [], start };
}

function checkUse(tree: Tree, value: Entries, entered: Iterable<string>, { report }: Linking): void {
  const reached = reachableNodes(tree, entered);
  for (const id of tree.nodes.keys())
    if (!reached.has(id)) report('unreachable-node', keyPlace(value.nodes as object, id), { node: id });
  const isolated = new Set([...tree.nodes.values()].map((node) => (node.kind === 'fault' ? node.fault : '')));
  for (const id of tree.faults.keys())
    if (!isolated.has(id)) report('unused-fault', keyPlace(value.faults as object, id), { fault: id });
}
