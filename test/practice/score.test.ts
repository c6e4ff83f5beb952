import { describe, expect, test } from '@jest/globals';
import {
  type Agent,
  beginRound,
  type Finding,
  hearCaller,
  type KnowledgeBase,
  type Manner,
  perfectAgent,
  playRound,
  type Round,
  type Score,
  scoreInWords,
  scoreRound,
  start,
  step,
} from '../../src/index.js';
import { small } from '../session/small-knowledge-base.js';

const printer = `
start: lamp
nodes:
  lamp: { ask: Is the lamp on?, if_confused: It is at the front., answers: { lit: { label: It is lit, go: cable }, dark: { label: It is dark, go: socket } }, unsure: { go: cable } }
  cable: { ask: How is it connected?, fact: link, answers: { usb: plug, wifi: system }, unsure: { go: system } }
  system: { ask: Which system?, fact: os, answers: { windows: queue, macos: queue, linux: desk }, unsure: { go: desk } }
  socket: { fault: socket, unsolved: cable }
  plug: { fault: plug, unsolved: system }
  queue: { fault: queue, unsolved: desk }
  desk: { refer: second-line, because: Nothing has helped. }
faults:
  socket: { name: The socket is dead, cause: hardware, explain: No current., fix: [{ say: Use another socket. }], verify: { ask: Is the lamp on now? } }
  plug: { name: The plug is loose, cause: hardware, explain: The plug is loose., fix: [{ say: Push it in. }], verify: { ask: Does it print now? } }
  queue: { name: The queue is paused, cause: settings, explain: The queue is paused., fix: [{ say: Choose Resume. }], verify: { ask: Does the page come out? } }
`;

const calls = `
tree: printer
calls:
  - name: The plug was not it
    answers: [{ lamp: lit }, { cable: usb }, { plug: "no" }, { system: windows }, { queue: "yes" }]
    ends: fixed
    fault: queue
`;

let loaded: Promise<KnowledgeBase> | undefined;
const printerKnowledge = (): Promise<KnowledgeBase> => {
  loaded ??= small({ printer, 'trees/printer.calls': calls });
  return loaded;
};

interface Result {
  readonly kb: KnowledgeBase;
  readonly round: Round;
  readonly score: Score;
}

async function taken(manner: Manner, agent: Agent, wanted: (round: Round) => boolean = () => true): Promise<Result> {
  const kb = await printerKnowledge();
  for (let seed = 1; seed < 60; seed += 1) {
    const begun = await beginRound(kb, { tree: 'printer', manner, seed });
    if (!wanted(begun)) continue;
    const { round, session } = await playRound(kb, begun, agent);
    return { kb, round, score: await scoreRound(kb, round, session) };
  }
  throw new Error('no seed gives such a round');
}

const kinds = ({ findings }: Score): readonly Finding['kind'][] => findings.map(({ kind }) => kind);

