import { type Channel, type Input, type Instruction, recordInWords, type Situation } from '../../index.js';
import { alreadyTried } from './already-tried.js';
import { change, tellFacts } from './change.js';
import { timeInWords } from './clock-words.js';
import type { Command } from './command-table.js';
import { danger } from './danger.js';
import { type Desk, type Outcome, take } from './desk.js';
import { earlierInWords } from './earlier-in-words.js';
import { comeBack, goElsewhere, otherProblem } from './elsewhere.js';
import { enterFact } from './enter-fact.js';
import { explainWord } from './explain-word.js';
import { explain, explainWhy } from './explanations.js';
import { hear } from './heard.js';
import { knownTrouble } from './known-trouble.js';
import { leave, numbered, waysOfNotKnowing } from './menu.js';
import { park } from './park.js';
import { putOff } from './put-off.js';
import { factsOf } from './screen.js';
import { takeReply } from './take-reply.js';

/** Carries out a command of the menu. */
export async function carryOut(desk: Desk, command: Command, now: Situation, words: Instruction): Promise<Outcome> {
  const { call, front, style, clock } = desk;
  const moved = async (taken: Promise<boolean>): Promise<Outcome> => ((await taken) ? 'moved' : 'stay');
  switch (command) {
    case 'u': {
      const kind = await front.choose(waysOfNotKnowing());
      return kind === leave ? 'stay' : moved(take(desk, { unsure: kind }));
    }
    case 'i':
      return simpler(desk, now, words);
    case 'w':
      await explainWhy(desk, now);
      return 'stay';
    case 'z':
      await explain(desk, now);
      return 'stay';
    case 'p':
      return putOff(desk, now);
    case 'j':
      return goElsewhere(desk, now);
    case 'g':
      return comeBack(desk);
    case 'o':
      return otherProblem(desk, now);
    case 'd':
      return danger(desk);
    case 'x':
      return park(desk);
    case 'f': {
      const flag = await front.type('What is wrong or unclear here?');
      if (flag !== undefined && (await take(desk, { flag }))) front.show(style.dim('Kept for the author.'));
      return 'stay';
    }
    case 'b':
      return (await take(desk, { back: true })) ? 'back' : 'stay';
    case 'c':
      return change(desk);
    case 'h': {
      const words = await front.type('What did the caller say?');
      return words === undefined ? 'stay' : hear(desk, now, words);
    }
    case 't':
      return told(desk);
    case 'a':
      return alreadyTried(desk, now);
    case 's': {
      const why = await front.type('Why is it skipped?');
      return why === undefined ? 'stay' : moved(take(desk, { skip: why }));
    }
    case 'n': {
      const note = await front.type('Note:');
      if (note !== undefined && (await take(desk, { note }))) front.show(style.dim('Noted.'));
      return 'stay';
    }
    case 'l': {
      const record = await recordInWords(call.kb, call.session());
      const lines = record.map(({ words: line }, at) => style.aside(String(at + 1), withTimes(line, clock())));
      front.show(lines.length === 0 ? 'Nothing has been asked yet.' : lines.join('\n'), 'end first');
      return 'stay';
    }
    case 'k': {
      const facts = factsOf(call.kb, now).map(({ title, value, source }) =>
        style.aside(title, `${value} (from the ${source})`),
      );
      const { earlier } = await knownTrouble(call, now);
      const before = earlier.map((each) => style.aside('Before', earlierInWords(call.kb, each)));
      const known = [...facts, ...before];
      front.show(known.length === 0 ? 'Nothing is known yet.' : known.join('\n'));
      return 'stay';
    }
    case 'e': {
      const word = await front.type('Which word?');
      if (word !== undefined) explainWord(desk, word);
      return 'stay';
    }
    case 'r': {
      const desks = [...call.kb.desks.values()].map(({ id, name }) => ({ id, label: name }));
      const chosen = await front.pick('Refer to which desk?', desks);
      if (chosen === undefined) return 'stay';
      const why = await front.type('Why there? (Enter for no reason)', true);
      if (why === undefined) return 'stay';
      return moved(take(desk, why === '' ? { refer: chosen } : { refer: chosen, why }));
    }
    case 'm': {
      const channel = await front.choose(numbered(channels));
      return channel === leave ? 'stay' : moved(take(desk, { channel: channel as Channel }));
    }
    case 'v':
      return takeReply(desk);
    case 'y':
      front.show(style.dim('Copied.'));
      return 'stay';
    case 'q':
      return 'stay';
  }
}

/** When to call back, as one says it. */
function withTimes(line: string, now: string): string {
  return line.replace(/\bat ([0-9]{4}-[0-9]{2}-[0-9]{2}T\S+Z)$/, (_, time: string) => timeInWords(time, now));
}

const channels: readonly { readonly id: Channel; readonly label: string }[] = [
  { id: 'phone', label: 'Phone: one step at a time, read aloud' },
  { id: 'chat', label: 'Chat: short messages to paste' },
  { id: 'email', label: 'E-mail: one letter with everything' },
];

/** The next wording, or another question in its place; the record keeps that it was not understood. */
async function simpler(desk: Desk, now: Situation, words: Instruction): Promise<Outcome> {
  const { call, front, style } = desk;
  if (!(await take(desk, { confused: true }))) return 'stay';
  const after = await call.now();
  if (words.ifConfused !== undefined || after.question !== now.question) return 'moved';
  front.show(style.problem('There are no simpler words here. Explain a word with e, or press u if they cannot tell.'));
  return 'stay';
}

/** What can be told of the caller. No fact begins with a question mark. */
const ofCaller = [
  { id: '?caller', label: "The caller's name", asks: 'Who is calling?' },
  { id: '?contact', label: 'How the caller is reached', asks: 'Which telephone number or e-mail address?' },
  { id: '?account', label: 'The account it is about', asks: 'Which account?' },
  { id: '?device', label: 'The device it is about', asks: 'Which device? Its name or number:' },
] as const;

async function told(desk: Desk): Promise<Outcome> {
  const { call, front } = desk;
  const facts = [...call.kb.facts.values()].map(({ name, title }) => ({ id: name, label: title }));
  const options = [...facts, ...ofCaller];
  const fact = await front.pick('What did the caller tell you? (type to find it)', options);
  if (fact === undefined) return 'stay';
  const about = ofCaller.find(({ id }) => id === fact);
  if (about !== undefined) {
    const told = await front.type(about.asks);
    const input = { [about.id.slice(1)]: told } as Input;
    return told !== undefined && (await take(desk, input)) ? 'moved' : 'stay';
  }
  const value = await enterFact(desk, fact);
  if (value === undefined) return 'stay';
  return (await tellFacts(desk, { [fact]: value })) ? 'moved' : 'stay';
}
