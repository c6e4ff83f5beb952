import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { runProcess } from './run.js';

const schema = JSON.parse(readFileSync('schema/protocol.schema.json', 'utf8')) as object;
const ajv = new Ajv2020({ strict: false }).addSchema(schema, 'protocol');
const writes = ajv.getSchema('protocol#/$defs/out') as ValidateFunction;
const reads = ajv.getSchema('protocol#/$defs/in') as ValidateFunction;

// Neither a text nor anything that can be made one.
const noText = { toString: 1 };
const values = [
  null,
  -1,
  1.5,
  true,
  '',
  [],
  ['a'],
  ['0'],
  ['printer/lamp'],
  {},
  noText,
  'a'.repeat(10_001),
  '__proto__',
];
const kinds = [
  ...['answer', 'unsure', 'done', 'skip', 'later', 'confused', 'tried', 'tell', 'back', 'revise', 'jump', 'return'],
  ...['problem', 'refer', 'said', 'note', 'flag', 'parked', 'resumed', 'channel', 'caller', 'say', 'reply', 'ask'],
];
const garbage: readonly object[] = [
  ...kinds.flatMap((kind) => values.map((value) => ({ [kind]: value }))),
  ...values.flatMap((value) => [
    { answer: 'off', question: value },
    { jump: 'lamp', why: value },
    { refer: 'second-line', why: value },
    { problem: 'screen', words: value },
    { revise: { node: value, answer: 'off' } },
    { ask: 'why-not', fault: value },
    { ask: 'term', term: value },
    { ask: 'what-if', revise: value },
    { ask: 'why', more: value },
    { say: 'it is dark', more: value },
    { reply: '1 a', more: value },
  ]),
].filter((line) => !reads(line));
const raw = ['{', '[]', '5', '"x"', 'null', '\u0000', '{"answer":"off"}{"answer":"off"}', '['.repeat(100_000)];
const lines = [...garbage.map((line) => JSON.stringify(line)), ...raw];

const anywhere = ['call', '--json', '--kb', 'test/fixtures/office'];
const printer = [...anywhere, '--tree', 'printer'];
test.each<[where: string, args: readonly string[], before: readonly string[], eachAnsweredBy: number]>([
  ['before a call has begun', anywhere, [], 1],
  ['at its beginning', printer, [], 2],
  ['in a letter', [...printer, '--channel', 'email'], ['{"answer":"off"}'], 2],
  ['at its end', printer, ['{"refer":"second-line"}'], 2],
])(
  'whatever comes in %s is refused with a reason, and changes nothing',
  async (_, args, before, each) => {
    expect(lines.length).toBeGreaterThan(300);
    const { stdout, stderr } = await runProcess([...args], [...before, ...lines].map((line) => `${line}\n`).join(''));
    expect(stderr).not.toContain('failed');
    const wrote = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string });
    expect(wrote.filter((line) => !writes(line))).toEqual([]);
    const refused = wrote.filter(({ type }) => type === 'refused');
    // A question that cannot be answered is refused alone: the situation is not repeated.
    const asked = each === 1 ? 0 : garbage.filter((line) => 'ask' in line && Object.keys(line).length <= 2).length;
    expect(refused).toHaveLength(lines.length);
    expect(wrote.length).toBeGreaterThan((lines.length - asked) * each);
    const stood = wrote.filter(({ type }) => type !== 'refused').slice(before.length);
    for (const now of stood) expect({ ...now, protocol: 1 }).toEqual({ ...stood[0], protocol: 1 });
  },
  60_000,
);

test('a mark of the byte order before the first line is no part of it', async () => {
  const { stdout } = await runProcess(printer, '\ufeff{"answer":"off"}\n');
  expect(stdout).not.toContain('refused');
});
