import { describe, expect, test } from '@jest/globals';
import { lintKnowledge, loadTexts, previewKnowledge, previewPage, previewScript } from '../../../src/index.js';

const manifest = {
  path: 'knowledge-base.yaml',
  text: 'knowledge_base: x\ntitle: X\ndesks: { d: { name: D } }\ndefault_desk: d\n',
};
const tree = `# a comment
tree: printer # the name
title: It does not print
symptoms: [it does not print]
start: lamp
nodes:
  lamp:
    ask: Is the lamp on?
    answers:
      "on": done
      "off": out

  # Deeper.
  out: { fault: unplugged, unsolved: done }
  done: { close: unresolved }
faults:
  unplugged:
    name: Not plugged in
    cause: user-error
    explain: It has no power.
`;
const calls = { path: 'printer.calls.yaml', text: 'tree: printer\ncalls: []\n' };

async function preview(text: string, before?: string) {
  const read = (each: string) => loadTexts([manifest, calls, { path: 'printer.yaml', text: each }], { written: true });
  const loaded = await read(text);
  const earlier = before === undefined ? undefined : (await read(before)).knowledgeBase;
  const whole = new Map(earlier === undefined ? [] : [['printer', earlier]]);
  return previewKnowledge(loaded.knowledgeBase, loaded.sources, lintKnowledge(loaded), whole);
}

describe('what an author sees of a knowledge base', () => {
  test('every finding belongs to the tree of its file, errors first, with the node or the fault it is in', async () => {
    const wrong = tree.replace('    ask: Is', '    aks: Is').replace('    cause: user-error', '    cause: nobody');
    const { trees, findings } = await preview(wrong, tree);
    expect(trees).toMatchObject([{ id: 'printer', title: 'It does not print', isWhole: false }]);
    const places = findings.map(({ severity, file, line, node, tree: of }) => [severity, file, line, node, of]);
    expect(places).toContainEqual(['error', 'printer.yaml', 7, 'lamp', 'printer']);
    expect(places).toContainEqual(['error', 'printer.yaml', 19, 'out', 'printer']);
    expect(places.some(([, file, , , of]) => file === 'printer.calls.yaml' && of === 'printer')).toBe(true);
    const grave = findings.map(({ severity }) => ['error', 'warning', 'advice'].indexOf(severity));
    expect(grave).toEqual([...grave].sort());
    expect(findings.find(({ line }) => line === 19)?.excerpt).toMatch(/^19 \| {5}cause: nobody\n {3}\| {12}\^+$/);
  });

  test('the counts are those of the findings', async () => {
    const { trees, findings } = await preview(tree);
    const count = (level: string): number =>
      findings.filter(({ severity, tree: of }) => of === 'printer' && severity === level).length;
    expect(trees[0]?.counts).toEqual({ error: count('error'), warning: count('warning'), advice: count('advice') });
    expect(count('warning')).toBeGreaterThan(0);
  });

  test('a tree that nobody has ever read is there too, by its name', async () => {
    const { trees } = await preview(tree.replace('nodes:', 'nodes: ['));
    expect(trees).toMatchObject([
      { id: 'printer', title: 'printer', isWhole: false, counts: { error: expect.any(Number) } },
    ]);
  });

  test('what is in files of no tree belongs to none', async () => {
    const loaded = await loadTexts([manifest, { path: 'facts.yaml', text: 'facts: 7\n' }], { written: true });
    const { findings } = previewKnowledge(loaded.knowledgeBase, loaded.sources, lintKnowledge(loaded));
    expect(findings.filter(({ file }) => file === 'facts.yaml')).toMatchObject([{ severity: 'error' }]);
    expect(findings.every(({ tree: of }) => of === undefined)).toBe(true);
  });

  test('what steers a screen stands nowhere in it', async () => {
    const { findings } = await preview(tree.replace('lamp on?', 'lamp\u202Eon?'));
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain('\u202E');
  });
});

describe('the page', () => {
  test('has a script that can be read, and holds no script or style of its own', () => {
    expect(() => new Function(previewScript)).not.toThrow();
    expect(previewPage.match(/<script/g)).toHaveLength(1);
    expect(previewPage).toContain('<script src="preview.js" defer></script>');
    expect(previewPage).not.toMatch(/ style=| on\w+=|<style/);
  });

  test('has every part that its script looks for, or the script makes it', () => {
    const wanted = [...previewScript.matchAll(/\bby\('([a-z-]+)'\)/g)].map(([, id]) => id ?? '');
    const made = ['view', 'hint', 'fact', 'fact-value', 'tell-part', 'panel-close'];
    const there = [...previewPage.matchAll(/ id="([a-z-]+)"/g)].map(([, id]) => id ?? '');
    expect(wanted.length).toBeGreaterThan(50);
    expect([...new Set(wanted)].filter((id) => !there.includes(id) && !made.includes(id))).toEqual([]);
  });
});
