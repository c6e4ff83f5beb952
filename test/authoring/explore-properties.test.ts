import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Edge,
  explore,
  type Input,
  type KnowledgeBase,
  loadTexts,
  situation,
  start,
  step,
  trail,
} from '../../src/index.js';
import { manifest } from './small-trees.js';

const facts = `facts:
  light: { name: Light, type: choice, choices: { on: On, off: Off } }
  power: { name: Power, type: yes-no, fades: true, ask: Is there power? }
  seen: { name: Seen, type: yes-no }
`;

/** One node in YAML; the numbers say to which of the later nodes it leads. */
type NodeOf = (to: (choice: number) => string, id: string) => string;

const kinds: readonly NodeOf[] = [
  (to) => `{ ask: Plain?, answers: { a: ${to(0)}, b: ${to(1)} }, unsure: { go: ${to(2)} } }`,
  (to) => `{ ask: Light?, fact: light, answers: { on: ${to(0)}, off: ${to(1)} }, unsure: { go: ${to(2)} } }`,
  (to) => `{ ask: Power?, fact: power, answers: { yes: ${to(0)}, no: ${to(1)} }, unsure: { go: ${to(2)} } }`,
  (to) =>
    `{ decide: [{ when: { fact: light, operator: equal, value: "on" }, go: ${to(0)} }, { otherwise: ${to(1)} }] }`,
  (to) =>
    `{ decide: [{ when: { fact: power, operator: notEqual, value: "yes" }, go: ${to(0)} }, { otherwise: ${to(1)} }] }`,
  (to) =>
    `{ decide: [{ when: { fact: seen, operator: equal, value: "yes" }, go: ${to(0)} }, { otherwise: ${to(1)} }] }`,
  (to) =>
    `{ do: [{ say: Wait. }, { say: Look., when: { fact: light, operator: equal, value: "off" } }], then: ${to(0)} }`,
  (to, id) => `{ fault: f-${id}, unsolved: ${to(0)} }`,
  (to) => `{ visit: b, then: ${to(0)} }`,
];

const fix = (id: string): string => `  f-${id}:
    name: Fault ${id}
    cause: hardware
    explain: It is broken.
    fix: [{ say: Mend it. }]
    verify: { ask: All well?, answers: { "yes": "Yes", "no": "No" }, solved: "yes" }
`;

const rules = [
  '',
  'rules: [{ rule: r, when: { fact: light, operator: equal, value: "off" }, set: { seen: "yes" } }]',
  'rules: [{ rule: r, when: { fact: power, operator: equal, value: "no" }, go: b/n1 }]',
];

const nodeArb = (most: number) =>
  fc.record({ kind: fc.nat(most), targets: fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }) });

/** A tree whose nodes lead only to later ones: every call in it ends, so that all of them can be enumerated. */
function treeOf(id: string, nodes: readonly { readonly kind: number; readonly targets: readonly number[] }[]): string {
  const last = ['done', 'desk'];
  const written = nodes.map(({ kind, targets }, index) => {
    const later = [...nodes.keys()].slice(index + 1).map((each) => `n${each}`);
    const all = [...later, ...later, ...last];
    const to = (choice: number): string => all[(targets[choice] ?? 0) % all.length] as string;
    return `  n${index}: ${(kinds[kind] as NodeOf)(to, `n${index}`)}\n`;
  });
  const faults = nodes.flatMap(({ kind }, index) => (kind === 7 ? [fix(`n${index}`)] : []));
  return `tree: ${id}
title: Tree ${id}
symptoms: [it is tree ${id}]
start: n0
nodes:
${written.join('')}  done: { close: resolved }
  desk: { refer: second-line, because: So. }
${faults.length === 0 ? '' : `faults:\n${faults.join('')}`}`;
}

