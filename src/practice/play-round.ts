import { instruct, valueInWords } from '../instructions/index.js';
import type { KnowledgeBase } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { type Input, type Session, situation, start, step } from '../session/index.js';
import { hearCaller } from './hear-caller.js';
import { type Agent, perfectAgent } from './perfect-agent.js';
import type { Round, Utterance } from './round.js';

/** A line of a call that was played: what the agent reads or does, or what the caller says. */
export interface Line {
  readonly who: 'agent' | 'caller' | 'entered';
  readonly text: string;
}

/** A round that was played to its end. */
export interface Played {
  readonly round: Round;
  readonly session: Session;
  readonly lines: readonly Line[];
}

/** A call that goes on longer than this is going in circles. */
const mostTurns = 300;

/** Plays a round to its end with an agent: the one who listens, unless another is given. */
export async function playRound(kb: KnowledgeBase, first: Round, agent: Agent = perfectAgent): Promise<Played> {
  let round = first;
  let session = start(kb, { tree: round.scenario.tree, words: round.scenario.words });
  const lines: Line[] = [];
  const hear = async (utterance: Utterance): Promise<boolean> => {
    lines.push({ who: 'caller', text: utterance.text });
    const inputs = agent(utterance, await situation(kb, session));
    for (const input of inputs) {
      session = (await step(kb, session, input)).session;
      const entered = enteredWords(kb, input);
      if (entered !== undefined) lines.push({ who: 'entered', text: entered });
    }
    return inputs.length > 0;
  };
  for (const opening of round.said) await hear(opening);
  for (let turn = 0; turn < mostTurns; turn += 1) {
    lines.push({ who: 'agent', text: instruct(kb, await situation(kb, session)).say.join(' ') });
    const heard = await hearCaller(kb, round, session);
    round = heard.round;
    if (!(await hear(heard.utterance))) break;
  }
  return { round, session, lines };
}

/** What the agent enters beside the reply that was just given; undefined for what goes without saying. */
function enteredWords(kb: KnowledgeBase, input: Input): string | undefined {
  if ('tell' in input) {
    const facts = Object.entries(input.tell).map(([name, value]) => {
      const fact = kb.facts.get(name);
      return fact === undefined ? name : `${fact.title}: ${valueInWords(fact, value as FactValue)}`;
    });
    return `Recorded: ${facts.join('; ')}`;
  }
  if ('revise' in input) return 'Changed the earlier answer';
  if ('tried' in input) return 'Marked as tried already';
  return 'confused' in input ? 'Asked in simpler words' : undefined;
}
