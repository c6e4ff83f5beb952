import { beforeAll, expect, test } from '@jest/globals';
import {
  type CaseStanding,
  type Input,
  type KnowledgeBase,
  loadTexts,
  type Session,
  situation,
  standingOf,
  start,
  step,
} from '../../src/index.js';

const manifest = `
knowledge_base: standing
title: Every way for a call to end
desks:
  second-line: { name: Second line }
  field: { name: Field service, visit: true }
default_desk: second-line
`;

const overlays = `
overlays:
  - issue: outage
    title: The line is down
    from: 2020-01-01
    trees: [line]
    ask: Is it the line in the hall?
    explain: It is being worked on.
`;

const tree = (id: string): string => `
tree: ${id}
title: The tree ${id}
symptoms: [it does not work]
start: which
nodes:
  which:
    ask: What is it?
    answers: { fault: fault, desk: desk, visit: visit, closed: closed, solved: solved }
    unsure: { go: desk }
  fault: { fault: broken, unsolved: closed }
  desk: { refer: second-line, because: Nobody knows. }
  visit: { refer: field, because: It has to be looked at. }
  closed: { close: unresolved }
  solved: { close: resolved }
faults:
  broken: { name: Broken, cause: hardware, explain: It is broken., fix: [{ say: Mend it. }], verify: { ask: Does it work? } }
`;

let kb: KnowledgeBase;
beforeAll(async () => {
  const loaded = await loadTexts([
    { path: 'knowledge-base.yaml', text: manifest },
    { path: 'overlays.yaml', text: overlays },
    ...['plug', 'lamp', 'line'].map((id) => ({ path: `${id}.yaml`, text: tree(id) })),
  ]);
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  kb = loaded.knowledgeBase;
});

async function after(at: string, ...inputs: readonly Input[]): Promise<CaseStanding> {
  let session: Session = start(kb, { tree: at, at: '2026-11-28T10:00:00Z', agent: 'Ana' });
  for (const [minute, input] of inputs.entries()) {
    const stamp = { at: `2026-11-28T10:0${minute + 1}:00Z`, took: 1_000.4 };
    const stepped = await step(kb, session, input, stamp);
    if (stepped.refused !== undefined) throw new Error(`${JSON.stringify(input)}: ${stepped.refused}`);
    session = stepped.session;
  }
  return standingOf(kb, session, await situation(kb, session), '2026-11-28T11:00:00Z');
}

const mend: readonly Input[] = [{ answer: 'fault' }, { done: true }, { done: true }];
const next = (id: string): Input => ({ problem: id });

