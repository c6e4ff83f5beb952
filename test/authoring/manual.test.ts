import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type KnowledgeBase,
  loadFolder,
  loadTexts,
  makeManual,
  manualFormats,
  renderManual,
  type Step,
  type Tree,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';

const date = '2026-11-28';
let shipped: KnowledgeBase;
let office: KnowledgeBase;
/** The shipped knowledge base in Markdown. */
let whole: string;
beforeAll(async () => {
  shipped = (await loadShipped({ calls: false })).knowledgeBase;
  office = (await loadFolder('test/fixtures/office', { calls: false })).knowledgeBase;
  whole = renderManual('markdown', makeManual(shipped, { date }));
}, 60_000);

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#8203': '' };

/** What somebody reads who has the manual before them, in one line. */
function readable(format: string, text: string): string {
  const plain =
    format === 'html'
      ? text.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, ' ')
      : text.replace(/\\([^A-Za-z0-9\s])/g, '$1');
  return squeezed(plain.replace(/&(#?\w+);/g, (_, name: string) => marks[name] ?? '?'));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** A text in the pieces between its gaps, which are named in the manual. */
function pieces(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\{[a-z][a-z0-9.-]*\}/).map((piece) => squeezed(piece).trim());
}

function textsOfSteps(steps: readonly Step[]): readonly (string | undefined)[] {
  return steps.flatMap(({ say, expect: seen, note, ifConfused }) => [say, seen, note, ...(ifConfused ?? [])]);
}

function textsOf(kb: KnowledgeBase, tree: Tree): readonly (string | undefined)[] {
  const nodes = [...tree.nodes.values()].flatMap((node): readonly (string | undefined)[] => {
    const shared = [node.why, node.note];
    switch (node.kind) {
      case 'ask':
      case 'check':
        return [...shared, node.ask, node.say, ...(node.ifConfused ?? []), ...node.answers.map(({ label }) => label)];
      case 'do':
        return [...shared, ...textsOfSteps(node.steps)];
      case 'refer':
        return [...shared, node.because, node.say, ...node.collect.map((name) => kb.facts.get(name)?.title)];
      case 'close':
        return [...shared, node.say];
      default:
        return shared;
    }
  });
  const faults = [...tree.faults.values()].flatMap(({ name, explain, caution, prevent, tried, fix, verify }) => [
    name,
    explain,
    caution,
    prevent,
    tried,
    ...textsOfSteps(fix),
    verify?.ask,
    verify?.say,
    ...(verify?.ifConfused ?? []),
    ...(verify?.answers.map(({ label }) => label) ?? []),
  ]);
  return [tree.title, ...tree.symptoms.slice(0, 12), ...nodes, ...faults];
}

function everyText(kb: KnowledgeBase): readonly (string | undefined)[] {
  return [
    ...[...kb.trees.values()].flatMap((tree) => textsOf(kb, tree)),
    ...[...kb.glossary].flatMap(([term, { plain, looksLike }]) => [term, plain, looksLike]),
    ...[...kb.desks.values()].flatMap(({ name, say }) => [name, say]),
    ...[...kb.procedures.values()].flatMap(({ title, tried }) => [title, tried]),
    ...[...kb.overlays.values()].flatMap(({ title, ask, say, explain, workaround }) => [
      title,
      ask,
      say,
      explain,
      workaround,
    ]),
    ...kb.rules.map(({ warn }) => warn),
    ...[...kb.notCovered.values()].map(({ name }) => name),
  ];
}

describe.each(manualFormats)('as %s', (format) => {
  test('it has every text of a knowledge base', () => {
    for (const kb of [shipped, office]) {
      const text = readable(format, renderManual(format, makeManual(kb, { date })));
      const wanted = everyText(kb).flatMap(pieces);
      expect(wanted.length).toBeGreaterThan(50);
      expect(wanted.filter((piece) => !text.includes(piece))).toEqual([]);
    }
  });

  test('texts are only text in it', async () => {
    const hostile = '</style><script>alert(1)</script> *b* [x](javascript:a) | \' " \\ `c` <img src=x>';
    const yaml = JSON.stringify(hostile);
    const { knowledgeBase } = await loadTexts([
      {
        path: 'knowledge-base.yaml',
        text: `knowledge_base: odd\ntitle: ${yaml}\ndesks: { desk: { name: ${yaml}, say: ${yaml} } }\ndefault_desk: desk\n`,
      },
      {
        path: 'area/odd.yaml',
        text: `tree: odd\ntitle: ${yaml}\nsymptoms: [${yaml}]\nstart: a\nnodes:\n  a: { ask: ${yaml}, answers: { x: { label: ${yaml}, go: b } }, unsure: { go: b } }\n  b: { refer: desk, because: ${yaml} }\n`,
      },
    ]);
    expect(knowledgeBase.trees.size).toBe(1);
    const text = renderManual(format, makeManual(knowledgeBase, { date }));
    if (format === 'html') {
      expect(text).not.toMatch(/<script|<img|<\/style>[\s\S]*<\/style>/);
      expect(text).toContain('&lt;script&gt;alert(1)');
    } else {
      expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\[x|(?<!\\)`c/);
    }
  });
});

/** The entries of a Markdown manual by chapter: under the number of a chapter, those of its nodes. */
function entries(text: string): ReadonlyMap<string, { readonly numbers: ReadonlySet<string>; readonly text: string }> {
  return new Map(
    text
      .split(/^### /m)
      .slice(1)
      .map((chapter) => {
        const numbers = [
          ...[...chapter.matchAll(/^\*\*(P?\d+)\.\*\* /gm)].map(([, number = '']) => number),
          ...[...chapter.matchAll(/^\| \*\*(\d+)\*\* \|/gm)].map(([, number = '']) => number),
        ];
        const [title = ''] = chapter.split('\n');
        return [/^(\d+): /.exec(title)?.[1] ?? title, { numbers: new Set(numbers), text: chapter }];
      }),
  );
}

describe('what it refers to is there', () => {
  test('in HTML each link has its place, and each place is there once', () => {
    for (const kb of [shipped, office]) {
      const html = renderManual('html', makeManual(kb, { date }));
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id = '']) => id);
      expect(links.length).toBeGreaterThan(20);
      expect(links.filter((id) => !ids.includes(id))).toEqual([]);
      expect(html).not.toMatch(/<script|https?:\/\/[^<]*"|url\(/);
    }
  });

  test('in Markdown each number has its entry, and each node its number', () => {
    const chapters = entries(whole);
    const sheets = chapters.get('Procedures')?.numbers ?? new Set();
    expect(sheets.size).toBeGreaterThan(10);
    let nodes = 0;
    for (const [number, chapter] of chapters) {
      if (/^\d+$/.test(number)) nodes += chapter.numbers.size;
      for (const [, to = ''] of chapter.text.matchAll(/(?:go to|mend it as in) (\d+)(?! of)/g))
        expect([number, to, chapter.numbers.has(to)]).toEqual([number, to, true]);
      for (const [, to = ''] of chapter.text.matchAll(/\bdo (P\d+),/gi))
        expect([to, sheets.has(to)]).toEqual([to, true]);
      for (const [, to = '', other = ''] of chapter.text.matchAll(/\b(\d+) of chapter (\d+),/g))
        expect([to, other, chapters.get(other)?.numbers.has(to)]).toEqual([to, other, true]);
    }
    expect(nodes).toBe([...shipped.trees.values()].reduce((sum, tree) => sum + tree.nodes.size, 0));
  });
});

describe('how it is written', () => {
  const markdown = (kb: KnowledgeBase, more = {}): string =>
    renderManual('markdown', makeManual(kb, { date, ...more }));

  test('a procedure that several places use is written once, with where it is used', () => {
    const text = whole;
    const say = 'Pull its power plug out of the wall socket, and wait half a minute.';
    expect(text.split(say)).toHaveLength(2);
    expect(text).toMatch(/^Used in: chapter \d+: \d+/m);
  });

  test('the caution comes before the explanation and the steps, and prevention after them', () => {
    const text = markdown(office);
    const order = [
      'Caution:',
      'Documents that wait',
      'The computer is holding',
      'Press Windows and R.',
      'This cannot be undone',
      'Choose Resume.',
      '30 seconds',
      'Please do not close the lid',
      'Does the page come out?',
    ];
    const places = order.map((each) => text.indexOf(each));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('a decision is in words, and asks for what is not known', async () => {
    const yaml = `tree: by
title: By
symptoms: [a]
start: by
nodes:
  by:
    decide:
      - when: { all: [{ fact: os, operator: in, value: [windows, macos] }, { not: { fact: memory, operator: lessThan, value: 8 } }] }
        go: desk
      - when: { any: [{ fact: bought, operator: lessThan, value: "2020-01-01" }, { fact: seen, operator: contains, value: smoke }] }
        go: end
      - otherwise: desk
  desk: { refer: second-line, because: So it is. }
  end: { close: unresolved }
`;
    const { knowledgeBase } = await withTree(yaml);
    const text = markdown(knowledgeBase).replaceAll('\\', '');
    expect(text).toContain('- If [System] is Windows or macOS, and [Memory] is at least 8 GB: go to 2');
    expect(text).toContain('- If [Day it was bought] is before 2020-01-01, or [What was seen] includes Smoke: go to 3');
    expect(text).toContain('- Otherwise: go to 2');
    expect(text).toContain('System not known? Ask: “Is it Windows or a Mac?”');
  });

  test('questions in a row become a table, question by question', async () => {
    const yaml = `tree: row
title: Row
symptoms: [a]
start: power
nodes:
  power: { ask: Is the plug in?, answers: { yes: lamp, no: desk }, unsure: { go: lamp } }
  lamp: { ask: Is the lamp lit?, answers: { yes: end, no: desk }, unsure: { treat_as: no } }
  desk: { refer: second-line, because: So it is. }
  end: { close: resolved }
`;
    const { knowledgeBase } = await withTree(yaml);
    const text = markdown(knowledgeBase, { tree: 'row' });
    expect(text).toContain(
      '| No. | Ask | What the answer means |\n| --- | --- | --- |\n| **1** | **Is the plug in?** | **Yes**: go to 2 |\n|  |  | **No**: go to 3 |',
    );
    expect(text).toContain('as for "No", go to 3 |');
    expect(text).toContain('**3.** **Refer to** Second line');
    expect(text).not.toContain('**1.** ');
  });

  test('a tree by itself brings those that it visits, and says of others that they are not there', () => {
    const visiting = [...shipped.trees.values()].find(({ nodes }) =>
      [...nodes.values()].some(({ kind }) => kind === 'visit'),
    );
    const { parts } = makeManual(shipped, { date, tree: visiting?.id ?? '' });
    const titles = parts.flatMap(({ chapters }) => chapters).filter(({ number }) => number !== undefined);
    expect(titles.length).toBeGreaterThan(1);
    expect(titles.length).toBeLessThan(shipped.trees.size);
    expect(markdown(shipped, { tree: visiting?.id })).toContain('(not in this manual)');
  });

  test('reviews are due by the date of the manual, and known issues hold by their days', () => {
    expect(whole).toContain('None is due.');
    const later = markdown(shipped, { date: '2028-01-31' });
    expect(later).toContain(`${shipped.trees.size} are due.`);
    expect(later).toContain('due since 21 November 2027');
    expect(whole).toMatch(/^From 15 October 2025: at this time\./m);
    expect(markdown(shipped, { date: '2025-01-01' })).toMatch(/^From 15 October 2025: not yet\./m);
  });

  async function withTree(text: string): Promise<{ readonly knowledgeBase: KnowledgeBase }> {
    const { sources } = await loadFolder('test/fixtures/office');
    const loaded = await loadTexts([
      ...[...sources].map(([path, own]) => ({ path, text: own })),
      { path: 'more/tree.yaml', text },
    ]);
    expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return loaded;
  }
});
