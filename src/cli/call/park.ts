import { agentOf, timeSaid } from '../../index.js';
import { minutesAhead, timeInWords } from './clock-words.js';
import { type Desk, type Outcome, take } from './desk.js';

/** Breaks the call off until later: why, and when to call back. @returns 'parked' when that is kept. */
export async function park(desk: Desk): Promise<Outcome> {
  const { call, front, style, clock } = desk;
  const why = await front.type('Why is the call broken off?');
  if (why === undefined) return 'stay';
  const callBack = await timeToCallBack(desk);
  if (callBack === undefined) return 'stay';
  if (callBack === never) {
    if (!(await take(desk, { abandoned: why }))) return 'stay';
    front.show(
      style.say('I have written everything down. If you need us again, you will not have to say any of it again.'),
    );
    return 'parked';
  }
  const agent = agentOf(call.session());
  const parked = {
    parked: why,
    ...(callBack === '' ? {} : { callBack }),
    ...(agent === undefined ? {} : { agent }),
  };
  if (!(await take(desk, parked))) return 'stay';
  const promise = callBack === '' ? 'We will go on from here.' : `I will call you ${timeInWords(callBack, clock())}.`;
  front.show(style.say(`I have written everything down. ${promise} You will not have to say any of it again.`));
  return 'parked';
}

/** Typed where nobody will call back: the call ends here. */
const never = 'never';

/** Empty where no time was agreed, `never` where the call ends here; undefined when the agent goes back. */
async function timeToCallBack({ front, style, clock }: Desk): Promise<string | undefined> {
  for (;;) {
    const words = await front.type('Call back when? (tomorrow at 3pm; Enter for no time; never, to end here)', true);
    if (words === undefined || words === '') return words;
    if (/^(?:never|not at all|no)$/i.test(words.trim())) return never;
    const time = await timeSaid(words, clock(), minutesAhead(clock()));
    if (time !== undefined) return time;
    front.show(
      style.problem('No time to come was understood. Say a day and an hour: tomorrow at 15:00, in two hours.'),
    );
  }
}
