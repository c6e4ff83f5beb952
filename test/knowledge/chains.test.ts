import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type AskNode, edgesFrom, loadFolder, reachableNodes, type Tree } from '../../src/index.js';
import { fixtures, loadNodes, loadOver } from './fixtures.js';

const { knowledgeBase } = await loadFolder(join(fixtures, 'good'));
const printer = knowledgeBase.trees.get('printer-offline') as Tree;

const question = (more: string): string =>
  `nodes:\n  start: { ask: Which?, ${more}, answers: { a: end }, unsure: { treat_as: a } }\n` +
  '  look: { ask: What do you see?, answers: { a: end }, unsure: { treat_as: a } }\n  end: { close: resolved }\n';
async function asked(more: string): Promise<{ node: AskNode; tree: Tree; codes: string[] }> {
  const loaded = await loadNodes(question(more));
  const tree = loaded.knowledgeBase.trees.get('example') as Tree;
  return { tree, node: tree?.nodes.get('start') as AskNode, codes: loaded.diagnostics.map(({ code }) => code) };
}
const confused = (tree: Tree) => edgesFrom(tree, 'start').filter(({ kind }) => kind === 'confused');

describe('what is said to a confused caller', () => {
  test('stands with questions, facts, steps and verifications, in order', () => {
    const paused = printer.faults.get('queue-paused');
    expect((printer.nodes.get('power') as AskNode).ifConfused).toEqual([
      'It is usually a small lamp beside the power button.',
      'Does anything on it shine?',
    ]);
    expect(knowledgeBase.facts.get('os')?.ifConfused).toHaveLength(2);
    expect(paused?.fix[1]?.ifConfused).toEqual(['It is in the menu Printer.', 'It is the word below Pause.']);
  });

  test('stands with a verification as well', async () => {
    const { knowledgeBase: own } = await loadNodes(
      'nodes: { start: { fault: f, unsolved: end }, end: { close: unresolved } }\n' +
        'faults: { f: { name: F, cause: hardware, explain: It is., fix: [{ say: Do. }], verify: { ask: Ok?, if_confused: [One., Two.] } } }\n',
    );
    expect(own.trees.get('example')?.faults.get('f')?.verify?.ifConfused).toEqual(['One.', 'Two.']);
  });

  test('of one text is a chain of one, with nowhere to go', async () => {
    const { node, tree } = await asked('if_confused: Look again.');
    expect(node.ifConfused).toEqual(['Look again.']);
    expect(confused(tree)).toEqual([]);
  });

  test('ends with another way of finding out, which is a way to a node like any other', async () => {
    const { node, tree, codes } = await asked('if_confused: [Look again., { go: look }]');
    expect(node.ifConfused).toEqual(['Look again.']);
    expect(confused(tree)).toEqual([
      {
        from: 'start',
        kind: 'confused',
        label: '',
        to: { kind: 'node', node: 'look' },
        at: { file: 'example.yaml', line: 6, column: 58, endLine: 6, endColumn: 62 },
      },
    ]);
    expect([...reachableNodes(tree)]).toContain('look');
    expect(codes).toEqual([]);
  });

  test('can be another way at once', async () => {
    const { node, tree } = await asked('if_confused: [{ go: look }]');
    expect(node.ifConfused).toBeUndefined();
    expect(confused(tree).map(({ to }) => to)).toEqual([{ kind: 'node', node: 'look' }]);
  });

  test('has the parameters of a procedure filled in, in each wording', async () => {
    const { knowledgeBase: own, diagnostics } = await loadOver(
      {
        path: 'procedures/open.yaml',
        text: 'procedure: open\ntitle: Open\nparameters: [lid]\nsteps: [{ say: Open it., if_confused: ["Open the {lid}.", "Pull at the {lid}."] }]\n',
      },
      {
        path: 'a.yaml',
        text: 'tree: a\ntitle: A\nsymptoms: [a]\nstart: s\nnodes: { s: { do: [{ use: open, with: { lid: flap } }], then: e }, e: { close: resolved } }',
      },
    );
    expect(diagnostics).toEqual([]);
    expect(own.trees.get('a')?.nodes.get('s')).toMatchObject({
      steps: [{ ifConfused: ['Open the flap.', 'Pull at the flap.'] }],
    });
  });
});

describe('a question for waits', () => {
  test.each([
    ['meanwhile: true', true],
    ['meanwhile: false', false],
    ['note: N', false],
  ])('with { %s }: %s', async (more, expected) => {
    expect((await asked(more)).node.meanwhile).toBe(expected);
  });

  test('is none where a step would make its answer stale, and the author is told', async () => {
    const online = (fades: boolean) => ({
      path: 'facts.yaml',
      text: `facts:\n  memory: { name: M, type: number }\n  online: { name: O, type: yes-no, fades: ${fades} }\n`,
    });
    const text =
      'tree: a\ntitle: A\nsymptoms: [a]\nstart: s\nnodes:\n  s: { ask: Do pages open?, fact: online, meanwhile: true, then: e, unsure: skip }\n  e: { close: resolved }\n';
    const seen = await Promise.all(
      [true, false].map(async (fades) => {
        const loaded = await loadOver(online(fades), { path: 'a.yaml', text });
        const node = loaded.knowledgeBase.trees.get('a')?.nodes.get('s') as AskNode;
        return [node.meanwhile, loaded.diagnostics.map(({ code, severity }) => `${severity} ${code}`)];
      }),
    );
    expect(seen).toEqual([
      [false, ['warning meanwhile-fades']],
      [true, []],
    ]);
  });
});

describe('what makes sure that something was tried', () => {
  test('stands with steps, faults and procedures', () => {
    expect(printer.nodes.get('restart')).toHaveProperty(
      'tried',
      'Did all its lamps go out before you switched it on again?',
    );
    expect(printer.faults.get('queue-paused')?.tried).toBe('Did the word Paused go away?');
    expect([...knowledgeBase.procedures.values()]).toEqual([
      { id: 'restart-device', title: 'Restart a device', tried: 'Was it switched off for half a minute?' },
      { id: 'wait-a-moment', title: 'Wait' },
    ]);
  });

  test('of a procedure knows facts, and no parameters', async () => {
    const procedure = (tried: string) => ({
      path: 'procedures/open.yaml',
      text: `procedure: open\ntitle: Open\nparameters: [lid]\ntried: "${tried}"\nsteps: [{ say: "Open the {lid}." }]\n`,
    });
    const codes = async (tried: string) => (await loadOver(procedure(tried))).diagnostics.map(({ code }) => code);
    expect(await codes('Was the {printer.model} open?')).toEqual([]);
    expect(await codes('Was the {lid} open?')).toEqual(['unknown-placeholder']);
  });

  test('cannot be asked of a procedure whose steps cannot be read', async () => {
    const { procedures } = (
      await loadOver(
        { path: 'procedures/a.yaml', text: 'procedure: a\ntitle: A\nsteps: [{ use: missing }]\n' },
        { path: 'procedures/b.yaml', text: 'procedure: b\ntitle: B\nsteps: [{ use: b }]\n' },
      )
    ).knowledgeBase;
    expect([...procedures.keys()]).toEqual(['restart-device']);
  });
});