test.each<[string, string, readonly Input[], Partial<CaseStanding>]>([
  ['nothing has happened yet', 'plug', [], { outcome: 'open', situation: 'asking', place: 'plug/which' }],
  [
    'a fault was found',
    'plug',
    [{ answer: 'fault' }],
    { outcome: 'open', situation: 'isolated', fault: 'plug/broken' },
  ],
  ['it works again', 'plug', [...mend, { answer: 'yes' }], { outcome: 'resolved', fault: 'plug/broken' }],
  ['it works by itself', 'plug', [{ answer: 'solved' }], { outcome: 'resolved', situation: 'fixed' }],
  ['it still does not', 'plug', [...mend, { answer: 'no' }], { outcome: 'unresolved', situation: 'closed' }],
  [
    'a desk has it',
    'plug',
    [{ answer: 'desk' }],
    { outcome: 'referred', desk: 'second-line', reason: 'Nobody knows.' },
  ],
  ['somebody goes there', 'plug', [{ answer: 'visit' }], { outcome: 'visit', desk: 'field' }],
  ['the agent refers it', 'plug', [{ refer: 'field', why: 'no tools' }], { outcome: 'visit', desk: 'field' }],
  ['it is known', 'line', [{ answer: 'yes' }], { outcome: 'known-issue', issue: 'outage', situation: 'closed' }],
  [
    'it goes on later',
    'plug',
    [{ parked: 'lunch', callBack: '2026-11-30T09:00:00Z' }],
    { outcome: 'parked', reason: 'lunch', callBack: '2026-11-30T09:00:00Z' },
  ],
  ['it has gone on', 'plug', [{ parked: 'lunch' }, { resumed: 'Ben' }], { outcome: 'open', agent: 'Ben' }],
  ['the line broke', 'plug', [{ abandoned: 'the line broke' }], { outcome: 'abandoned', reason: 'the line broke' }],
  ['it did, and they called again', 'plug', [{ abandoned: 'x' }, { answer: 'fault' }], { outcome: 'open' }],
  ['it broke after the end', 'plug', [...mend, { answer: 'yes' }, { abandoned: 'x' }], { outcome: 'resolved' }],
  ['one of two is open', 'plug', [{ answer: 'solved' }, next('lamp')], { outcome: 'open', place: 'lamp/which' }],
  ['both are solved', 'plug', [{ answer: 'solved' }, next('lamp'), { answer: 'solved' }], { outcome: 'resolved' }],
  [
    'the second went to a desk',
    'plug',
    [{ answer: 'solved' }, next('lamp'), { answer: 'visit' }],
    { outcome: 'visit', desk: 'field', reason: 'It has to be looked at.' },
  ],
  [
    'the first went to a desk',
    'plug',
    [{ answer: 'visit' }, next('lamp'), { answer: 'solved' }],
    { outcome: 'visit', desk: 'field', reason: 'It has to be looked at.' },
  ],
  [
    'the first is known, the second solved',
    'line',
    [{ answer: 'yes' }, next('lamp'), { answer: 'solved' }],
    { outcome: 'known-issue', issue: 'outage' },
  ],
  ['one was not solved', 'plug', [{ answer: 'closed' }, next('lamp'), { answer: 'solved' }], { outcome: 'unresolved' }],
  ['the end was taken back', 'plug', [{ answer: 'solved' }, { back: true }], { outcome: 'open', situation: 'asking' }],
])('%s', async (_, at, inputs, expected) => {
  const standing = await after(at, ...inputs);
  expect(standing).toMatchObject(expected);
  const ending = ['desk', 'issue', 'reason', 'callBack'] as const;
  for (const key of ending) expect([key, key in standing]).toEqual([key, standing[key] !== undefined]);
  expect(standing).toMatchObject({ begun: '2026-11-28T10:00:00Z', took: Math.round(inputs.length * 1_000.4) });
  const minute = inputs.length === 0 ? '00' : `0${inputs.length}`;
  expect(standing.changed).toBe(`2026-11-28T10:${minute}:00Z`);
});

test('who calls and how is what was said last', async () => {
  const standing = await after(
    'plug',
    ...[{ caller: 'Lee' }, { caller: 'Ms Lee' }, { contact: '17' }, { account: 'a' }, { device: 'd' }],
    ...([{ channel: 'chat' }, { satisfaction: 2 }, { satisfaction: 5 }] as const),
  );
  expect(standing).toMatchObject({
    name: 'Ms Lee',
    contact: '17',
    account: 'a',
    device: 'd',
    channel: 'chat',
    satisfaction: 5,
    agent: 'Ana',
  });
});

test('a call for which no tree was found has begun, at the time that is given where it has none', () => {
  const session: Session = { format: 1, tree: '', knowledge: kb.hash, events: [] };
  expect(standingOf(kb, session, undefined, '2026-11-28T11:00:00Z')).toEqual({
    begun: '2026-11-28T11:00:00Z',
    changed: '2026-11-28T11:00:00Z',
    channel: 'phone',
    outcome: 'open',
    situation: 'beginning',
    place: '',
    took: 0,
  });
  const ended: Session = { ...session, events: [{ abandoned: 'wrong number', took: 1e300 }] };
  const standing = standingOf(kb, ended, undefined, '2026-11-28T11:00:00Z');
  expect(standing).toMatchObject({ outcome: 'abandoned', reason: 'wrong number', took: Number.MAX_SAFE_INTEGER });
});
