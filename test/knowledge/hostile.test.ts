import { describe, expect, test } from '@jest/globals';
import { loadTexts } from '../../src/index.js';
import { loadOver } from './fixtures.js';

const tree = 'tree: example\ntitle: An example\nsymptoms: [it]\nstart: start\nnodes: { start: { close: resolved } }\n';
const deepFlow = (depth: number): string => `title: ${'['.repeat(depth)}${']'.repeat(depth)}`;
const deepBlock = (depth: number): string => Array.from({ length: depth }, (_, n) => `${' '.repeat(n)}a:`).join('\n');

const shapes: [name: string, text: string | Uint8Array, code: string][] = [
  ['a file over 1 MiB', `${tree}#${'x'.repeat(1024 * 1024)}`, 'too-large'],
  ['a file over 256 KiB', `${tree}#${'x'.repeat(256 * 1024)}`, 'file-large'],
  ['bytes that are not UTF-8', Uint8Array.from([...Buffer.from(tree), 0xc3, 0x28]), 'not-utf8'],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${tree}`, 'utf16le'), 'not-utf8'],
  ['an overlong encoding', Uint8Array.from([0x61, 0x3a, 0x20, 0xc0, 0xaf]), 'not-utf8'],
  ['a null character', `${tree}# \u0000`, 'hidden-character'],
  ['an escape character', `${tree}# \u001b[31m`, 'hidden-character'],
  ['a C1 control', `${tree}# \u009b31m`, 'hidden-character'],
  ['a lone carriage return', `${tree}# one\rtwo`, 'hidden-character'],
  ['a change of direction', `${tree}# \u202e`, 'hidden-character'],
  ['an isolate', `${tree}# \u2066`, 'hidden-character'],
  ['a zero-width space', `${tree}# \u200b`, 'hidden-character'],
  ['a byte order mark inside', `${tree}# \ufeff`, 'hidden-character'],
  ['a tag character', `${tree}# \u{e0041}`, 'hidden-character'],
  ['a lone surrogate', `${tree}# \ud800`, 'hidden-character'],
  ['an escaped escape', `${tree}x: "\\e[31m"`, 'hidden-character'],
  ['an escaped change of direction in a key', `${tree}"\\u202e": 1`, 'hidden-character'],
  ['an escaped lone surrogate', `${tree}x: "\\ud800"`, 'hidden-character'],
  ['an anchor', `${tree}x: &a 1`, 'yaml-feature'],
  ['an alias', `${tree}x: *a`, 'yaml-feature'],
  ['an alias as a key', `${tree}*a : 1`, 'yaml-feature'],
  ['billions of laughs', `a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n`, 'yaml-feature'],
  ['a tag', `${tree}x: !!js/function "f"`, 'yaml-feature'],
  ['a directive of version 1.1', `%YAML 1.1\n---\n${tree}`, 'yaml-feature'],
  ['a directive for tags', `%TAG ! tag:x,2000:\n---\n${tree}`, 'yaml-feature'],
  ['65 brackets', deepFlow(65), 'too-deep'],
  ['a million brackets', `a: ${'['.repeat(1_000_000)}`, 'too-deep'],
  ['brackets and maps', 'a: [ '.repeat(200_000), 'too-deep'],
  ['65 maps in maps', deepBlock(66), 'too-deep'],
  ['dashes in dashes', '- '.repeat(100_000), 'too-deep'],
  ['question marks in question marks', '? '.repeat(100_000), 'too-deep'],
  ['several documents', `${tree}---\n${tree}`, 'several-documents'],
  ['an empty file', '', 'empty-file'],
  ['only a byte order mark', '\ufeff', 'empty-file'],
  ['only a document start', '---\n', 'empty-file'],
  ['null', 'null', 'empty-file'],
  ['the same key twice', `${tree}title: Again\n`, 'duplicate-key'],
  ['the same key in another normal form', `${tree}caf\u00e9: 1\ncafe\u0301: 1\n`, 'duplicate-key'],
  ['2,001 keys', Array.from({ length: 2001 }, (_, n) => `k${n}: 1`).join('\n'), 'too-many-keys'],
  ['32,000 keys', Array.from({ length: 32_000 }, (_, n) => `k${n}: 1`).join('\n'), 'too-many-keys'],
  ['__proto__', `${tree}__proto__: { polluted: true }\n`, 'reserved-key'],
  ['__proto__ in quotes', `${tree}"__proto__": { polluted: true }\n`, 'reserved-key'],
  ['__proto__ by an escape', `${tree}"\\x5f_proto__": { polluted: true }\n`, 'reserved-key'],
  ['constructor', `${tree}constructor: { prototype: 1 }\n`, 'reserved-key'],
  ['an infinite number', `${tree}x: .inf\n`, 'number-unsafe'],
  ['not a number', `${tree}x: .nan\n`, 'number-unsafe'],
  ['a number with too many digits', `${tree}x: 9007199254740993\n`, 'number-unsafe'],
  ['a number too large', `${tree}x: 1e999\n`, 'number-unsafe'],
  ['a list as a key', `${tree}? [a]\n: 1\n`, 'key-not-text'],
  ['a map as a key', `${tree}? { a: b }\n: 1\n`, 'key-not-text'],
  ['a number as a key', `${tree}10: 1\n`, 'quotes-missing'],
  ['nothing as a key', `${tree}? \n: 1\n`, 'quotes-missing'],
  ['a merge key', `${tree}<<: { title: Merged }\n`, 'unknown-key'],
  ['an open quote', `${tree}x: "open`, 'syntax'],
  ['an unknown escape', `${tree}x: "\\q"`, 'syntax'],
  ['a tab as indentation', 'a:\n\tb: 1', 'syntax'],
  ['text after a document end', `${tree}...\nmore: 1\n`, 'several-documents'],
];