describe('what costs points', () => {
  test('nothing, for an agent who listens', async () => {
    const { kb, round, score } = await taken('plain', perfectAgent);
    expect(score).toEqual({ points: 100, asked: 5, shortest: 5, findings: [] });
    expect(scoreInWords(kb, round, score)).toEqual([
      'It was: The queue is paused, which could be mended.',
      '100 of 100 points. 5 questions answered. The shortest way has 5.',
      'Nothing was missed.',
    ]);
  });

  test('to leave the call at once', async () => {
    const { kb, round, score } = await taken('plain', () => []);
    expect(kinds(score)).toEqual(['fault-missed', 'left']);
    expect(score.points).toBe(10);
    expect(scoreInWords(kb, round, score)).toContain('5  Does the page come out? Yes');
  });

  test('to refer too early', async () => {
    const { score } = await taken('plain', ({ kind }) => (kind === 'reply' ? [{ refer: 'second-line' }] : []));
    expect(kinds(score)).toEqual(['fault-missed', 'other-end']);
  });

  test('an answer that was not given, and the questions that it costs', async () => {
    const { kb, round, score } = await taken('plain', (utterance, now) =>
      now.node === 'lamp' && utterance.kind === 'reply' ? [{ answer: 'dark' }] : perfectAgent(utterance, now),
    );
    expect(kinds(score)).toEqual(['not-said', 'longer']);
    expect(score).toMatchObject({ points: 85, asked: 6, shortest: 5 });
    expect(scoreInWords(kb, round, score)).toEqual([
      'It was: The queue is paused, which could be mended.',
      '85 of 100 points. 6 questions answered. The shortest way has 5.',
      '-10  An answer was entered that the caller did not give: Is the lamp on?',
      '-5  1 question more than needed.',
      'The shortest way:',
      '1  Is the lamp on? It is lit',
      '2  How is it connected? USB',
      '3  Does it print now? No',
      '4  Which system? Windows',
      '5  Does the page come out? Yes',
    ]);
  });

  test('a fact that nobody told', async () => {
    const { score } = await taken('plain', (utterance, now) =>
      utterance.kind === 'opening' ? [{ tell: { model: 'PX9' } }] : perfectAgent(utterance, now),
    );
    expect(score.findings).toEqual([{ kind: 'not-said', lost: 10, about: 'model' }]);
  });

  test('to ask once more what was answered', async () => {
    let asked = false;
    const { score } = await taken('plain', (utterance, now) => {
      const again = now.node === 'cable' && !asked;
      asked ||= now.node === 'cable';
      return again ? [...perfectAgent(utterance, now), { jump: 'lamp' }] : perfectAgent(utterance, now);
    });
    expect(score.findings).toEqual([
      { kind: 'asked-again', lost: 5, about: 'Is the lamp on?' },
      { kind: 'longer', lost: 5, count: 1 },
    ]);
  });

  test('to pass over a caller who has not understood', async () => {
    const { score } = await taken('confused', (utterance, now) =>
      utterance.kind === 'asks-back' ? [{ answer: 'lit' }] : perfectAgent(utterance, now),
    );
    expect(score.findings).toEqual([{ kind: 'not-explained', lost: 10, about: 'Is the lamp on?' }]);
  });

  test('to pass over what a caller takes back', async () => {
    const deaf: Agent = (utterance, now) =>
      utterance.kind === 'correction'
        ? perfectAgent({ ...utterance, kind: 'follows' }, now).map(() => ({ unsure: 'dont-know' }))
        : perfectAgent(utterance, now);
    const { score } = await taken('wrong', deaf, ({ plan }) => plan.wrong?.question.startsWith('fact:link') === true);
    expect(kinds(score)).toContain('correction-missed');
  });

  test('not to record what a caller tells beside, and to ask for it', async () => {
    const deaf: Agent = (utterance, now) => perfectAgent({ ...utterance, told: new Map() }, now);
    const { score } = await taken('talkative', deaf, ({ plan }) => plan.told.size > 0);
    expect(new Set(kinds(score))).toEqual(new Set(['asked-again']));
    const { score: never } = await taken(
      'talkative',
      (utterance, now) =>
        utterance.told.size > 0
          ? [{ refer: 'second-line' }]
          : now.type === 'referred'
            ? []
            : perfectAgent(utterance, now),
      ({ plan }) => plan.told.size > 0,
    );
    expect(new Set(kinds(never))).toEqual(new Set(['fault-missed', 'other-end', 'not-recorded']));
  });

  test('to read a fix that has been tried', async () => {
    const { score } = await taken('impatient', (utterance, now) =>
      utterance.kind === 'tried' ? [{ done: true }] : perfectAgent(utterance, now),
    );
    expect(kinds(score)).toEqual(['tried-again']);
  });
});

test('a caller who has tried the fix that helps did not do it rightly', async () => {
  const kb = await printerKnowledge();
  const one = { ...kb, calls: [] };
  for (let seed = 1; seed < 40; seed += 1) {
    const round = await beginRound(one, { tree: 'printer', manner: 'impatient', seed });
    if (round.plan.tried?.rightly !== false) continue;
    const played = await playRound(one, round);
    const made = played.round.said.find(({ ask, kind }) => kind === 'reply' && ask === round.scenario.name);
    expect(made?.reply).toEqual({ answer: 'no' });
    expect((await scoreRound(one, played.round, played.session)).points).toBe(100);
    return;
  }
  throw new Error('no seed gives such a round');
});

