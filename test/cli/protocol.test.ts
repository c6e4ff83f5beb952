import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { driven } from './run.js';

const call = ['call', '--kb', 'test/fixtures/office', '--tree', 'printer'];
const schema = JSON.parse(readFileSync('schema/protocol.schema.json', 'utf8')) as object;
const ajv = new Ajv2020({ strict: false }).addSchema(schema, 'protocol');
const writes = ajv.getSchema('protocol#/$defs/out') as ValidateFunction;
const reads = ajv.getSchema('protocol#/$defs/in') as ValidateFunction;

const calls: readonly (readonly [string, readonly object[]])[] = [
  [
    'to a fix, with every kind of event',
    [
      { answer: 'off', question: 'printer/lamp#1' },
      { note: 'in a hurry' },
      { ask: 'why' },
      { back: true },
      { unsure: 'cant-check' },
      { ask: 'what-if', revise: { node: 'lamp', answer: 'off' } },
      { revise: { node: 'lamp', unsure: 'declined' } },
      { answer: 'yes' },
      { tell: { os: 'windows', memory: 8, seen: ['noise'] }, source: 'agent' },
      { answer: 'PX9' },
      { done: true },
      { skip: 'no keyboard' },
      { ask: 'how' },
      { ask: 'why-not', fault: 'no-paper' },
      { ask: 'missing' },
      { tried: 'paused' },
      { ask: 'why-not', fault: 'paused' },
      { ask: 'trail' },
      { answer: 'yes' },
    ],
  ],
  ['to a desk', [{ answer: 'on' }, { jump: 'model', why: 'in a hurry' }, { refer: 'second-line', why: 'angry' }]],
  ['nowhere', [{ answer: 'maybe' }, { done: true }, { unsure: 'perhaps' }, {}]],
];

describe('every line that is written is as the schema says', () => {
  test.each(calls)('%s', async (_, events) => {
    const lines = await driven(call, events);
    expect(lines[0]).toHaveProperty('protocol', 1);
    for (const line of lines) {
      if (!writes(line)) throw new Error(`${JSON.stringify(line)}\n${JSON.stringify(writes.errors, null, 1)}`);
    }
  });
});

test('the events of these calls are as the schema says, and what is refused for its form is not', () => {
  for (const [name, events] of calls.slice(0, 2))
    for (const event of events) expect([name, event, reads(event)]).toEqual([name, event, true]);
  for (const event of [
    {},
    { answer: 'x', done: true },
    { unsure: 'perhaps' },
    { revise: { node: 'x' } },
    { done: false },
    { tell: {} },
  ]) {
    expect([event, reads(event)]).toEqual([event, false]);
  }
});
