import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Ground,
  how,
  type KnowledgeBase,
  missing,
  type PossibleReply,
  type Session,
  situation,
  start,
  step,
  whatIf,
  whatIfEach,
  why,
  whyNot,
} from '../../src/index.js';
import { brief, play, playOn } from './play.js';
import { small } from './small-knowledge-base.js';

const fault = (id: string): string =>
  `  ${id}: { name: The ${id}, cause: hardware, explain: It is the ${id}., fix: [{ say: Mend the ${id}. }], verify: { ask: Better? } }`;

const main = `
start: lamp
nodes:
  lamp:
    ask: Is the lamp on?
    why: A dead printer prints nothing.
    answers: { "on": colour, "off": plug }
    unsure: { treat_as: "off" }
  colour: { ask: Which colour?, answers: { red: link, green: link }, unsure: { go: link } }
  plug: { ask: Is the plug in?, answers: { yes: fuse, no: cord }, unsure: { go: fuse } }
  link: { ask: How is it connected?, fact: link, answers: { usb: cable, wifi: by-system }, unsure: { refer: security } }
  by-system:
    decide:
      - { when: { fact: os, operator: equal, value: windows }, go: queue }
      - otherwise: radio
  cable: { fault: cable, unsolved: cable-twice }
  cable-twice: { visit: other, then: desk }
  queue: { fault: queue, unsolved: radio }
  radio: { fault: radio, unsolved: desk }
  fuse: { fault: fuse, unsolved: desk }
  cord: { fault: cord, unsolved: desk }
  desk: { refer: second-line, because: It is dead., collect: [model] }
faults:
${['cable', 'queue', 'radio', 'fuse', 'cord'].map(fault).join('\n')}`;

const other = `
start: shake
nodes:
  shake: { do: [{ say: Shake it. }], then: rattles }
  rattles: { ask: Does it rattle?, answers: { yes: screw, no: back }, unsure: { go: back } }
  screw: { fault: screw, unsolved: back }
  back: { close: unresolved }
faults:
${fault('screw')}`;

const lonely = `
start: begun
nodes:
  begun: { ask: When did it begin?, answers: { today: dust, before: dust }, unsure: { go: dust } }
  dust: { fault: dust, unsolved: end }
  end: { close: unresolved }
faults:
${fault('dust')}`;

const rules = `
rules:
  - { rule: old, when: { fact: os.version, operator: lessThan, value: 10 }, set: { link: wifi } }
  - { rule: noisy, when: { fact: seen, operator: contains, value: noise }, suspect: [main/radio] }
  - { rule: quiet, when: { fact: quiet, operator: equal, value: a }, rule_out: [main/cord] }
  - { rule: smoke, when: { fact: seen, operator: contains, value: smoke }, go: other/rattles }`;

let kb: KnowledgeBase;
beforeAll(async () => {
  kb = await small({ main, other, lonely }, rules);
});

/** A ground in a few letters: the place and kind of a move, the name of a rule, the act that was set aside. */
function short(ground: Ground): string {
  if (ground.kind === 'rule') return `rule ${ground.rule}`;
  if (ground.kind === 'aside')
    return `aside ${JSON.stringify('answer' in ground.act ? ground.act.answer : ground.act)}`;
  const { node, reason } = ground.move;
  return `${node} ${reason.kind}`;
}

const answersOf = (replies: readonly PossibleReply[]): readonly string[] =>
  replies.map((reply) => ('answer' in reply ? String(reply.answer) : reply.unsure));

const all = ['cable', 'other/screw', 'queue', 'radio', 'fuse', 'cord'];
const addresses = (...names: readonly string[]): readonly string[] =>
  names.map((name) => (name.includes('/') ? name : `main/${name}`));

