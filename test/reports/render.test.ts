import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  displayWidth,
  type RenderOptions,
  type Report,
  type ReportFormat,
  type ReportSet,
  renderReports,
  reportFormats,
} from '../../src/index.js';

const same = (text: string): string => text;
const plain: RenderOptions = {
  columns: 80,
  style: { clean: same, title: same, heading: same, strong: same, dim: same, graph: same },
};

/** A report with every kind of column, in which people have said this. */
function setWith(said: string): ReportSet {
  const report: Report = {
    id: 'example',
    title: `Example ${said}`,
    question: 'What was said?',
    meaning: `Most said ${said}.`,
    columns: [
      { key: 'said', title: 'Said', kind: 'text' },
      { key: 'calls', title: 'Calls', kind: 'bar' },
      { key: 'share', title: 'Share', kind: 'rate' },
      { key: 'time', title: 'Time', kind: 'duration' },
      { key: 'trend', title: 'By week', kind: 'sparkline' },
      { key: 'mean', title: 'Mean', kind: 'number' },
      { key: 'all', title: 'All', kind: 'list' },
      { key: 'last', title: 'Last', kind: 'day' },
      { key: 'id', title: 'Id', kind: 'text', show: 'programs' },
      { key: 'never', title: 'Never', kind: 'count', show: 'if-any' },
    ],
    rows: [
      {
        ...{ said, calls: 12, share: { count: 8, of: 10, low: 0.49, high: 0.943 }, time: 65_000, trend: [1, 0, 4] },
        ...{ mean: 3.25, all: [said, 'two'], last: '2026-11-28', id: 'x', never: 0 },
      },
      {
        ...{ said: 'other', calls: 3, share: { count: 2, of: 3 }, time: null, trend: [0, 0, 0] },
        ...{ mean: null, all: [], last: '2026-11-27', id: 'y', never: null },
      },
    ],
    totals: { said: 'All', calls: 15 },
    notes: [`A note on ${said}`],
    chart: { kind: 'bars', label: 'said', value: 'calls' },
  };
  const headline = { id: 'calls', title: 'Calls', kind: 'count', value: 15, before: null } as const;
  return { title: `Calls ${said}`, about: [said], headlines: [headline], reports: [report] };
}

const shown = (format: ReportFormat, said = 'hello', options = plain): Promise<string> =>
  renderReports(format, setWith(said), options);

describe('as text', () => {
  test('bars, curves and rates are drawn; what was not measured is a dash, and no share of three is in percent', async () => {
    const text = await shown('text', 'hello', { ...plain, columns: 100 });
    expect(text).toContain('12 ████████');
    expect(text).toContain('3 ██');
    expect(text).toContain('▂·█');
    expect(text).toContain('80% of 10 (49-94)');
    expect(text).toContain('2 of 3');
    expect(text).toContain('1 min 5 s');
    expect(text).toMatch(/^other .* –/m);
    expect(text).not.toMatch(/67%|Never|undefined|null|NaN/);
  });

  test('no line is wider than the terminal, and what does not fit is named', async () => {
    const texts = fc.string({ unit: fc.constantFrom('word', ' ', 'long', 'é', '漢字', '-'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 60, max: 120 }), async (said, columns) => {
        const text = await shown('text', said.trim() || 'x', { ...plain, columns });
        const words = text.split('\n').filter((line) => line.includes(' ') && displayWidth(line) > columns);
        expect(words).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(await shown('text', 'hello', { ...plain, columns: 60 })).toMatch(/Not enough room for: .*Last/);
  });
});

describe('as one page', () => {
  const hostile = [
    '</script><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    '</title><style>*{display:none}</style>',
    'line\u2028separators\u2029and\u0000zero\u001b[31m',
    'url(https://example.org/x.png)',
    '&lt;b&gt; ]]> --> <!--',
  ];

  test.each(hostile)('%j is nothing but text', async (said) => {
    const html = await shown('html', said);
    const usual = await shown('html');
    const tags = (page: string): readonly string[] =>
      (page.match(/<[/!]?[a-z]+/gi) ?? []).map((tag) => tag.toLowerCase());
    // The same elements as with an honest word, in the same order: no text has made another.
    expect(tags(html)).toEqual(tags(usual));
    const attributes = (page: string): readonly string[] =>
      [...page.matchAll(/<[a-z]+((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].flatMap(([, all = '']) =>
        [...all.matchAll(/\s([\w:-]+)(?==|\s|$)(?:="[^"]*")?/g)].map(([, name = '']) => name),
      );
    expect(attributes(html)).toEqual(attributes(usual));
    for (const sign of ['\u2028', '\u2029', '\u001b', '\0']) expect(html).not.toContain(sign);
  });

  test('it fetches nothing, runs nothing, and forbids both', async () => {
    const html = await shown('html');
    expect(html).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'`,
    );
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form)\b/i);
    expect(html).not.toMatch(/(?:src|href|action|data)\s*=\s*["']?(?!#)/i);
    expect(html).not.toMatch(/https?:|url\(|@import/i);
  });

  test('headlines, the sentence, the drawing and the table stand in it', async () => {
    const html = await shown('html');
    expect(html).toMatch(/class="figure">15</);
    expect(html).toContain('<p class="meaning">Most said hello.</p>');
    expect(html).toMatch(/<svg class="chart"[^>]*role="img" aria-label="Example hello"/);
    expect(html.match(/<tbody>/g)).toHaveLength(1);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('@media print');
  });
});

test('as CSV every column is there under its key, with times in seconds, and no formula', async () => {
  const records = parse(await shown('csv', '=HYPERLINK("x")'), { columns: true }) as readonly Record<string, string>[];
  expect(records).toEqual([
    {
      ...{ said: '\'=HYPERLINK("x")', calls: '12', share: '8', share_of: '10', time_seconds: '65', trend: '1 0 4' },
      ...{ mean: '3.25', all: '\'=HYPERLINK("x"); two', last: '2026-11-28', id: 'x', never: '0' },
    },
    {
      ...{ said: 'other', calls: '3', share: '2', share_of: '3', time_seconds: '', trend: '0 0 0' },
      ...{ mean: '', all: '', last: '2026-11-27', id: 'y', never: '' },
    },
  ]);
});

test('as Markdown a text can be no table, no link and no picture', async () => {
  const markdown = await shown('markdown', '![x](https://example.org) | <b>\n# no');
  const rows = markdown.split('\n').filter((line) => line.includes('12'));
  expect(rows[0]?.match(/(?<!\\)\|/g)).toHaveLength(9);
  expect(markdown).not.toMatch(/(?<!\\)!\[|(?<!\\)<b|https:\/\//);
  expect(markdown).toContain('| Said | Calls | Share |');
});

test('as JSON it is the value itself', async () => {
  expect(JSON.parse(await shown('json', 'hello'))).toEqual({ format: 1, ...setWith('hello') });
});

test('an empty report can be had in every format', async () => {
  const [report] = setWith('x').reports as [Report];
  const empty: ReportSet = { title: 'Nothing', about: [], headlines: [], reports: [{ ...report, rows: [] }] };
  for (const format of reportFormats) {
    const text = await renderReports(format, empty, plain);
    expect([format, /NaN|undefined|Infinity/.test(text), text.length > 0]).toEqual([format, false, true]);
  }
});
