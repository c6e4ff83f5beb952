import type { CallResult, Difference } from './call-result.js';

/**
 * Results as the XML of JUnit, which build servers read: a suite for each tree, a case for each call with its file and
 * line, a failure with every difference. Ends with a line break.
 * @param mistakes how many mistakes the knowledge base has, which keep calls from being played
 */
export function renderJunit(results: readonly CallResult[], mistakes = 0): string {
  const suites = new Map<string, CallResult[]>();
  for (const result of results) {
    const suite = suites.get(result.example.tree) ?? [];
    suite.push(result);
    suites.set(result.example.tree, suite);
  }
  const failed = results.filter(isFailed).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'faultline', tests: results.length + Number(mistakes > 0), failures: failed, errors: Number(mistakes > 0) })}>`,
    ...(mistakes > 0 ? mistaken(mistakes) : []),
    ...[...suites].flatMap(([tree, suite]) => suiteOf(tree, suite)),
    '</testsuites>',
    '',
  ].join('\n');
}

function mistaken(count: number): readonly string[] {
  const name = 'the knowledge base loads';
  return [
    `  <testsuite${attributes({ name: 'knowledge-base', tests: 1, failures: 0, errors: 1 })}>`,
    `    <testcase${attributes({ classname: 'knowledge-base', name })}>`,
    `      <error${attributes({ message: `${count} mistakes in the knowledge base`, type: 'mistakes' })}/>`,
    '    </testcase>',
    '  </testsuite>',
  ];
}

function suiteOf(tree: string, results: readonly CallResult[]): readonly string[] {
  const failures = results.filter(isFailed).length;
  const file = results[0]?.example.at.file ?? '';
  return [
    `  <testsuite${attributes({ name: tree, tests: results.length, failures, errors: 0, file })}>`,
    ...results.flatMap(caseOf),
    '  </testsuite>',
  ];
}

function caseOf({ example, differences, agreed }: CallResult): readonly string[] {
  const { name, tree, at } = example;
  const start = `    <testcase${attributes({ classname: tree, name, file: at.file, line: at.line })}`;
  const [first] = differences;
  if (first === undefined) return [`${start}/>`];
  const went = agreed.map(({ words, place }) => `${place.file}:${place.line}  agreed: ${words}`);
  const text = [...went, ...differences.map(inALine)].join('\n');
  return [
    `${start}>`,
    `      <failure${attributes({ message: first.message, type: 'difference' })}>${escaped(text)}</failure>`,
    '    </testcase>',
  ];
}

function inALine({ place, message, hint }: Difference): string {
  return `${place.file}:${place.line}:${place.column}  ${message}${hint === undefined ? '' : ` ${hint}`}`;
}

function isFailed({ differences }: CallResult): boolean {
  return differences.length > 0;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML takes it. What no XML can hold is shown as a replacement character. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