test("without example calls every fault and every end of the tree's graph comes up", async () => {
  const kb = { ...(await printerKnowledge()), calls: [] };
  const found = new Set<string>();
  for (let seed = 1; seed < 60; seed += 1) {
    const { scenario } = await beginRound(kb, { tree: 'printer', manner: 'plain', seed });
    found.add(scenario.ends === 'fixed' ? `fixed ${scenario.fault}` : `${scenario.ends} ${scenario.desk}`);
  }
  expect([...found].sort()).toEqual([
    'fixed printer/plug',
    'fixed printer/queue',
    'fixed printer/socket',
    'referred second-line',
  ]);
});

test('the shortest way to a fault is found, not only a way', async () => {
  const kb = { ...(await printerKnowledge()), calls: [] };
  for (let seed = 1; seed < 60; seed += 1) {
    const { scenario } = await beginRound(kb, { tree: 'printer', manner: 'plain', seed });
    if (scenario.fault !== 'printer/queue' || scenario.ends !== 'fixed') continue;
    expect(scenario.way.map(({ key }) => key.split(':verify')[0])).toEqual([
      'printer/lamp#1',
      'fact:link#1',
      'fact:os#1',
      'printer/queue#1',
    ]);
    return;
  }
  throw new Error('the fault never came up');
});

test('a caller who is asked off the way answers as the graph wants it, or does not know', async () => {
  const kb = { ...(await printerKnowledge()), calls: [] };
  const wanders: Agent = (utterance, now) =>
    utterance.kind === 'opening' ? [{ jump: 'cable' }] : perfectAgent(utterance, now);
  for (let seed = 1; seed < 60; seed += 1) {
    const begun = await beginRound(kb, { tree: 'printer', manner: 'plain', seed });
    if (begun.scenario.fault !== 'printer/plug' || begun.scenario.ends !== 'fixed') continue;
    const played = await playRound(kb, begun, wanders);
    expect((await scoreRound(kb, played.round, played.session)).points).toBe(100);
    return;
  }
  throw new Error('the fault never came up');
});

const waiting = `
start: restart
nodes:
  restart: { do: [{ say: Restart it., wait: 60s }], then: lamp }
  lamp: { ask: Is the lamp on?, meanwhile: true, if_confused: It is at the front., answers: { lit: { label: It is lit, go: plug }, dark: { label: It is dark, go: desk } }, unsure: { go: desk } }
  plug: { fault: plug, unsolved: desk }
  desk: { refer: second-line, because: Nothing has helped. }
faults:
  plug: { name: The plug is loose, cause: hardware, explain: The plug is loose., fix: [{ say: Push it in. }], verify: { ask: Does it print now? } }
`;

test('a question that is asked while the caller waits is answered, and counts once', async () => {
  const kb = await small({ waiting });
  let seed = 1;
  let round = await beginRound(kb, { tree: 'waiting', manner: 'confused', seed });
  while (round.scenario.ends !== 'fixed' && seed < 40) {
    seed += 1;
    round = await beginRound(kb, { tree: 'waiting', manner: 'confused', seed });
  }
  let session = start(kb, { tree: 'waiting' });
  const { utterance, ...heard } = await hearCaller(kb, round, session, { meanwhile: 'waiting/lamp#1' });
  expect(utterance).toMatchObject({ kind: 'reply', question: 'waiting/lamp#1', reply: { answer: 'lit' } });
  round = heard.round;
  for (const input of [
    { answer: 'lit', question: 'waiting/lamp#1' },
    { done: true },
    { done: true },
    { done: true },
  ] as const)
    ({ session } = await step(kb, session, input));
  const verified = await hearCaller(kb, round, session);
  ({ session } = await step(kb, session, { answer: 'yes' }));
  expect(await scoreRound(kb, verified.round, session)).toEqual({ points: 100, asked: 2, shortest: 2, findings: [] });
});
