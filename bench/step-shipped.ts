import { loadFolder } from '../src/index.js';
import { exampleCalls } from './example-calls.js';
import { faultlineCalls, stepsBySort } from './faultline-calls.js';
import { alone, oursOver, overOurs, type Section } from './finding.js';
import { flatRules } from './flat-rules.js';
import { actorMachines, pureMachines } from './machines.js';
import { mapWalk } from './map-walk.js';
import { plainEdges } from './plain-edges.js';
import { shippedKnowledgeBase } from './shipped-knowledge-base.js';
import { type Contender, sideBySide, type Timing } from './side-by-side.js';
import type { SortOfStep } from './sort-of-step.js';
import { edgesOf, plainBeginnings } from './take-call.js';

const sorts: readonly (readonly [SortOfStep, string])[] = [
  ['plain', 'faultline, plain answer in whole calls'],
  ['rules', 'faultline, answer that rules are about'],
  ['decide', 'faultline, answer that leads through decide'],
  ['when', 'faultline, answer that leads to steps with when'],
  ['done', 'faultline, step done'],
  ['other', 'faultline, verification, unsure, skip, visit'],
];

/** The time of a step on the shipped knowledge base, beside its peers. */
export async function stepShipped(): Promise<Section> {
  const { knowledgeBase: kb } = await loadFolder(shippedKnowledgeBase);
  const calls = await exampleCalls(kb);
  const beginnings = plainBeginnings(calls);
  const edges = plainEdges(kb);
  const steps = edgesOf(beginnings);
  const contenders: Contender[] = [
    await faultlineCalls('faultline, plain answer', kb, beginnings),
    mapWalk('bare Map walk', edges, steps),
    emptyAwait(steps.length),
    pureMachines('xstate, transition()', edges, steps),
    actorMachines('xstate, actor.send()', edges, steps),
    flatRules('json-rules-engine, flat', edges, steps),
  ];
  const timings = await sideBySide(contenders, 15, 30);
  const [ours, map, empty, pure, actor, flat] = timings as [Timing, Timing, Timing, Timing, Timing, Timing];
  const bySort = await stepsBySort(kb, calls, 15);
  const rest = sorts.flatMap(([sort, name]) => {
    const timing = bySort.get(sort);
    return timing === undefined ? [] : [{ ...alone(timing), what: `${name} (${timing.steps})` }];
  });
  return {
    title: 'A step on the shipped knowledge base',
    remarks: [
      `${kb.trees.size} trees, ${edges.length} edges; ${calls.length} example calls, which begin with ${steps.length} plain answers`,
      'Conditions have been judged before for the same facts. Peers keep no record of the call.',
      'The last rows: every example call taken to its end, each step timed by itself.',
    ],
    findings: [
      alone(ours),
      oursOver(ours, map, 5),
      oursOver(ours, empty),
      overOurs(pure, ours),
      overOurs(actor, ours),
      overOurs(flat, ours, 50),
      ...rest,
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
