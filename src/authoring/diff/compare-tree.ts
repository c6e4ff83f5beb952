import { type Edge, edgesFrom, type KnowledgeBase, type Node, type Tree } from '../../knowledge/index.js';
import type { Change, ChangedThing } from './change.js';
import { compareFaults } from './compare-faults.js';
import { compareSteps } from './compare-steps.js';
import { nodeInWords, quoted, targetInWords, wayInWords } from './in-words.js';
import { isSame } from './same.js';

type Both<Value> = readonly [before: Value, after: Value];

/** What callers and agents will notice of what has changed in a tree. */
export function compareTree(kbs: Both<KnowledgeBase>, trees: Both<Tree>): readonly Change[] {
  const [before, after] = trees;
  const about = { tree: after.id, at: after.at, before: before.at };
  const renamed = renamedNodes(trees);
  const changes: Change[] = [];
  if (before.title !== after.title)
    changes.push({
      ...about,
      what: 'tree',
      kind: 'changed',
      message: `It is called ${quoted(after.title)} now, and was called ${quoted(before.title)}.`,
    });
  if (renamed.get(before.start) !== after.start && before.start !== after.start)
    changes.push({
      ...about,
      what: 'tree',
      kind: 'changed',
      message: `It begins at ${nodeInWords(after, after.start)}, and began at ${nodeInWords(before, before.start)}.`,
    });
  changes.push(...compareSymptoms(trees));
  for (const [id, node] of before.nodes)
    if (!after.nodes.has(id) && !renamed.has(id))
      changes.push({
        tree: after.id,
        what: thingOf(node),
        kind: 'gone',
        message: `${nodeInWords(before, id)} is gone.`,
        before: node.at,
      });
  const newNames = new Set(renamed.values());
  for (const [id, node] of after.nodes) {
    const old = before.nodes.get(id);
    if (old !== undefined) changes.push(...compareNode(kbs, trees, old, node, renamed));
    else if (!newNames.has(id))
      changes.push({
        tree: after.id,
        what: thingOf(node),
        kind: 'new',
        message: `${nodeInWords(after, id)} is new.`,
        at: node.at,
      });
  }
  return [...changes, ...compareFaults(trees)];
}

function thingOf({ kind }: Node): ChangedThing {
  if (kind === 'ask' || kind === 'check') return 'question';
  if (kind === 'do') return 'steps';
  if (kind === 'decide') return 'decision';
  return kind === 'fault' ? 'fault' : 'way';
}

/** Nodes that only have another name: for callers nothing changes. */
function renamedNodes([before, after]: Both<Tree>): ReadonlyMap<string, string> {
  const fresh = [...after.nodes.values()].filter(({ id }) => !before.nodes.has(id));
  const renamed = new Map<string, string>();
  for (const node of before.nodes.values()) {
    if (after.nodes.has(node.id)) continue;
    const same = fresh.filter((other) => isSame({ ...node, id: '' }, { ...other, id: '' }));
    const [only] = same;
    if (only !== undefined && same.length === 1 && ['ask', 'check', 'do', 'fault'].includes(node.kind))
      renamed.set(node.id, only.id);
  }
  return renamed;
}

function compareSymptoms([before, after]: Both<Tree>): readonly Change[] {
  const about = { what: 'symptoms', tree: after.id, at: after.at, before: before.at } as const;
  const fresh = after.symptoms.filter((symptom) => !before.symptoms.includes(symptom));
  const gone = before.symptoms.filter((symptom) => !after.symptoms.includes(symptom));
  const some = (all: readonly string[]): string =>
    `${all.slice(0, 3).map(quoted).join(', ')}${all.length > 3 ? ` and ${all.length - 3} more` : ''}`;
  return [
    ...(fresh.length === 0
      ? []
      : [{ ...about, kind: 'new', message: `Callers who say this may come here now: ${some(fresh)}.` } as const]),
    ...(gone.length === 0
      ? []
      : [{ ...about, kind: 'gone', message: `This is not among its symptoms any more: ${some(gone)}.` } as const]),
  ];
}