describe('why', () => {
  test('a question is asked: the reason of its author, and what each answer leaves, through visits', async () => {
    const found = await why(kb, start(kb, { tree: 'main' }));
    expect(found.why).toBe('A dead printer prints nothing.');
    const [on, off] = found.tellsApart;
    expect(answersOf(on?.replies ?? [])).toEqual(['on']);
    expect([...(on?.faults ?? [])].sort()).toEqual([...addresses('cable', 'queue', 'radio', 'other/screw')].sort());
    expect(on?.desks).toEqual(expect.arrayContaining(['second-line', 'security']));
    expect(answersOf(off?.replies ?? [])).toEqual(['off', 'dont-know', 'cant-check', 'not-applicable', 'declined']);
    expect([...(off?.faults ?? [])].sort()).toEqual([...addresses('fuse', 'cord')].sort());
    expect([...found.stillPossible].sort()).toEqual([...addresses(...all)].sort());
  });

  test('what is known and what is ruled out are left away', async () => {
    const told = await play(kb, 'main', { tell: { link: 'wifi', os: 'macos', quiet: 'a' } });
    expect((await why(kb, told.session)).stillPossible).toEqual(addresses('fuse', 'radio'));
    const { tellsApart } = await why(kb, told.session);
    expect(tellsApart.map(({ faults }) => faults)).toEqual([addresses('radio'), addresses('fuse')]);
  });

  test('a fact that a step can change closes no way behind the step', async () => {
    const fading = await small({
      main: `
start: before
nodes:
  before: { ask: Does a page open?, fact: online, answers: { yes: restart, no: restart }, unsure: { go: restart } }
  restart: { do: [{ say: Restart it. }], then: after }
  after: { ask: And now?, fact: online, answers: { yes: screw, no: dust }, unsure: { go: dust } }
  screw: { fault: screw, unsolved: end }
  dust: { fault: dust, unsolved: end }
  end: { close: unresolved }
faults:
${fault('screw')}
${fault('dust')}`,
    });
    const { session, now } = await play(fading, 'main', { answer: 'yes' });
    expect(brief(now)).toBe('doing restart 1/1');
    expect((await why(fading, session)).stillPossible).toEqual(addresses('screw', 'dust'));
    expect(await whyNot(fading, session, 'main/dust')).toMatchObject({ verdict: 'possible' });
  });

  test('a rule that takes the call elsewhere is seen', async () => {
    const asksSeen = await small(
      {
        main: `
start: seen
nodes:
  seen: { ask: What is to be seen?, fact: seen, then: end, unsure: skip }
  end: { close: unresolved }`,
        other,
      },
      'rules: [{ rule: smoke, when: { fact: seen, operator: contains, value: smoke }, go: other/rattles }]',
    );
    const { tellsApart } = await why(asksSeen, start(asksSeen, { tree: 'main' }));
    expect(tellsApart.map(({ replies, faults }) => [answersOf(replies)[0], faults])).toEqual([
      ['smoke', ['other/screw']],
      ['noise', []],
    ]);
  });

  test('steps are read: for the fault that they mend, or the question that comes after them', async () => {
    const cable = await play(kb, 'main', { answer: 'on' }, { answer: 'red' }, { answer: 'usb' }, { done: true });
    expect(await why(kb, cable.session)).toMatchObject({ tellsApart: [], serves: { fault: 'main/cable' } });
    const shake = await playOn(kb, cable.session, { done: true }, { answer: 'no' });
    expect(brief(shake.now)).toBe('doing shake 1/1');
    expect(await why(kb, shake.session)).toMatchObject({
      stillPossible: ['other/screw'],
      serves: { tree: 'other', node: 'rattles', ask: 'Does it rattle?' },
    });
  });

  test('of a verification: a yes leaves the fault that it mends', async () => {
    const cord = await play(kb, 'main', { answer: 'off' }, { answer: 'no' }, { done: true }, { done: true });
    const { tellsApart } = await why(kb, cord.session);
    expect(tellsApart[0]).toMatchObject({ faults: ['main/cord'], desks: [] });
    const no = tellsApart.find(({ replies }) => answersOf(replies).includes('no'));
    expect(no).toMatchObject({ faults: [], desks: ['second-line'] });
  });
});

