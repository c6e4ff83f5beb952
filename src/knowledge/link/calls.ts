import type { CallExample } from '../call-example.js';
import { entriesOf, entryPlace, headPlace, isWritten, keyPlace, valuePlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import type { CallLinking } from './call-linking.js';
import { linkAnswer, linkTurns, questionNamed } from './call-turns.js';
import type { FileValue, ValidFile } from './files.js';
import { isDeclared, isSound, lookUp } from './linking.js';
import { type TreesOfCall, treesOfCall } from './questions.js';
import { linkFactValues } from './rules.js';

type CallsValue = FileValue<'calls'>;
type CallValue = CallsValue['calls'][number];

/** Links one call file. Calls with an error, and those of a tree that does not exist, are left out. */
export function linkCalls(file: ValidFile, context: CallLinking): CallExample[] {
  const value = file.holder?.root as Partial<CallsValue> | undefined;
  const id = value?.tree;
  if (value === undefined || typeof id !== 'string' || !Array.isArray(value.calls)) return [];
  const { names } = context;
  lookUp(names.trees, id, 'unknown-tree', value, 'tree', context);
  if (!isDeclared(names.trees, id)) return [];
  const list = value.calls;
  return [...list.entries()].flatMap(([index, call]) => {
    if (!isSound(list, index, context)) return [];
    const at = headPlace(list, index);
    checkKeys(call, at, context);
    const linked = linkCall(id, call, at, context);
    return context.flawless(entryPlace(list, index)) ? [linked] : [];
  });
}

/** The keys that say nothing without another one. */
const companions = [
  ['found', 'words'],
  ['fixed_by', 'world'],
  ['otherwise', 'world'],
] as const;

function checkKeys(call: CallValue, at: CallExample['at'], { report }: CallLinking): void {
  for (const [key, needed] of companions) {
    if (call[key] !== undefined && call[needed] === undefined)
      report('companion-missing', keyPlace(call, key), { key, needed });
  }
  if (call.ends !== undefined) return;
  const isPlayed = Object.keys(call).some((key) => !['name', 'words', 'found'].includes(key));
  if (call.words === undefined || isPlayed) report('missing-key', at, { key: 'ends', about: 'How the call ends.' });
}

const expectations = [
  ...['words', 'ends', 'fault', 'desk', 'ends_at', 'within', 'asked', 'never_asked'],
  ...['reads', 'never_reads', 'ruled_out', 'suspected', 'warned'],
] as const;

function linkCall(tree: string, call: CallValue, at: CallExample['at'], context: CallLinking): CallExample {
  const { names, rules } = context;
  const trees = treesOfCall(tree, context);
  const given = linkFactValues(call.given, names, context);
  const answers = (call.answers ?? []).flatMap((one) => linkTurns(one, trees, context));
  const world = call.world;
  if (call.fault !== undefined) checkFault(call.fault, call, 'fault', trees, context);
  if (call.fixed_by !== undefined) checkFault(call.fixed_by, call, 'fixed_by', trees, context);
  for (const key of ['ruled_out', 'suspected'] as const)
    for (const [index, name] of (call[key] ?? []).entries())
      checkFault(name, call[key] as object, index, trees, context);
  if (call.ends_at !== undefined) checkNode(call.ends_at, call, trees, context);
  if (call.desk !== undefined) lookUp(names.desks, call.desk, 'unknown-desk', call, 'desk', context);
  for (const key of ['asked', 'never_asked'] as const)
    for (const [index, name] of (call[key] ?? []).entries())
      questionNamed(name, valuePlace(call[key] as object, index), trees, context);
  for (const [index, name] of (call.warned ?? []).entries())
    lookUp(rules, name, 'unknown-rule', call.warned as object, index, context);
  return withoutUndefined({
    tree,
    name: call.name,
    words: call.words,
    found: call.words === undefined ? undefined : (call.found ?? 'first'),
    on: call.on,
    given,
    answers,
    world:
      world === undefined
        ? undefined
        : new Map(entriesOf(world).map(([name, turn]) => [name, linkAnswer(world, name, turn, trees, context)])),
    fixedBy: call.fixed_by,
    otherwise: call.otherwise,
    ends: call.ends,
    fault: call.fault,
    desk: call.desk,
    within: call.within,
    asked: call.asked && [...call.asked],
    neverAsked: [...(call.never_asked ?? [])],
    endsAt: call.ends_at,
    reads: call.reads && [...call.reads],
    neverReads: call.never_reads && [...call.never_reads],
    ruledOut: call.ruled_out && [...call.ruled_out],
    suspected: call.suspected && [...call.suspected],
    warned: call.warned && [...call.warned],
    at,
    expected: new Map(
      expectations.flatMap((key) => (isWritten(call, key) ? [[key, { at: keyPlace(call, key) }] as const] : [])),
    ),
  });
}

/** Reports a node that the tree, or the one that is named with it, has not. */
function checkNode(name: string, call: CallValue, trees: TreesOfCall, { names, report }: CallLinking): void {
  const [tree, node] = name.includes('/') ? (name.split('/') as [string, string]) : [trees.ids[0] ?? '', name];
  if (!isDeclared(names.trees, tree)) {
    report('unknown-tree', valuePlace(call, 'ends_at'), { name: tree, among: [...names.trees.known.keys()] });
    return;
  }
  const nodes = names.trees.known.get(tree)?.nodes;
  if (nodes !== undefined && !nodes.has(node))
    report('unknown-node', valuePlace(call, 'ends_at'), { name: node, among: nodes, where: `the tree ${tree}` });
}

/** Reports a fault that none of the trees has; `tree/fault` names one of any tree. */
function checkFault(
  name: string,
  parent: object,
  key: string | number,
  trees: TreesOfCall,
  { names, report }: CallLinking,
): void {
  const [tree, inner] = name.includes('/') ? (name.split('/') as [string, string]) : [undefined, name];
  if (tree !== undefined && !isDeclared(names.trees, tree)) {
    report('unknown-tree', valuePlace(parent, key), { name: tree, among: [...names.trees.known.keys()] });
    return;
  }
  if (tree === undefined ? !trees.complete : names.trees.known.get(tree) === undefined) return;
  const searched = tree === undefined ? trees.ids : [tree];
  const among = searched.flatMap((id) => [...(names.trees.known.get(id)?.faults ?? [])]);
  if (among.includes(inner)) return;
  const where = tree === undefined ? 'this tree or those it visits' : `the tree ${tree}`;
  report('unknown-fault', valuePlace(parent, key), { name: inner, among, where });
}
