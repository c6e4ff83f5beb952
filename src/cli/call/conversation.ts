import { instruct, type Situation, trail } from '../../index.js';
import { carryOut } from './commands.js';
import { type Desk, take } from './desk.js';
import { enterFact } from './enter-fact.js';
import { explainWord } from './explain-word.js';
import { hear } from './heard.js';
import { menuFor, readChoice } from './menu.js';
import { sceneOf } from './screen.js';

/**
 * Takes a call to its end, one screen after another.
 * @returns where it stood when the agent ended it.
 * @throws Closed when input ends; every event up to then is kept.
 */
export async function converse(desk: Desk): Promise<Situation> {
  const { call, front } = desk;
  let shown = 0;
  let again = false;
  for (;;) {
    const now = await call.now();
    const words = instruct(call.kb, now);
    if (!again) {
      const moves = await trail(call.kb, call.session());
      const { started } = call.session();
      front.scene(sceneOf(call.kb, now, { moves, warned: shown, ...(started === undefined ? {} : { started }) }));
      shown = now.warnings.length;
    }
    again = false;
    const choice = readChoice(await front.choose(menuFor(now, words)));
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
        again = true;
        break;
      case 'meanwhile':
        throw new Error('Nothing can be asked meanwhile.');
      case 'done':
        await take(desk, { done: true });
        break;
      case 'value':
        again = !(await answerWithValue(desk, now));
        break;
      case 'collect':
        again = !(await collect(desk, now));
        break;
      case 'command': {
        if (choice.command === 'q') return now;
        const outcome = await carryOut(desk, choice.command, now, words);
        shown = Math.min(shown, outcome === 'back' ? 0 : shown);
        again = outcome === 'stay';
      }
    }
  }
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
