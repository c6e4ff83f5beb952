import { type Instruction, type Situation, trail } from '../../index.js';
import { change, tellFacts } from './change.js';
import type { Command } from './command-table.js';
import { type Desk, type Outcome, take } from './desk.js';
import { enterFact } from './enter-fact.js';
import { explainWord } from './explain-word.js';
import { hear } from './heard.js';
import { leave, waysOfNotKnowing } from './menu.js';
import { factsOf, wayOf } from './screen.js';

/** Carries out a command of the menu. */
export async function carryOut(desk: Desk, command: Command, now: Situation, words: Instruction): Promise<Outcome> {
  const { call, front, style } = desk;
  const moved = async (taken: Promise<boolean>): Promise<Outcome> => ((await taken) ? 'moved' : 'stay');
  switch (command) {
    case 'u': {
      const kind = await front.choose(waysOfNotKnowing());
      return kind === leave ? 'stay' : moved(take(desk, { unsure: kind }));
    }
    case 'i':
      front.show(style.say(words.ifConfused ?? ''));
      return 'stay';
    case 'w':
      front.show(style.say(words.why ?? ''));
      return 'stay';
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
      return moved(take(desk, { tried: now.node }));
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
      const way = wayOf(call.kb, now, await trail(call.kb, call.session()));
      front.show(
        way.length === 0
          ? 'Nothing has been asked yet.'
          : way.map((line, at) => style.aside(String(at + 1), line)).join('\n'),
      );
      return 'stay';
    }
    case 'k': {
      const facts = factsOf(call.kb, now).map(({ title, value, source }) =>
        style.aside(title, `${value} (from the ${source})`),
      );
      front.show(facts.length === 0 ? 'Nothing is known yet.' : facts.join('\n'));
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
      const why = await front.type('Why there?');
      return moved(take(desk, why === undefined ? { refer: chosen } : { refer: chosen, why }));
    }
    case 'q':
      return 'stay';
  }
}

async function told(desk: Desk): Promise<Outcome> {
  const { call, front } = desk;
  const facts = [...call.kb.facts.values()].map(({ name, title }) => ({ id: name, label: title }));
  const fact = await front.pick('What did the caller tell you? (type to find it)', facts);
  if (fact === undefined) return 'stay';
  const value = await enterFact(desk, fact);
  if (value === undefined) return 'stay';
  return (await tellFacts(desk, { [fact]: value })) ? 'moved' : 'stay';
}