function compareNode(
  kbs: Both<KnowledgeBase>,
  trees: Both<Tree>,
  old: Node,
  now: Node,
  renamed: ReadonlyMap<string, string>,
): readonly Change[] {
  const [before, after] = trees;
  const about = { tree: after.id, at: now.at, before: old.at, kind: 'changed' } as const;
  const name = nodeInWords(after, now.id);
  if (old.kind !== now.kind)
    return [
      { ...about, what: thingOf(now), message: `${name} is something else now: ${now.kind} in place of ${old.kind}.` },
    ];
  const changes: Change[] = [];
  if ('answers' in old && 'answers' in now) {
    if (old.ask !== now.ask)
      changes.push({
        ...about,
        what: 'question',
        message: `${now.id} asks ${quoted(now.ask)}, and asked ${quoted(old.ask)}.`,
      });
    const [said, saidBefore] = [now.say ?? now.ask, old.say ?? old.ask];
    if (said !== saidBefore && old.ask === now.ask)
      changes.push({
        ...about,
        what: 'question',
        message: `${now.id} is put to the caller as ${quoted(said)}, and was put as ${quoted(saidBefore)}.`,
      });
    if (!isSame(old.ifConfused, now.ifConfused))
      changes.push({
        ...about,
        what: 'question',
        message: `${name} is explained in other words to a caller who does not understand it.`,
      });
    if (old.fact !== now.fact)
      changes.push({
        ...about,
        what: 'question',
        message:
          now.fact === undefined
            ? `${name} tells no fact any more, and is asked each time.`
            : `${name} tells the fact "${now.fact}" now, and is not asked where that is known.`,
      });
    for (const { id, label } of now.answers)
      if (!old.answers.some((answer) => answer.id === id))
        changes.push({
          ...about,
          what: 'answer',
          kind: 'new',
          message: `${name} has the new answer ${quoted(label)}.`,
        });
    for (const { id, label } of old.answers)
      if (!now.answers.some((answer) => answer.id === id))
        changes.push({
          ...about,
          what: 'answer',
          kind: 'gone',
          message: `${name} has the answer ${quoted(label)} no more.`,
        });
    for (const answer of now.answers) {
      const other = old.answers.find(({ id }) => id === answer.id);
      if (other !== undefined && other.label !== answer.label)
        changes.push({
          ...about,
          what: 'answer',
          message: `An answer to ${name} reads ${quoted(answer.label)}, and read ${quoted(other.label)}.`,
        });
    }
  } else if (old.kind === 'do' && now.kind === 'do') {
    changes.push(...compareSteps(old.steps, now.steps, { ...about, what: 'steps', name: now.id }));
  } else if (old.kind === 'decide' && now.kind === 'decide') {
    if (!isSame(old.branches, now.branches))
      changes.push({ ...about, what: 'decision', message: `${name} decides by other conditions.` });
  } else if (old.kind === 'refer' && now.kind === 'refer') {
    if (old.desk !== now.desk)
      changes.push({
        ...about,
        what: 'desk',
        message: `${now.id} refers to the desk "${now.desk}", and referred to "${old.desk}".`,
      });
    if (!isSame([old.because, old.say, old.collect], [now.because, now.say, now.collect]))
      changes.push({ ...about, what: 'desk', message: `${name} says or collects something else for the desk.` });
  } else if (!isSame({ ...old, note: '', why: '' }, { ...now, note: '', why: '' }))
    changes.push({ ...about, what: thingOf(now), message: `${name} was ${nodeInWords(before, old.id)}.` });
  return [...changes, ...compareWays(kbs, trees, old.id, now.id, renamed)];
}

function compareWays(
  [beforeKb, afterKb]: Both<KnowledgeBase>,
  [before, after]: Both<Tree>,
  old: string,
  now: string,
  renamed: ReadonlyMap<string, string>,
): readonly Change[] {
  const key = ({ kind, label }: Edge): string => `${kind} ${label}`;
  const target = (edge: Edge): unknown =>
    edge.to.kind === 'node' ? { ...edge.to, node: renamed.get(edge.to.node) ?? edge.to.node } : edge.to;
  const olds = new Map(edgesFrom(before, old).map((edge) => [key(edge), edge]));
  const changes: Change[] = [];
  const unsure: Change[] = [];
  for (const edge of edgesFrom(after, now)) {
    const other = olds.get(key(edge));
    if (other === undefined || isSame(target(other), edge.to)) continue;
    const there = targetInWords(afterKb, after, edge.to);
    const was = targetInWords(beforeKb, before, other.to);
    (edge.kind === 'unsure' ? unsure : changes).push({
      what: 'way',
      kind: 'changed',
      tree: after.id,
      at: edge.at,
      before: other.at,
      message: `After ${nodeInWords(after, now)}, ${wayInWords(edge)} leads to ${there}, and led to ${was}.`,
    });
  }
  // One policy for all four ways of not knowing is one change.
  const isOne = unsure.length === 4 && new Set(unsure.map(({ at }) => JSON.stringify(at))).size === 1;
  return [
    ...changes,
    ...(isOne
      ? unsure.slice(0, 1).map((change) => ({
          ...change,
          message: change.message.replace(/"[a-z-]+" \(the caller does not know\)/, 'not knowing'),
        }))
      : unsure),
  ];
}
