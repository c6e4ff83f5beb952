import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { instance } from '@viz-js/viz';
import {
  type KnowledgeBase,
  type Picture,
  pictureOf,
  runCalls,
  toDot,
  toHtml,
  toMermaid,
  toSvg,
  wayOf,
} from '../../../src/index.js';
import { hostile, hostileTree } from './hostile-tree.js';
import { markupOf } from './markup.js';

let kb: KnowledgeBase;
let picture: Picture;
beforeAll(async () => {
  kb = await hostileTree();
  picture = await pictureOf(kb, 'hostile');
});

test('in SVG every text stays a text', () => {
  const { tags, texts } = markupOf(toSvg(picture));
  expect([...new Set(tags.map(({ name }) => name))].sort()).toEqual(
    ['desc', 'g', 'path', 'polygon', 'rect', 'style', 'svg', 'text', 'title'].sort(),
  );
  const names = new Set(tags.flatMap(({ attributes }) => [...attributes.keys()]));
  expect([...names].filter((name) => /^on|href|src/.test(name))).toEqual([]);
  for (const text of hostile.slice(0, 1)) expect(texts).toContain(text);
  const labels = tags.map(({ attributes }) => attributes.get('aria-label') ?? '');
  expect(labels.some((label) => label.includes(hostile[2]))).toBe(true);
});

test('in the page too, and only its own script runs', async () => {
  const [result] = await runCalls(kb, 'hostile');
  const calls = [{ name: result?.example.name ?? '', steps: wayOf('hostile', result?.trail ?? []) }];
  const page = await toHtml(kb, picture, { calls });
  const { tags, texts } = markupOf(page);
  for (const text of hostile) expect(texts.some((each) => each.includes(text))).toBe(true);
  const names = new Set(tags.flatMap(({ attributes }) => [...attributes.keys()]));
  expect([...names].filter((name) => /^on|href|src|style/.test(name))).toEqual([]);
  const scripts = [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  expect(scripts.map(([, attributes]) => attributes)).toEqual([' type="application/json" id="calls"', '']);
  expect(JSON.parse(scripts[0]?.[2] ?? '')).toEqual([
    {
      steps: [
        ['n0', expect.stringMatching(/^e\d+$/), hostile[3]],
        [expect.stringMatching(/^n\d+$/), null, ''],
      ],
    },
  ]);
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)];
  const hash = (text = ''): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(
    tags
      .find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy')
      ?.attributes.get('content'),
  ).toBe(
    `default-src 'none'; style-src ${hash(styles[0]?.[1])}; script-src ${hash(scripts[1]?.[2])}; base-uri 'none'; form-action 'none'`,
  );
  expect(styles).toHaveLength(1);
});

test('in DOT every text is the label that it was', async () => {
  const viz = await instance();
  const read = viz.renderJSON(toDot(picture)) as {
    readonly objects: readonly Record<string, string>[];
    readonly edges: readonly Record<string, string>[];
  };
  expect(read.objects.map(({ name }) => name)).toEqual(picture.nodes.map(({ key }) => key));
  expect(read.edges).toHaveLength(picture.edges.length);
  for (const each of [...read.objects, ...read.edges]) {
    expect(Object.keys(each).filter((name) => /url|href|target|tooltip/i.test(name))).toEqual([]);
  }
  const drawn = markupOf(
    viz
      .renderString(toDot(picture), { format: 'svg_inline' })
      .replace(/<!--[\s\S]*?-->/g, '')
      .replaceAll('&#45;', '-')
      .replaceAll('&#160;', ' '),
  );
  expect(
    [...new Set(drawn.tags.map(({ name }) => name))].filter((name) => ['a', 'script', 'image'].includes(name)),
  ).toEqual([]);
  const shown = new Set(drawn.texts.map((text) => text.trim()));
  const missing = picture.nodes
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .filter((line) => !shown.has(line));
  expect(missing).toEqual([]);
});

test('in Mermaid a label holds nothing that means something there', () => {
  const [, , , ...lines] = toMermaid(picture).trimEnd().split('\n');
  expect(lines[0]).toBe('flowchart TB');
  const label = '"(?:[\\p{L}\\p{M}\\p{N} ./,?!()\'’–…×·-]|#\\d+;|<br/>)+"';
  const node = new RegExp(`^ {2}n\\d+(?:\\(${label}\\)|\\[${label}\\]|\\[/${label}\\\\\\]|>${label}\\])$`, 'u');
  const edge = new RegExp(`^ {2}n\\d+ (?:-->|-\\.->)(?:\\|${label}\\|)? n\\d+$`, 'u');
  expect(lines.slice(2).filter((line) => !node.test(line) && !edge.test(line))).toEqual([]);
  expect(lines.slice(2)).toHaveLength(picture.nodes.length + picture.edges.length);
});
