import {
  type Channel,
  callerOf,
  channelOf,
  type Instruction,
  instruct,
  type Recap,
  type Situation,
  stepsInOneMessage,
  termsSaid,
  trail,
} from '../../index.js';
import type { Call } from './call.js';
import { carryOut } from './commands.js';
import { type Desk, letCallerSpeak, take } from './desk.js';
import { comeBack, turnable, turnTo } from './elsewhere.js';
import { enterFact } from './enter-fact.js';
import { explainWord } from './explain-word.js';
import type { Menu } from './front.js';
import { hear } from './heard.js';
import { askMeanwhile, questionsMeanwhile } from './meanwhile.js';
import { menuFor, readChoice } from './menu.js';
import { emptyScene } from './scene.js';
import { type Beside, sceneOf } from './screen.js';
import { writtenTo } from './written.js';

/**
 * Takes a call to its end, one screen after another.
 * @returns where it stood when the agent ended it.
 * @throws Closed when input ends; every event up to then is kept.
 */
export async function converse(desk: Desk, recap?: Recap): Promise<Situation> {
  const { call, front } = desk;
  if (recap !== undefined) await takeUpAgain(desk, recap);
  let shown = 0;
  let view: View | undefined;
  let again = false;
  for (;;) {
    // Where the call has stayed, the screen stays, and nothing of it is worked out or written anew.
    if (view === undefined || !again) {
      view = await viewOf(call);
      front.scene(sceneOf(call.kb, view.now, view.words, { ...view.beside, warned: shown }));
      shown = view.now.warnings.length;
      await letCallerSpeak(desk);
    }
    again = false;
    const { now, words, channel, menu, beside } = view;
    const choice = readChoice(await front.choose(menu));
    switch (choice.kind) {
      case 'end':
        return now;
      case 'answer':
        await take(desk, { answer: choice.id });
        break;
      case 'said':
        again = (await hear(desk, now, choice.id)) === 'stay';
        break;
      case 'ask':
        explainWord(desk, choice.id);
        await letCallerSpeak(desk, { explained: true });
        again = true;
        break;
      case 'meanwhile':
        again = (await askMeanwhile(desk, choice.id)) === 'stay';
        break;
      case 'done':
        await done(desk, now, channel);
        break;
      case 'problem':
        await turnTo(desk, choice.id);
        break;
      case 'return':
        await comeBack(desk);
        break;
      case 'value':
        again = !(await answerWithValue(desk, now));
        break;
      case 'collect':
        again = !(await collect(desk, now));
        break;
      case 'command': {
        if (choice.command === 'q') return now;
        if (choice.command === 'y') front.copy(beside.written?.whole ?? words.say.join('\n\n'));
        const outcome = await carryOut(desk, choice.command, now, words);
        if (outcome === 'parked') return now;
        shown = Math.min(shown, outcome === 'back' ? 0 : shown);
        again = outcome === 'stay';
        if (again && choice.command === 'i') await letCallerSpeak(desk, { explained: true });
      }
    }
  }
}

/** Everything that is shown and offered where the call stands. */
interface View {
  readonly now: Situation;
  readonly words: Instruction;
  readonly channel: Channel;
  readonly menu: Menu;
  readonly beside: Omit<Beside, 'warned'>;
}

async function viewOf(call: Call): Promise<View> {
  const now = await call.now();
  const session = call.session();
  const moves = await trail(call.kb, session);
  const channel = channelOf(session);
  const words = instruct(call.kb, now, { channel, said: termsSaid(call.kb, moves) });
  const written = await writtenTo(call, now, channel);
  const meanwhile = await questionsMeanwhile(call, now, channel);
  const menu = menuFor(now, words, { others: turnable(call.kb, now), meanwhile, channel });
  return { now, words, channel, menu, beside: { moves, session, ...(written && { written }) } };
}

/** What was asked for is done: one step, or all the steps of one message or letter. */
async function done(desk: Desk, now: Situation, channel: Channel): Promise<void> {
  const left = now.type === 'doing' ? now.steps.length - now.index : 1;
  const inMessage = now.type === 'doing' && channel === 'chat' ? stepsInOneMessage(now).length : 1;
  const count = channel === 'email' ? left : inMessage;
  for (let step = 0; step < count; step += 1) {
    if ((await desk.call.now()).type !== now.type || !(await take(desk, { done: true }))) return;
  }
}

/** What happened so far, to begin the conversation with. */
async function takeUpAgain({ call, front }: Desk, { say, lines }: Recap): Promise<void> {
  const session = call.session();
  const caller = callerOf(session);
  front.scene({
    ...emptyScene(call.kb.trees.get(session.tree)?.title ?? session.tree, 'taken up again'),
    ...(caller === undefined ? {} : { caller }),
    history: lines,
    say,
  });
  await front.choose({ options: [{ id: 'on', label: 'Go on with the call', key: '1' }], commands: [] });
}

async function answerWithValue(desk: Desk, now: Situation): Promise<boolean> {
  if (now.type !== 'asking' || now.fact === undefined) return false;
  const value = await enterFact(desk, now.fact);
  return value !== undefined && take(desk, { answer: value });
}

/** Asks one after another what the desk will want to know; nothing entered goes on to the next. */
async function collect(desk: Desk, now: Situation): Promise<boolean> {
  if (now.type !== 'referred') return false;
  let any = false;
  for (const { fact, ask, say = ask } of now.collect) {
    desk.front.show(desk.style.say(say));
    const value = await enterFact(desk, fact);
    if (value !== undefined) any = (await take(desk, { tell: { [fact]: value } })) || any;
  }
  return any;
}
