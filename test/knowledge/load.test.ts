import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type AskNode, edgesFrom, type KnowledgeBase, loadFolder, loadTexts, type Tree } from '../../src/index.js';
import { filesBelow, fixtures, loadNodes, loadOver } from './fixtures.js';

const { knowledgeBase } = await loadFolder(join(fixtures, 'good'));
const tree = knowledgeBase.trees.get('printer-offline') as Tree;
const edges = (of: Tree, node: string): string[] =>
  edgesFrom(of, node).map(({ kind, label, to }) => `${kind} ${label} > ${Object.values(to).join(' ')}`);
const ask = (of: Tree, node: string): AskNode => of.nodes.get(node) as AskNode;

async function example(nodes: string): Promise<{ tree: Tree; codes: string[]; knowledgeBase: KnowledgeBase }> {
  const loaded = await loadNodes(nodes);
  return {
    tree: loaded.knowledgeBase.trees.get('example') as Tree,
    codes: loaded.diagnostics.map(({ code }) => code),
    knowledgeBase: loaded.knowledgeBase,
  };
}

describe('a loaded tree', () => {
  test('has answers in written order, also where ids look like numbers', async () => {
    const { tree: own } = await example(
      'nodes:\n  start: { ask: Which?, answers: { "11": end, zwei: end, "2": end }, unsure: { treat_as: zwei } }\n  end: { close: resolved }\n',
    );
    expect(ask(own, 'start').answers.map(({ id }) => id)).toEqual(['11', 'zwei', '2']);
  });

  test('labels answers by their own label, else the choice, else the id', () => {
    expect(ask(tree, 'power').answers).toEqual([
      { id: 'on', label: 'On', hear: [] },
      { id: 'blinking', label: 'It is blinking', hear: ['flashing', 'comes and goes'] },
      { id: 'off', label: 'Off', hear: [] },
    ]);
    expect(ask(tree, 'link').answers.map(({ label }) => label)).toEqual([
      'By a cable',
      'By wireless',
      'By a network cable',
    ]);
    expect(ask(tree, 'smell').answers.map(({ id, label }) => [id, label])).toEqual([
      ['yes', 'Yes'],
      ['no', 'No'],
    ]);
    expect(ask(tree, 'memory').answers).toEqual([]);
  });

  test.each([
    ['power', ['answer on > node link', 'answer blinking > node lights', 'answer off > node restart']],
    ['link', ['answer usb > node restart', 'answer wifi > node by-os', 'answer network > node ping']],
    ['smell', ['answer yes > node by-os', 'answer no > node by-os']],
    ['memory', ['answer * > node smell']],
    ['ping', ['answer reachable > node queue', 'answer unreachable > node wifi']],
  ])('leads the answers of %s on', (node, expected) => {
    expect(edges(tree, node).filter((edge) => edge.startsWith('answer'))).toEqual(expected);
  });

  test.each([
    ['power', ['dont-know', 'cant-check', 'not-applicable', 'declined'].map((kind) => `unsure ${kind} > node restart`)],
    ['lights', ['dont-know', 'cant-check', 'not-applicable', 'declined'].map((kind) => `unsure ${kind} > node memory`)],
    ['link', ['unsure dont-know > node by-os', 'unsure cant-check > node ping', 'unsure declined > desk second-line']],
  ])('leads those who do not know on from %s', (node, expected) => {
    expect(edges(tree, node).filter((edge) => edge.startsWith('unsure'))).toEqual(expected);
  });

  test('keeps one policy for all ways of not knowing, or one for each', () => {
    expect(ask(tree, 'power').unsure.declined).toEqual({ kind: 'treat-as', answer: 'off' });
    expect(ask(tree, 'link').unsure).toEqual({
      'dont-know': { kind: 'go', to: 'by-os' },
      'cant-check': { kind: 'skip' },
      declined: { kind: 'refer', desk: 'second-line' },
    });
  });

  test.each([
    ['by-os', ['branch 0 > node queue', 'branch 1 > node second-line', 'otherwise  > node ping']],
    ['restart', ['then  > node still-offline']],
    ['wifi', ['visit  > tree wifi-down', 'then  > node still-offline']],
    ['queue', ['solved  > end', 'partly  > node still-offline', 'unsolved  > node second-line']],
    ['second-line', ['then  > desk second-line']],
    ['done', ['then  > end']],
  ])('has every edge of %s', (node, expected) => {
    expect(edges(tree, node)).toEqual(expected);
  });

  test('has edges for every node, each with the place where it is written', () => {
    expect([...tree.edges.keys()]).toEqual([...tree.nodes.keys()]);
    for (const node of tree.nodes.keys())
      for (const { from, at } of edgesFrom(tree, node)) {
        expect(from).toBe(node);
        expect(at).toMatchObject({ file: 'printer/printer-offline.yaml', line: expect.any(Number) });
      }
    expect(edgesFrom(tree, 'power')[1]?.at).toEqual({
      file: 'printer/printer-offline.yaml',
      line: 18,
      column: 80,
      endLine: 18,
      endColumn: 86,
    });
    expect(edgesFrom(tree, 'nowhere')).toEqual([]);
  });

  test('verifies a fix by yes, no and partly unless it says otherwise', () => {
    expect(tree.faults.get('queue-paused')?.verify).toEqual({
      ask: 'Does the page come out now?',
      answers: [
        { id: 'yes', label: 'Yes', hear: [] },
        { id: 'no', label: 'No', hear: [] },
        { id: 'partly', label: 'Only partly', hear: [] },
      ],
      solved: 'yes',
      partly: 'partly',
    });
    const router = knowledgeBase.trees.get('wifi-down') as Tree;
    expect(router.faults.get('router-off')?.verify).toEqual({
      ask: 'Are the lamps on now?',
      answers: [
        { id: 'lit', label: 'They are lit', hear: [] },
        { id: 'dark', label: 'They are dark', hear: [] },
      ],
      solved: 'lit',
    });
    expect(edges(router, 'router-off')).toEqual(['solved  > end', 'unsolved  > node fine']);
  });

  test('has no edge for what cannot happen: a fault without a fix is not solved', async () => {
    const { tree: own } = await example(
      'nodes: { start: { fault: f, unsolved: end }, end: { close: unresolved } }\nfaults: { f: { name: F, cause: hardware, explain: It is. } }\n',
    );
    expect(edges(own, 'start')).toEqual(['unsolved  > node end']);
  });

  test('has the steps of procedures written out, with parameters, conditions and seconds', () => {
    const restart = tree.nodes.get('restart');
    const isWindows = { fact: 'os', operator: 'equal', value: 'windows' };
    expect(restart?.kind === 'do' && restart.steps).toEqual([
      {
        when: isWindows,
        say: 'Please switch the printer off at its power button.',
        expect: 'All its lamps go out.',
        risky: false,
        procedure: 'restart-device',
      },
      {
        when: { all: [isWindows, { fact: 'os', operator: 'in', value: ['windows', 'macos'] }] },
        say: 'Wait, and switch the printer on again.',
        wait: 30,
        risky: false,
        procedure: 'wait-a-moment',
      },
      { say: 'Has it a smell? Then step back.', risky: true },
    ]);
    expect(knowledgeBase.trees.get('wifi-down')?.faults.get('router-off')?.fix[0]?.wait).toBe(120);
  });

  test('has the values of conditions as facts keep them', () => {
    const decide = tree.nodes.get('by-os');
    expect(decide?.kind === 'decide' && decide.branches[0]).toEqual({
      all: [
        { fact: 'os', operator: 'equal', value: 'windows' },
        { fact: 'os.version', operator: 'greaterThanInclusive', value: 10 },
      ],
    });
  });
});