describe('hostile files', () => {
  test.each(shapes)('%s: a diagnostic in short time, no exception, and no tree', async (_, text, code) => {
    const begun = performance.now();
    const { diagnostics, knowledgeBase } = await loadOver({ path: 'hostile.yaml', text });
    // A bound on life, not a measurement: what it guards against takes twenty seconds and more.
    expect(performance.now() - begun).toBeLessThan(8000);
    expect(diagnostics.map((found) => found.code)).toContain(code);
    expect(diagnostics.every((found) => found.place.file === 'hostile.yaml')).toBe(true);
    expect(knowledgeBase.trees.has('example')).toBe(code === 'file-large');
    expect(knowledgeBase.trees.has('wifi')).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('a byte order mark at the beginning is allowed', async () => {
    const { diagnostics } = await loadOver({ path: 'example.yaml', text: `\ufeff${tree}` });
    expect(diagnostics).toEqual([]);
  });

  test('lines may end with carriage return and line feed', async () => {
    const { diagnostics } = await loadOver({ path: 'example.yaml', text: tree.replaceAll('\n', '\r\n') });
    expect(diagnostics).toEqual([]);
  });

  test('64 levels are allowed', async () => {
    const { diagnostics } = await loadOver({ path: 'deep.yaml', text: deepBlock(62) });
    expect(diagnostics.map((found) => found.code)).not.toContain('too-deep');
  });

  test('words that old YAML takes for yes and no stay text', async () => {
    const text = tree.replace(
      '{ close: resolved }',
      '{ ask: On?, answers: { yes: end, no: end, on: end, off: end }, unsure: { treat_as: no } }, end: { close: resolved }',
    );
    const { knowledgeBase, diagnostics } = await loadOver({ path: 'example.yaml', text });
    expect(diagnostics).toEqual([]);
    const start = knowledgeBase.trees.get('example')?.nodes.get('start');
    expect(start?.kind === 'ask' && start.answers.map(({ id }) => id)).toEqual(['yes', 'no', 'on', 'off']);
  });

  test('procedures that multiply are stopped', async () => {
    const level = (n: number): { path: string; text: string } => ({
      path: `procedures/level-${n}.yaml`,
      text: `procedure: level-${n}\ntitle: Level\nsteps: [${n === 0 ? '{ say: Wait. }' : Array.from({ length: 60 }, () => `{ use: level-${n - 1} }`).join(', ')}]\n`,
    });
    const { diagnostics } = await loadOver(...Array.from({ length: 12 }, (_, n) => level(n)));
    expect(diagnostics.map((found) => found.code)).toEqual(['steps-too-many']);
  });

  test('parameters that multiply a text are stopped', async () => {
    const level = (n: number): { path: string; text: string } => ({
      path: `procedures/level-${n}.yaml`,
      text: `procedure: level-${n}\ntitle: Level\nparameters: [x]\nsteps: [${n === 0 ? '{ say: "{x}{x}" }' : `{ use: level-${n - 1}, with: { x: "{x}{x}{x}{x}{x}{x}{x}{x}" } }`}]\n`,
    });
    const { diagnostics } = await loadOver(...Array.from({ length: 30 }, (_, n) => level(n)));
    expect(diagnostics.map((found) => found.code)).toEqual(['too-long']);
  });

  test('a long chain of procedures and conditions does not exhaust the stack', async () => {
    const procedures = Array.from({ length: 3000 }, (_, n) => ({
      path: `procedures/p${n}.yaml`,
      text: `procedure: p${n}\ntitle: P\nsteps: [${n === 0 ? '{ say: Wait. }' : `{ use: p${n - 1} }`}]\n`,
    }));
    const conditions = Array.from({ length: 2000 }, (_, n) => `  c${n}: { condition: c${(n + 1) % 2000} }\n`).join('');
    const { diagnostics } = await loadOver(...procedures, { path: 'rules.yaml', text: `conditions:\n${conditions}` });
    expect(diagnostics.map((found) => found.code)).toEqual(['condition-cycle']);
  });

  test('the same path twice is misuse', async () => {
    const file = { path: 'knowledge-base.yaml', text: 'a: 1' };
    await expect(loadTexts([file, file])).rejects.toThrow(TypeError);
  });
});