describe('how', () => {
  test('an answer that could have led elsewhere supports it, one that could not does not', async () => {
    const { session } = await play(kb, 'main', { answer: 'on' }, { answer: 'red' }, { answer: 'usb' });
    const account = await how(kb, session);
    expect(account.fault).toBe('main/cable');
    expect(account.supporting.map(short)).toEqual(['lamp answered', 'link answered']);
    expect(account.conflicting).toEqual([]);
  });

  test('a fact supports it by the event that told it, and by the rule that set it', async () => {
    const told = await play(kb, 'main', { tell: { 'os.version': 7 } }, { tell: { os: 'windows' } });
    const { session } = await playOn(kb, told.session, { answer: 'on' }, { answer: 'green' });
    const account = await how(kb, session);
    expect(account.fault).toBe('main/queue');
    expect(account.supporting.map(short)).toEqual(['lamp answered', 'lamp told', 'rule old', 'lamp told']);
    const events = account.supporting.flatMap((each) =>
      each.kind === 'move' && 'event' in each.move.reason ? each.move.reason.event : [],
    );
    expect(events).toEqual([2, 0, 1]);
  });

  test('what was not known and treated as an answer conflicts with it', async () => {
    const { session } = await play(kb, 'main', { unsure: 'cant-check' }, { answer: 'no' });
    const account = await how(kb, session);
    expect(account.supporting.map(short)).toEqual(['plug answered']);
    expect(account.conflicting.map(short)).toEqual(['lamp unsure']);
  });

  test('rules that suspect it support it; rules that rule it out, and replies set aside, conflict with it', async () => {
    const noisy = await play(
      kb,
      'main',
      { answer: 'on' },
      { answer: 'red' },
      { answer: 'wifi' },
      { answer: 'linux' },
      { tell: { seen: ['noise'] } },
    );
    const heard = await how(kb, noisy.session);
    expect(heard.supporting.map(short)).toEqual(expect.arrayContaining(['rule noisy', 'radio told']));
    const revised = await playOn(kb, noisy.session, { revise: { node: 'lamp', answer: 'off' } }, { answer: 'no' });
    const excluded = await playOn(kb, revised.session, { done: true }, { tell: { quiet: 'a' } });
    expect(brief(excluded.now)).toBe('doing cord 1/1');
    const account = await how(kb, excluded.session);
    expect(account.conflicting.map(short)).toEqual([
      'cord told',
      'rule quiet',
      'aside "red"',
      'aside "wifi"',
      'aside "linux"',
    ]);
  });

  test('of what was taken back or changed nothing is named', async () => {
    const first = await play(kb, 'main', { answer: 'on' }, { answer: 'red' }, { back: true }, { answer: 'green' });
    const { session } = await playOn(
      kb,
      first.session,
      { answer: 'usb' },
      { revise: { node: 'link', answer: 'wifi' } },
    );
    const events = (await how(kb, session)).moves.flatMap(({ reason }) => ('event' in reason ? reason.event : []));
    expect(events).toEqual([0, 3, 4]);
  });

  test('after a jump the jump led here; after coming back what led to the place that was left', async () => {
    const jumped = await play(kb, 'main', { answer: 'off' }, { jump: 'link' }, { answer: 'usb' });
    expect((await how(kb, jumped.session)).supporting.map(short)).toEqual(['plug jumped', 'link answered']);
    const returned = await playOn(kb, jumped.session, { return: true }, { answer: 'no' });
    const account = await how(kb, returned.session);
    expect(account.fault).toBe('main/cord');
    expect(account.supporting.map(short)).toEqual(['lamp answered', 'plug answered']);
  });

  test('to a known issue: by the answer that said so', async () => {
    const issues = await small(
      {
        main,
        other,
        overlays: 'overlays: [{ issue: outage, title: An outage, trees: [main], ask: Is it dark?, explain: Wait. }]',
      },
      'rules: []',
    );
    const { session, now } = await play(issues, 'main', { answer: 'yes' });
    expect(brief(now)).toBe('closed');
    const account = await how(issues, session);
    expect(account).toMatchObject({ issue: 'outage' });
    expect(account.supporting.map(short)).toEqual(['lamp answered']);
  });

  test('to a desk: because the agent decided so, or by the answers that lead there', async () => {
    const agent = await play(kb, 'main', { answer: 'off' }, { refer: 'security', why: 'odd' });
    expect(await how(kb, agent.session)).toMatchObject({ desk: 'security' });
    expect((await how(kb, agent.session)).supporting.map(short)).toEqual(['plug referred']);
    const answers = await play(kb, 'main', { answer: 'on' }, { answer: 'red' }, { unsure: 'declined' });
    expect((await how(kb, answers.session)).supporting.map(short)).toEqual(['lamp answered', 'link unsure']);
  });
});

