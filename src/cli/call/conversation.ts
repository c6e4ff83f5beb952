import {
  type CaseSummary,
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
import { type AfterCall, afterCall } from './after-call.js';
import { TakenOver } from './call.js';
import { carryOut } from './commands.js';
import { type Desk, letCallerSpeak, take } from './desk.js';
import { comeBack, turnable, turnTo } from './elsewhere.js';
import { enterFact } from './enter-fact.js';
import { explainWord } from './explain-word.js';
import type { Menu } from './front.js';
import { hear } from './heard.js';
import { deskAfter, knownTrouble, passOn } from './known-trouble.js';
import { askMeanwhile, questionsMeanwhile } from './meanwhile.js';
import { type Choice, menuFor, numbered, readChoice } from './menu.js';
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
  const shown: Shown = { warnings: 0 };
  let view: View | undefined;
  let again = false;
  for (;;) {
    // Where the call has stayed, the screen stays, and nothing of it is worked out or written anew.
    if (view === undefined || !again) {
      view = await viewOf(desk);
      front.scene(sceneOf(call.kb, view.now, view.words, { ...view.beside, warned: shown.warnings }));
      shown.warnings = view.now.warnings.length;
      await letCallerSpeak(desk);
    }
    const choice = readChoice(await front.choose(view.menu));
    try {
      const turn = await takeTurn(desk, view, choice, shown);
      if (turn === 'over') return view.now;
      again = turn === 'stay';
    } catch (error) {
      if (!(error instanceof TakenOver)) throw error;
      if (!(await takenOver(desk, error))) return view.now;
      again = false;
    }
  }
}

/** How many of the warnings have been shown. */
interface Shown {
  warnings: number;
}

/** Does what was chosen. @returns whether the call may have moved, stays as it is, or is over for now. */
async function takeTurn(desk: Desk, view: View, choice: Choice, shown: Shown): Promise<'moved' | 'stay' | 'over'> {
  const { front } = desk;
  const { now, words, channel, beside } = view;
  const movedIf = (moved: boolean): 'moved' | 'stay' => (moved ? 'moved' : 'stay');
  switch (choice.kind) {
    case 'end':
      return 'over';
    case 'answer':
      await take(desk, { answer: choice.id });
      return 'moved';
    case 'said':
      return movedIf((await hear(desk, now, choice.id)) !== 'stay');
    case 'ask':
      explainWord(desk, choice.id);
      await letCallerSpeak(desk, { explained: true });
      return 'stay';
    case 'meanwhile':
      return movedIf((await askMeanwhile(desk, choice.id)) !== 'stay');
    case 'done':
      await done(desk, now, channel);
      return 'moved';
    case 'problem':
      await turnTo(desk, choice.id);
      return 'moved';
    case 'return':
      await comeBack(desk);
      return 'moved';
    case 'value':
      return movedIf(await answerWithValue(desk, now));
    case 'collect':
      return movedIf(await collect(desk, now));
    case 'again':
      return movedIf(await passOn(desk, now, view.again));
    case 'after':
      await afterCall(desk, choice.id as AfterCall);
      return 'stay';
    case 'command': {
      if (choice.command === 'q') return 'over';
      if (choice.command === 'y') front.copy(beside.written?.whole ?? words.say.join('\n\n'));
      const outcome = await carryOut(desk, choice.command, now, words);
      if (outcome === 'parked') return 'over';
      shown.warnings = Math.min(shown.warnings, outcome === 'back' ? 0 : shown.warnings);
      if (outcome === 'stay' && choice.command === 'i') await letCallerSpeak(desk, { explained: true });
      return movedIf(outcome !== 'stay');
    }
  }
}

/** Somebody else has the call now: it is left to them, or taken back and the last input taken. @returns whether it goes on here. */
async function takenOver(desk: Desk, { message, input }: TakenOver): Promise<boolean> {
  const { call, front, style } = desk;
  front.show(style.problem(`${message} Your last entry is not in it.`));
  const choice = await front.choose({
    options: numbered([
      { id: 'leave', label: 'Leave the call to them' },
      { id: 'take', label: 'Take it back, with what they have entered' },
    ]).options,
    commands: [],
  });
  if (choice === 'leave') return false;
  if (!(await call.takeBack())) {
    front.show(style.problem('The call cannot be taken back now: the case store is out of reach.'));
    return false;
  }
  try {
    const { refused } = await call.take(input);
    if (refused !== undefined) front.show(style.problem(`Your last entry does not fit any more: ${refused}`));
    return true;
  } catch (error) {
    // They have taken it back in the meantime.
    if (!(error instanceof TakenOver)) throw error;
    return takenOver(desk, error);
  }
}

/** Everything that is shown and offered where the call stands. */
interface View {
  readonly now: Situation;
  readonly words: Instruction;
  readonly channel: Channel;
  readonly menu: Menu;
  readonly beside: Omit<Beside, 'warned'>;
  /** The earlier case in which the fault was mended that has been found now. */
  readonly again?: CaseSummary;
}

async function viewOf(desk: Desk): Promise<View> {
  const { call } = desk;
  const now = await call.now();
  const session = call.session();
  const moves = await trail(call.kb, session);
  const channel = channelOf(session);
  const words = instruct(call.kb, now, { channel, said: termsSaid(call.kb, moves) });
  const written = await writtenTo(call, now, channel);
  const meanwhile = await questionsMeanwhile(call, now, channel);
  const { earlier, again } = await knownTrouble(call, now);
  const passOnTo = again && call.kb.desks.get(deskAfter(call.kb, now))?.name;
  const menu = menuFor(now, words, {
    others: turnable(call.kb, now),
    meanwhile,
    channel,
    ...(passOnTo === undefined ? {} : { passOnTo }),
    isKept: call.keeper !== undefined,
  });
  const beside = { moves, session, earlier, ...(written && { written }), ...(again && { again }) };
  return { now, words, channel, menu, beside, ...(again && { again }) };
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
