import type { AskNode, KnowledgeBase, Node } from '../../src/index.js';
import { treeVersion } from '../../src/index.js';
import { chanceFrom } from '../reports/chance.js';
import type { PlantedCase } from '../reports/plant.js';

const trees = ['printer-offline', 'print-queue', 'wifi', 'slow-computer'];
const said = ['my printer is dead', 'the scanner is broken', 'nothing prints', 'i need a new mouse'];
const printers = ['HP LaserJet', 'Canon MF', 'Brother HL', 'Epson ET'];

/** The calls of a small desk over a year, the same each time; in the last two weeks one fault goes with one printer. */
export function exampleCases(kb: KnowledgeBase): readonly PlantedCase[] {
  const chance = chanceFrom(2026);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() ** 1.5 * items.length)] as Item;
  return Array.from({ length: 700 }, (_, index) => {
    const day = new Date(Date.UTC(2026, 1, 1) + Math.floor((index * 300) / 700) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const isBurst = day >= '2026-11-14' && index % 2 === 0;
    const id = isBurst ? 'print-queue' : pick(trees);
    const tree = kb.trees.get(id);
    const nodes: readonly Node[] = [...(tree?.nodes.values() ?? [])];
    const asks = nodes.filter((node): node is AskNode => node.kind === 'ask' && node.fact === undefined).slice(0, 6);
    const found = nodes.filter((node) => node.kind === 'fault');
    const node = isBurst ? found[0] : pick(found);
    const fault = node?.kind === 'fault' ? node.fault : '';
    const isSolved = chance() < 0.75;
    const took = (most: number): number => 4_000 + Math.round(most * chance() ** 2);
    const end = nodes.find(({ kind }) => kind === 'refer');
    const version = { tree: id, tree_version: treeVersion(kb, id) };
    const agent = pick(['Ana', 'Ben', 'Chloe']);
    const fix = tree?.faults.get(fault)?.fix ?? [];
    return {
      day,
      of: {
        ...{ ...version, knowledge: kb.hash, fault: `${id}/${fault}`, last_agent: agent, took: took(600_000) },
        caller_key: `caller ${Math.floor(chance() * 150)}`,
        satisfaction: chance() < 0.3 ? 3 + Math.floor(3 * chance()) : null,
        ...(isSolved
          ? { outcome: 'resolved', place: `${id}/${node?.id}` }
          : { outcome: 'referred', place: `${id}/${end?.id}`, desk: 'second-line', reason: 'Nothing helped' }),
      },
      faults: [{ ...version, fault, status: isSolved ? 'fixed' : 'ruled-out', took: took(200_000) }],
      questions: asks.map((ask) => ({
        ...{ ...version, question: ask.id, took: took(40_000), confused: chance() < 0.05 ? 1 : 0 },
        reply: pick(['answered', 'answered', 'answered', 'answered', 'dont-know', 'cant-check', 'skipped']),
      })),
      steps: fix.slice(0, 3).map((_step, step) => ({
        ...{ ...version, sequence: 20 + step, node: node?.id ?? '', step, fault: `${id}/${fault}`, took: took(90_000) },
        ...(chance() < 0.9
          ? { result: 'done', solved: isSolved ? 1 : 0 }
          : { result: pick(['skipped', 'tried']), why: 'the caller is in a hurry', solved: isSolved ? 1 : 0 }),
      })),
      facts: [{ fact: 'printer.model', value: isBurst ? 'HP LaserJet' : pick(printers) }],
      sayings: [
        { said: pick(said), offered: 2, chose: chance() < 0.8 ? id : null, missed: chance() < 0.2 ? 'scanner' : '' },
        ...(chance() < 0.2 ? [{ sequence: 9, said: 'the left one', question: `${id}/${asks[0]?.id}#1` }] : []),
      ],
      agents: [{ agent, took: took(600_000) }],
    };
  });
}