describe('why not', () => {
  const verdict = async (session: Session, name: string) => {
    const { verdict: says, by, open } = await whyNot(kb, session, name);
    return [says, by.map(short), open.map(({ ask }) => ask)];
  };

  test('by the answer that turned away from it', async () => {
    const { session } = await play(kb, 'main', { answer: 'on' }, { answer: 'red' }, { answer: 'wifi' });
    expect(await verdict(session, 'main/cord')).toEqual(['ruled-out', ['lamp answered'], []]);
    expect(await verdict(session, 'main/cable')).toEqual(['ruled-out', ['link answered'], []]);
  });

  test('by what is known, though the edges lead to it', async () => {
    const { session } = await play(kb, 'main', { tell: { os: 'macos' } }, { answer: 'on' });
    expect(await verdict(session, 'main/queue')).toEqual(['ruled-out', ['lamp told'], []]);
  });

  test('by a rule, and by a fix that did not help', async () => {
    const told = await play(kb, 'main', { tell: { quiet: 'a' } });
    expect(await verdict(told.session, 'main/cord')).toEqual(['ruled-out', ['lamp told', 'rule quiet'], []]);
    const cable = await play(kb, 'main', { answer: 'on' }, { answer: 'red' }, { answer: 'usb' }, { done: true });
    const failed = await playOn(kb, cable.session, { done: true }, { answer: 'no' });
    expect(await verdict(failed.session, 'main/cable')).toEqual(['ruled-out', ['cable answered'], []]);
  });

  test('still possible: what has to be asked on the way to it', async () => {
    const { session } = await play(kb, 'main', { answer: 'on' });
    expect(await verdict(session, 'main/queue')).toEqual([
      'possible',
      [],
      ['Which colour?', 'How is it connected?', 'Which system?'],
    ]);
    const known = await playOn(kb, session, { tell: { link: 'wifi' } });
    expect(await verdict(known.session, 'main/queue')).toEqual(['possible', [], ['Which colour?', 'Which system?']]);
  });

  test('still possible where the call has been left by a jump, for another problem, or by a question put off', async () => {
    const jumped = await play(kb, 'main', { answer: 'off' }, { jump: 'link' });
    expect(await verdict(jumped.session, 'main/cord')).toEqual(['possible', [], ['Is the plug in?']]);
    const second = await play(kb, 'main', { answer: 'off' }, { problem: 'lonely' });
    expect(await verdict(second.session, 'main/cord')).toEqual(['possible', [], ['Is the plug in?']]);
    const later = await play(kb, 'main', { answer: 'off' }, { later: 'too far' });
    expect(await verdict(later.session, 'main/cord')).toEqual(['possible', [], ['Is the plug in?']]);
  });

  test('elsewhere: it belongs to a tree that this call has not come to', async () => {
    const { session } = await play(kb, 'main', { answer: 'on' });
    expect(await verdict(session, 'lonely/dust')).toEqual(['elsewhere', [], ['When did it begin?']]);
  });

  test('it is what the call came to', async () => {
    const { session } = await play(kb, 'main', { answer: 'off' }, { answer: 'no' });
    expect(await verdict(session, 'main/cord')).toEqual(['reached', [], []]);
    const fixed = await playOn(kb, session, { done: true }, { done: true }, { answer: 'yes' });
    expect(await verdict(fixed.session, 'main/cord')).toEqual(['reached', [], []]);
    expect(await verdict(fixed.session, 'main/fuse')).toEqual(['ruled-out', ['plug answered'], []]);
  });

  test('a fault that nobody has written is misuse', async () => {
    await expect(whyNot(kb, start(kb, { tree: 'main' }), 'main/ghost')).rejects.toThrow(
      'There is no fault "main/ghost".',
    );
  });
});

