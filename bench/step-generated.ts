import { type KnowledgeBase, loadTexts } from '../src/index.js';
import { faultlineCalls } from './faultline-calls.js';
import { alone, oursOver, overOurs, type Section } from './finding.js';
import { flatRules } from './flat-rules.js';
import { generatedKnowledgeBase } from './generated-knowledge-base.js';
import { generatedTreeId } from './generated-tree.js';
import { pureMachines } from './machines.js';
import { mapWalk } from './map-walk.js';
import { plainEdges } from './plain-edges.js';
import { randomCalls } from './random-calls.js';
import { sideBySide, type Timing } from './side-by-side.js';
import { edgesOf, plainBeginnings, type TakenCall } from './take-call.js';

const few = 12;
const spread = 1000;
const flatTrees = [100, 1000] as const;

/** The time of a step with 12 trees and with many, beside peers that hold the same trees. */
export async function stepGenerated(trees: number): Promise<Section> {
  const small = await loaded(few);
  const large = await loaded(trees);
  const same = ids(few, 1);
  const distant = ids(Math.min(spread, trees), Math.max(1, Math.floor(trees / spread)));
  const callsSmall = await plainCalls(small.kb, same, 40);
  const callsSame = await plainCalls(large.kb, same, 40);
  const callsDistant = await plainCalls(large.kb, distant, 1);
  const edges = plainEdges(large.kb);
  const peers = edgesOf(callsDistant);
  const many = trees.toLocaleString('en');
  // Ours among themselves first: a peer that leaves much behind would burden whoever comes after it.
  const [ours, sameTrees, inTurn] = (await sideBySide(
    [
      await faultlineCalls(`faultline, ${few} trees`, small.kb, callsSmall),
      await faultlineCalls(`faultline, the same ${few} of ${many} trees`, large.kb, callsSame),
      await faultlineCalls(`faultline, ${distant.length} of ${many} trees in turn`, large.kb, callsDistant),
    ],
    21,
    30,
  )) as [Timing, Timing, Timing];
  const [map, mapInTurn] = (await sideBySide(
    [
      mapWalk(`bare Map walk, ${few} trees`, plainEdges(small.kb), edgesOf(callsSmall)),
      mapWalk(`bare Map walk, ${distant.length} of ${many} trees in turn`, edges, peers),
    ],
    15,
    30,
  )) as [Timing, Timing];
  const [oursAgain, machines] = (await sideBySide(
    [
      await faultlineCalls('faultline', large.kb, callsDistant),
      pureMachines(`xstate, transition(), ${distant.length} trees in turn`, plainEdges(large.kb, distant), peers),
    ],
    9,
    30,
  )) as [Timing, Timing];
  const flat = await flatTimings(large.kb, trees, callsSame);
  return {
    title: `A plain answer on ${many} generated trees`,
    remarks: [
      `${large.nodes} nodes, ${edges.length} edges, ${(large.bytes / 2 ** 20).toFixed(1)} MiB of YAML`,
      `loadTexts took ${(large.milliseconds / 1e3).toFixed(1)} s (${few} trees: ${small.milliseconds.toFixed(0)} ms); ${large.diagnostics} diagnostics`,
      'Trees in turn: each step in another part of the memory, which slows a bare Map walk too.',
      `json-rules-engine was not given all the trees: see how it grows from 100 to 1,000.`,
    ],
    findings: [
      alone(ours),
      {
        ...oursOver(sameTrees, ours, 1.2),
        what: sameTrees.name,
        nanoseconds: sameTrees.nanoseconds,
        compared: `this / ${few} trees`,
      },
      {
        ...oursOver(inTurn, ours, 1.2),
        what: inTurn.name,
        nanoseconds: inTurn.nanoseconds,
        compared: `this / ${few} trees`,
      },
      alone(map),
      {
        ...oursOver(mapInTurn, map),
        what: mapInTurn.name,
        nanoseconds: mapInTurn.nanoseconds,
        compared: `this / ${few} trees`,
      },
      overOurs(machines, oursAgain),
      ...flat.map(({ peer, own }) => overOurs(peer, own, 50)),
    ],
  };
}

interface Base {
  readonly kb: KnowledgeBase;
  readonly milliseconds: number;
  readonly bytes: number;
  readonly nodes: number;
  readonly diagnostics: number;
}

async function loaded(trees: number): Promise<Base> {
  const files = generatedKnowledgeBase(trees);
  const from = performance.now();
  const { knowledgeBase: kb, diagnostics } = await loadTexts(files);
  const milliseconds = performance.now() - from;
  if (kb.trees.size !== trees) throw new Error(`Only ${kb.trees.size} of ${trees} trees: ${diagnostics[0]?.message}`);
  return {
    kb,
    milliseconds,
    bytes: files.reduce((sum, { text }) => sum + text.length, 0),
    nodes: [...kb.trees.values()].reduce((sum, { nodes }) => sum + nodes.size, 0),
    diagnostics: diagnostics.length,
  };
}

function ids(count: number, stride: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => generatedTreeId(index * stride));
}

async function plainCalls(kb: KnowledgeBase, trees: readonly string[], each: number): Promise<readonly TakenCall[]> {
  return plainBeginnings(await randomCalls(kb, trees, each, 1));
}

/** json-rules-engine with the edges of some of the trees, beside ours with all of them. */
async function flatTimings(
  kb: KnowledgeBase,
  trees: number,
  calls: readonly TakenCall[],
): Promise<readonly { readonly peer: Timing; readonly own: Timing }[]> {
  const results: { peer: Timing; own: Timing }[] = [];
  for (const count of flatTrees.filter((each) => each <= trees)) {
    const edges = plainEdges(kb, ids(count, 1));
    const peer = flatRules(`json-rules-engine, flat, ${count} trees (${edges.length} rules)`, edges, edgesOf(calls));
    const [theirs, own] = (await sideBySide([peer, await faultlineCalls('faultline', kb, calls)], 5, 0)) as [
      Timing,
      Timing,
    ];
    results.push({ peer: theirs, own });
  }
  return results;
}