describe('a loaded knowledge base', () => {
  test('sorts rules by priority, then as written', async () => {
    const rule = (name: string, priority: number) =>
      `  - { rule: ${name}, priority: ${priority}, when: { fact: plugged, operator: equal, value: "no" }, warn: W. }\n`;
    const { knowledgeBase: own } = await loadOver({
      path: 'rules.yaml',
      text: `rules:\n${rule('a', 0)}${rule('b', 5)}${rule('c', 0)}${rule('d', 5)}${rule('e', -1)}`,
    });
    expect(own.rules.map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c', 'e']);
  });

  test('keeps call files with their places', () => {
    expect(knowledgeBase.calls.map(({ name }) => name)).toEqual(['The queue is paused', 'Nobody knows']);
    const [first, second] = knowledgeBase.calls;
    expect([...(first?.given ?? [])]).toEqual([
      ['os', 'windows'],
      ['os.version', 10],
    ]);
    expect(second?.answers.map((turn) => 'reply' in turn && [turn.question, turn.reply])).toEqual([
      ['power', { unsure: 'dont-know' }],
      ['restart', { skip: 'The caller is on the road.' }],
      ['still-offline', { unsure: 'cant-check' }],
    ]);
    expect(second?.answers[0]?.at).toMatchObject({ line: 14, column: 11 });
  });

  test('is frozen through and through', () => {
    const seen = new Set<unknown>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      expect(Object.isFrozen(value)).toBe(true);
      if (value instanceof Map) for (const inner of value.values()) visit(inner);
      for (const inner of Object.values(value)) visit(inner);
    };
    visit(knowledgeBase);
    expect(seen.size).toBeGreaterThan(200);
    const trees = knowledgeBase.trees as Map<string, unknown>;
    for (const change of [() => trees.set('x', 1), () => trees.delete('wifi-down'), () => trees.clear()])
      expect(change).toThrow(TypeError);
    expect(trees.size).toBe(2);
  });

  test('has another hash when a byte moves from one file to the next, or a file is renamed', async () => {
    const hash = async (...files: [string, string][]) =>
      (await loadTexts(files.map(([path, text]) => ({ path, text })))).knowledgeBase.hash;
    const hashes = await Promise.all([
      hash(['a.yaml', 'ab'], ['b.yaml', 'c']),
      hash(['a.yaml', 'a'], ['b.yaml', 'bc']),
      hash(['a.yaml', 'ab'], ['c.yaml', 'c']),
      hash(['a.yaml', 'abc']),
    ]);
    expect(new Set(hashes).size).toBe(4);
    for (const one of hashes) expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gives the same bytes whatever the order of the files', async () => {
    const names = ['misspelt-everywhere.yaml', 'wrong-values.yaml', 'nothing-leads-on.yaml', 'round-and-round.yaml'];
    const files = filesBelow(join(fixtures, 'bad')).filter(({ path }) => names.includes(path));
    expect(files.length).toBe(4);
    const one = await loadOver(...files);
    const other = await loadTexts([...files, ...filesBelow(join(fixtures, 'base'))].reverse());
    expect(JSON.stringify(other.diagnostics)).toBe(JSON.stringify(one.diagnostics));
    expect(one.diagnostics.length).toBeGreaterThan(20);
  });

  test('leaves out what has an error, and nothing else', async () => {
    const { trees } = (
      await loadOver(
        {
          path: 'a.yaml',
          text: 'tree: a\ntitle: A\nsymptoms: [a]\nstart: s\nnodes: { s: { visit: b, then: e }, e: { close: resolved } }',
        },
        { path: 'b.yaml', text: 'tree: b\ntitle: B\nsymptoms: [b]\nstart: nowhere\nnodes: { e: { close: resolved } }' },
      )
    ).knowledgeBase;
    expect([...trees.keys()]).toEqual(['a', 'wifi']);
  });

  test('leaves out both trees of a loop that goes through both', async () => {
    const text = (id: string, other: string) =>
      `tree: ${id}\ntitle: T\nsymptoms: [t]\nstart: s\nnodes: { s: { visit: ${other}, then: e }, e: { close: resolved } }`;
    const { knowledgeBase: own, diagnostics } = await loadOver(
      { path: 'a.yaml', text: text('a', 'b') },
      { path: 'b.yaml', text: text('b', 'a') },
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['loop-without-question']);
    expect([...own.trees.keys()]).toEqual(['wifi']);
  });

  test('says nothing of trees that use a broken procedure, and leaves them out', async () => {
    const { knowledgeBase: own, diagnostics } = await loadOver(
      { path: 'procedures/p.yaml', text: 'procedure: p\ntitle: P\nsteps: [{ sya: Wait. }]' },
      {
        path: 'a.yaml',
        text: 'tree: a\ntitle: A\nsymptoms: [a]\nstart: s\nnodes: { s: { do: [{ use: p }], then: e }, e: { close: resolved } }',
      },
    );
    expect(diagnostics.map(({ place }) => place.file)).toEqual(['procedures/p.yaml']);
    expect([...own.trees.keys()]).toEqual(['wifi']);
  });

  test('keeps a broken fact as a text, so that the trees that ask for it can be walked', async () => {
    const { knowledgeBase: own, diagnostics } = await loadOver(
      {
        path: 'facts.yaml',
        text: 'facts:\n  memory: { name: memory, type: number }\n  colour: { name: colour, type: choice }\n',
      },
      {
        path: 'a.yaml',
        text: 'tree: a\ntitle: A\nsymptoms: [a]\nstart: s\nnodes: { s: { ask: Which?, fact: colour, answers: { red: e }, unsure: { treat_as: red } }, e: { close: resolved } }',
      },
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['choices-missing']);
    expect(own.facts.get('colour')?.type).toBe('text');
    expect([...own.trees.keys()]).toEqual(['a', 'wifi']);
  });

  test.each([
    ['facts.yaml', 'fcats: { os: { name: system, type: text } }'],
    ['rules.yaml', 'conditons: { little-memory: { fact: memory, operator: lessThan, value: 8 } }'],
    ['checks.yaml', 'chekcs: {}'],
  ])('a misspelt key of %s is one mistake, not one wherever a name is used', async (path, text) => {
    const user =
      'tree: a\ntitle: A\nsymptoms: [a]\nstart: s\nnodes:\n  s: { decide: [{ when: { condition: little-memory }, go: e }, { otherwise: c }] }\n' +
      '  c: { check: Is it?, run: ping-host, with: { host: h }, fact: os, answers: { windows: e }, then: e, unsure: skip }\n  e: { close: resolved }\n';
    const { diagnostics } = await loadOver({ path, text }, { path: 'a.yaml', text: user });
    expect(diagnostics.map(({ code, place }) => `${place.file} ${code}`)).toEqual([`${path} unknown-key`]);
  });

  test('a misspelt kind of a node is told with the line in which it stands', async () => {
    const text =
      'tree: a\ntitle: A\nsymptoms: [a]\nstart: s\nnodes:\n  s:\n    why: So.\n    aks: Is it on?\n    answers: { yes: e, no: e }\n    unsure: { go: e }\n  e: { close: resolved }\n';
    const { diagnostics } = await loadOver({ path: 'a.yaml', text });
    const missing = diagnostics.find(({ code }) => code === 'node-kind-missing');
    expect([missing?.place.line, missing?.hint]).toEqual([6, 'Did you mean "ask"?']);
    expect(missing?.related.map(({ message, place }) => [place.line, place.column, message])).toEqual([
      [8, 5, '"aks" stands here.'],
    ]);
  });

  test('works without anything but a manifest, and without even that', async () => {
    const [manifest] = filesBelow(join(fixtures, 'base')).filter(({ path }) => path === 'knowledge-base.yaml');
    const alone = await loadTexts(manifest === undefined ? [] : [manifest]);
    expect(alone.diagnostics).toEqual([]);
    expect(alone.knowledgeBase).toMatchObject({ name: 'examples', language: 'en', defaultDesk: 'second-line' });
    const nothing = await loadTexts([]);
    expect(nothing.diagnostics.map(({ code }) => code)).toEqual(['manifest-missing']);
    expect(nothing.knowledgeBase.trees.size).toBe(0);
  });
});