describe('what if', () => {
  test('each reply to the open question, with where it leads; nothing is changed', async () => {
    const { session } = await play(kb, 'main', { answer: 'off' });
    const before = JSON.stringify(session);
    const each = await whatIfEach(kb, session);
    expect(each.map(({ reply, situation: then }) => [answersOf([reply])[0], brief(then)])).toEqual([
      ['yes', 'isolated fuse'],
      ['no', 'isolated cord'],
      ['dont-know', 'isolated fuse'],
      ['cant-check', 'isolated fuse'],
      ['not-applicable', 'isolated fuse'],
      ['declined', 'isolated fuse'],
    ]);
    expect(JSON.stringify(session)).toBe(before);
    expect(brief(await situation(kb, session))).toBe('asking plug');
  });

  test('any input, also one that cannot be taken', async () => {
    const { session } = await play(kb, 'main', { answer: 'off' });
    const seen = await whatIf(kb, session, { revise: { node: 'lamp', answer: 'on' } });
    if ('refused' in seen) throw new Error(seen.refused);
    expect(brief(seen.situation)).toBe('asking colour');
    expect(await whatIf(kb, session, { answer: 'perhaps' })).toHaveProperty('refused');
  });

  test('each is where the call then really stands', async () => {
    const { session } = await play(kb, 'main', { answer: 'on' }, { answer: 'red' });
    for (const { reply, situation: then } of await whatIfEach(kb, session)) {
      const input = 'answer' in reply ? { answer: reply.answer } : { unsure: reply.unsure };
      expect((await step(kb, session, input)).situation).toEqual(then);
    }
  });

  test('of a question that was put off and is asked again: what it would still change', async () => {
    const { session, now } = await play(kb, 'main', { answer: 'off' }, { later: 'too far' });
    expect(now).toMatchObject({ type: 'asking', raised: 'too far' });
    const each = await whatIfEach(kb, session);
    expect(each.slice(0, 2).map(({ situation: then }) => brief(then))).toEqual(['isolated fuse', 'isolated cord']);
  });

  test('there is none where no question is open', async () => {
    const { session } = await play(kb, 'main', { answer: 'off' }, { answer: 'no' });
    expect(await whatIfEach(kb, session)).toEqual([]);
  });
});

describe('missing', () => {
  test('the facts ahead with the question that asks each, and the questions without a fact', async () => {
    const { session } = await play(kb, 'main', { answer: 'on' });
    const { facts, questions } = await missing(kb, session);
    expect(facts.map(({ fact, ask, node }) => [fact, ask, node])).toEqual([
      ['link', 'How is it connected?', 'link'],
      ['os', 'Which system?', 'by-system'],
      ['model', 'Which model is it?', 'desk'],
    ]);
    expect(questions.map(({ ask }) => ask)).toEqual(['Which colour?', 'Does it rattle?']);
  });

  test('what is known is not missing, nor what it makes needless', async () => {
    const { session } = await play(
      kb,
      'main',
      { answer: 'on' },
      { answer: 'red' },
      { tell: { os: 'macos' } },
      { answer: 'wifi' },
    );
    expect(await missing(kb, session)).toMatchObject({ facts: [{ fact: 'model' }], questions: [] });
  });
});
