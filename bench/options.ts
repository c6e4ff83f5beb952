import { parseArgs } from 'node:util';

/** What can be said to the benchmarks. */
export interface Options {
  /** The parts to measure; empty for all of them. */
  readonly parts: readonly string[];
  readonly json?: string;
  readonly trees: number;
  readonly failures: boolean;
  readonly cases: number;
  readonly writers: number;
  readonly mutations: number;
  readonly store?: string;
  readonly help: boolean;
}

/** The options, or a sentence that says what is wrong with them. */
export function optionsIn(words: readonly string[]): Options | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        trees: { type: 'string', default: '10000' },
        failures: { type: 'boolean', default: false },
        cases: { type: 'string', default: '100000' },
        writers: { type: 'string', default: '200' },
        mutations: { type: 'string', default: '300' },
        store: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { json, store, failures, help } = values;
    const [trees, cases, writers] = [Number(values.trees), Number(values.cases), Number(values.writers)];
    const mutations = Number(values.mutations);
    if (!isCount(trees)) return { wrong: `"--trees ${values.trees}" is no number of trees.` };
    if (!isCount(cases)) return { wrong: `"--cases ${values.cases}" is no number of cases.` };
    if (!isCount(writers)) return { wrong: `"--writers ${values.writers}" is no number of writers.` };
    if (!isCount(mutations)) return { wrong: `"--mutations ${values.mutations}" is no number of mutations.` };
    const given = { ...(json === undefined ? {} : { json }), ...(store === undefined ? {} : { store }) };
    return { parts: positionals, trees, cases, writers, mutations, failures, help, ...given };
  } catch (error) {
    return { wrong: (error as Error).message };
  }
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0;
}

/** How the benchmarks are called. */
export function usage(parts: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(parts).map((name) => name.length));
  return [
    'npm run bench -- [part ...] [options]',
    '',
    'Parts, all but "generate" where none is named:',
    ...Object.entries(parts).map(([name, about]) => `  ${name.padEnd(width)}  ${about}`),
    '',
    'Options:',
    '  --trees N      generated trees (10000)',
    '  --failures     search: also what it gets wrong, of the seen half',
    '  --cases N      generated cases (100000)',
    '  --writers N    processes that write to one store (200)',
    '  --mutations N  mistakes in the shipped trees (300)',
    '  --store WHERE  generate, cases: a case store, as a path or postgres://...; an empty one is filled',
    '  --json FILE    keeps the figures',
    '  -h, --help     this',
  ].join('\n');
}