async function loaded(a: string, b: string, rule: string): Promise<KnowledgeBase> {
  const { knowledgeBase, diagnostics } = await loadTexts([
    { path: 'knowledge-base.yaml', text: manifest },
    { path: 'facts.yaml', text: facts },
    ...(rule === '' ? [] : [{ path: 'rules.yaml', text: `${rule}\n` }]),
    { path: 'a.yaml', text: a },
    { path: 'b.yaml', text: b },
  ]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return knowledgeBase;
}

const values = { light: ['on', 'off'], power: ['yes', 'no'], seen: ['yes', 'no'] };

/** What can be told before a call begins: each fact as each of its values, or not. */
const told = Object.entries(values).reduce<readonly Readonly<Record<string, string>>[]>(
  (before, [fact, each]) => before.flatMap((facts) => [facts, ...each.map((value) => ({ ...facts, [fact]: value }))]),
  [{}],
);

/** Plays every call without merging any: the edges that are taken, and the faults that are found. */
async function everyCall(kb: KnowledgeBase): Promise<{ readonly edges: Set<Edge>; readonly faults: Set<string> }> {
  const edges = new Set<Edge>();
  const faults = new Set<string>();
  for (const tree of kb.trees.keys())
    for (const facts of told) {
      let first = start(kb, { tree });
      if (Object.keys(facts).length > 0) {
        first = (await step(kb, first, { tell: facts })).session;
        // What asks nothing is passed before anything can be told: it is gone back to, knowing what a visitor knows.
        const isLedAway = facts.power === 'no' && kb.rules.some(({ go }) => go !== undefined);
        if (kb.trees.get(tree)?.nodes.get('n0')?.kind !== 'ask' && !isLedAway)
          first = (await step(kb, first, { jump: `${tree}/n0` })).session;
      }
      const queue = [first];
      for (const session of queue) {
        const now = await situation(kb, session);
        if (now.type === 'isolated') faults.add(`${now.tree}/${now.fault}`);
        const replies: readonly Input[] =
          now.type === 'asking'
            ? [...now.answers.map(({ id }) => ({ answer: id })), { unsure: 'dont-know' }]
            : now.type === 'doing' || now.type === 'isolated'
              ? [{ done: true }, { skip: 'no' }]
              : [];
        if (replies.length === 0)
          for (const { edge } of await trail(kb, session)) if (edge !== undefined) edges.add(edge);
        for (const reply of replies) queue.push((await step(kb, session, reply)).session);
      }
    }
  return { edges, faults };
}

test('what it says never happens is what no call does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(nodeArb(8), { minLength: 1, maxLength: 4 }),
      // Its first node asks: what a rule leads into a tree that is over at once can only be seen from another tree.
      fc.tuple(nodeArb(2), fc.array(nodeArb(7), { minLength: 1, maxLength: 2 })),
      fc.constantFrom(...rules),
      async (a, b, rule) => {
        const kb = await loaded(treeOf('a', a), treeOf('b', [b[0], ...b[1]]), rule);
        const { findings, complete } = await explore(kb);
        expect(complete).toBe(true);
        expect(findings.filter(({ kind }) => kind === 'failed' || kind === 'refused')).toEqual([]);
        if (findings.some(({ kind }) => kind === 'endless' || kind === 'asked-often')) {
          // Only a rule leads back to a place before: then there is no end of calls to enumerate.
          expect(rule).toContain('go:');
          return;
        }
        const { edges, faults } = await everyCall(kb);
        for (const { kind, place, message } of findings) {
          if (kind === 'fault-not-found')
            expect(
              [...faults].filter(
                (each) => message.includes(`"${each.split('/')[1]}"`) && place.file === `${each.split('/')[0]}.yaml`,
              ),
            ).toEqual([]);
          // The place of a way is that of its edge, or of the node that nobody comes to.
          if (kind === 'not-taken') expect([...edges].filter(({ at }) => at === place)).toEqual([]);
        }
        const isSaid = new Set(findings.filter(({ kind }) => kind === 'not-taken').map(({ place }) => place));
        const silent = [...kb.trees.values()].flatMap((tree) =>
          [...tree.edges].flatMap(([from, all]) =>
            all
              .filter(
                (edge) =>
                  edge.kind !== 'unsure' &&
                  tree.nodes.get(from)?.kind !== 'visit' &&
                  !edges.has(edge) &&
                  !isSaid.has(edge.at),
              )
              .map((edge) => `${tree.id}/${from} ${edge.kind} ${edge.label}`),
          ),
        );
        // Nothing more is silent than what comes after a place to which nobody comes.
        for (const edge of silent) {
          const [tree = '', node = ''] = (edge.split(' ')[0] ?? '').split('/');
          const at = kb.trees.get(tree)?.nodes.get(node)?.at;
          expect({
            edge,
            said: (at !== undefined && [...isSaid].some((place) => place === at)) || !reached(kb, tree, node, edges),
          }).toEqual({ edge, said: true });
        }
      },
    ),
    { numRuns: 25 },
  );
});

/** Whether some call comes to a node. */
function reached(kb: KnowledgeBase, tree: string, node: string, edges: ReadonlySet<Edge>): boolean {
  return [...(kb.trees.get(tree)?.edges.get(node) ?? [])].some((edge) => edges.has(edge));
}
