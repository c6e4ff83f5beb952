import { beforeAll, expect, test } from '@jest/globals';
import { type CallResult, type KnowledgeBase, type Loaded, loadFolder, runCalls } from '../../src/index.js';

let loaded: Loaded;
let kb: KnowledgeBase;
let results: readonly CallResult[];

beforeAll(async () => {
  loaded = await loadFolder('knowledge-base');
  kb = loaded.knowledgeBase;
  results = await runCalls(kb);
}, 60_000);

const subjects = [
  'printer-offline',
  'wifi',
  'no-internet',
  'slow-computer',
  'no-power',
  'no-display',
  'no-sound',
  'email',
  'sign-in',
  'program-wont-open',
  'file-wont-open',
  'web-purchase',
];

test('has nothing to mend, not even a warning', () => {
  expect(loaded.diagnostics.map(({ code, place }) => `${place.file}:${place.line} ${code}`)).toEqual([]);
});

test('covers the twelve subjects, and what is dangerous', () => {
  expect([...kb.trees.keys()]).toEqual(expect.arrayContaining([...subjects, 'safety']));
});

test('has trees of 12 to 30 nodes', () => {
  const sizes = [...kb.trees.values()].map(({ id, nodes }) => ({ id, size: nodes.size }));
  expect(sizes.filter(({ size }) => size < 12 || size > 30)).toEqual([]);
});

test('passes its example calls', () => {
  const differences = results.flatMap(({ example, differences }) =>
    differences.map(({ message, place }) => `${place.file}:${place.line} ${example.name}: ${message}`),
  );
  expect(differences).toEqual([]);
  expect(results.length).toBeGreaterThan(200);
});

test('has calls that take every answer of every question', () => {
  const taken = new Set(results.flatMap(({ trail }) => trail.map(({ edge }) => edge)));
  const untaken = [...kb.trees.values()].flatMap((tree) =>
    [...tree.edges.values()]
      .flat()
      .filter((edge) => edge.kind === 'answer' && !taken.has(edge))
      .map((edge) => `${tree.id}/${edge.from}: ${edge.label}`),
  );
  expect(untaken).toEqual([]);
});

test('says for every question what happens when the caller does not know', () => {
  const questions = [...kb.trees.values()].flatMap((tree) =>
    [...tree.nodes.values()].flatMap((node) => (node.kind === 'ask' || node.kind === 'check' ? [{ tree, node }] : [])),
  );
  expect(questions.length).toBeGreaterThan(100);
  const open = questions.filter(({ node }) => Object.keys(node.unsure).length < 4);
  expect(open.map(({ tree, node }) => `${tree.id}/${node.id}`)).toEqual([]);
});

test('uses each procedure in several trees or faults', () => {
  const users = new Map<string, Set<string>>();
  for (const tree of kb.trees.values()) {
    const lists = [
      ...[...tree.faults.values()].map(({ id, fix }) => ({ id, steps: fix })),
      ...[...tree.nodes.values()].flatMap((node) => (node.kind === 'do' ? [{ id: node.id, steps: node.steps }] : [])),
    ];
    for (const { id, steps } of lists) {
      for (const { procedure } of steps) {
        if (procedure !== undefined) users.set(procedure, (users.get(procedure) ?? new Set()).add(`${tree.id}/${id}`));
      }
    }
  }
  expect([...users].filter(([, places]) => places.size >= 2).length).toBeGreaterThanOrEqual(10);
});

const stepsOfAll = () =>
  [...kb.trees.values()].flatMap((tree) => [
    ...[...tree.faults.values()].flatMap(({ fix }) => fix),
    ...[...tree.nodes.values()].flatMap((node) => (node.kind === 'do' ? node.steps : [])),
  ]);

test('asks whether something was tried so that yes can only mean one thing', () => {
  const tried = [
    ...[...kb.procedures.values()].map((procedure) => procedure.tried),
    ...[...kb.trees.values()].flatMap((tree) => [
      ...[...tree.faults.values()].map((fault) => fault.tried),
      ...[...tree.nodes.values()].map((node) => (node.kind === 'do' ? node.tried : undefined)),
    ]),
  ].filter((text) => text !== undefined);
  expect(tried.length).toBeGreaterThan(100);
  expect(
    tried.filter(
      (text) => !text.endsWith('?') || /^(?:Is|Was|Did|Does) (?:neither|nothing|not)\b|\bno longer\b/i.test(text),
    ),
  ).toEqual([]);
});

test('says in a step that cannot be undone what is lost, and leaves the asking to the consent', () => {
  const risky = stepsOfAll().filter((step) => step.risky);
  expect(risky.length).toBeGreaterThan(20);
  expect(risky.filter(({ say }) => /is that all right|shall we/i.test(say)).map(({ say }) => say)).toEqual([]);
  const removing = risky.filter(({ say }) =>
    /\b(?:End task|Force Quit|Force stop|Uninstall|Delete Account|Remove account)\b/.test(say),
  );
  expect(removing.length).toBeGreaterThan(8);
  expect(removing.filter(({ say }) => !/\b(?:lost|leaves?|again|older)\b/.test(say)).map(({ say }) => say)).toEqual([]);
});

test('warns before a step that ends a call over the phone itself', () => {
  const restarting = stepsOfAll().filter(({ procedure }) => procedure === 'computer-restart-phone');
  expect(restarting.filter(({ say }) => say.includes('the restart ends our call')).length).toBeGreaterThan(5);
  const switching = stepsOfAll().filter(({ say }) => /\b(?:the|your) phone off and on again/.test(say));
  expect(switching.length).toBeGreaterThan(2);
  expect(switching.filter(({ say }) => !say.includes('our call ends')).map(({ say }) => say)).toEqual([]);
  expect(kb.trees.get('no-internet')?.faults.get('mobile-data')?.caution).toContain('end our call');
});

test('asks after a flood of mail so that yes means that nothing strange was found', () => {
  expect(kb.trees.get('email-misused')?.faults.get('mail-flood')?.verify?.say).toMatch(/^Are all .* your own\?$/);
});

test('does not explain in the middle of a step what most callers know', () => {
  const shown = ['update', 'Wi-Fi', 'account', 'sign in', 'download', 'fuse'];
  expect(shown.filter((term) => kb.glossary.get(term)?.whenAsked !== true)).toEqual([]);
});
