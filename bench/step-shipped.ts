import { type KnowledgeBase, loadFolder } from '../src/index.js';
import { exampleSteps } from './example-steps.js';
import { faultlineSteps } from './faultline-steps.js';
import { alone, oursOver, overOurs, type Section } from './finding.js';
import { flatRules } from './flat-rules.js';
import { actorMachines, pureMachines } from './machines.js';
import { mapWalk } from './map-walk.js';
import { edgeOfStep, plainEdges } from './plain-edges.js';
import { shippedKnowledgeBase } from './shipped-knowledge-base.js';
import { type Contender, sideBySide, type Timing } from './side-by-side.js';
import { type SortOfStep, sortOfStep } from './sort-of-step.js';
import type { TakenStep } from './take-call.js';

const sorts: readonly (readonly [SortOfStep, string])[] = [
  ['rules', 'faultline, answer that rules are about'],
  ['decide', 'faultline, answer that leads through decide'],
  ['when', 'faultline, answer that leads to steps with when'],
  ['done', 'faultline, step done'],
  ['other', 'faultline, verification, unsure, skip, visit'],
];

/** The time of a step on the shipped knowledge base, beside its peers. */
export async function stepShipped(): Promise<Section> {
  const { knowledgeBase: kb } = await loadFolder(shippedKnowledgeBase);
  const bySort = await stepsBySort(kb);
  const plain = bySort.get('plain') ?? [];
  const edges = plainEdges(kb);
  const steps = plain.map(edgeOfStep);
  const contenders: Contender[] = [
    faultlineSteps('faultline, plain answer', kb, plain),
    mapWalk('bare Map walk', edges, steps),
    emptyAwait(steps.length),
    pureMachines('xstate, transition()', edges, steps),
    actorMachines('xstate, actor.send()', edges, steps),
    flatRules('json-rules-engine, flat', edges, steps),
  ];
  const others = sorts.flatMap(([sort, name]) => {
    const taken = bySort.get(sort) ?? [];
    return taken.length === 0 ? [] : [faultlineSteps(`${name} (${taken.length})`, kb, taken)];
  });
  const timings = await sideBySide([...contenders, ...others], 15, 30);
  const [ours, map, empty, pure, actor, flat, ...rest] = timings as [Timing, Timing, Timing, Timing, Timing, Timing];
  return {
    title: 'A step on the shipped knowledge base',
    remarks: [
      `${kb.trees.size} trees, ${edges.length} edges, ${kb.calls.length} example calls with ${plain.length} plain answers`,
      'Conditions have been judged before for the same facts. Peers keep no record of the call.',
    ],
    findings: [
      alone(ours),
      oursOver(ours, map, 5),
      oursOver(ours, empty),
      overOurs(pure, ours),
      overOurs(actor, ours),
      overOurs(flat, ours, 50),
      ...rest.map((timing) => ({ ...alone(timing) })),
    ],
  };
}

/** An async function that does nothing: what awaiting alone costs. */
function emptyAwait(times: number): Contender {
  const nothing = async (answer: number): Promise<number> => answer;
  return {
    name: 'awaiting an empty async function',
    run: async () => {
      for (let index = 0; index < times; index += 1) await nothing(index);
      return times;
    },
  };
}

async function stepsBySort(kb: KnowledgeBase): Promise<ReadonlyMap<SortOfStep, readonly TakenStep[]>> {
  const bySort = new Map<SortOfStep, TakenStep[]>();
  for (const taken of await exampleSteps(kb)) {
    const sort = sortOfStep(kb, taken);
    const list = bySort.get(sort) ?? [];
    list.push(taken);
    bySort.set(sort, list);
  }
  return bySort;
}
