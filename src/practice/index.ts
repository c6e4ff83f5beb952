export { beginRound, type RoundOptions } from './begin-round.js';
export { type Heard, hearCaller } from './hear-caller.js';
export { type Manner, manners } from './manner.js';
export { type Agent, perfectAgent } from './perfect-agent.js';
export { type Line, type Played, playRound } from './play-round.js';
export type { Plan, Round, Utterance } from './round.js';
export type { CallerReply, Scenario, WayQuestion } from './scenario.js';
export { costs, type Finding, type Score, scoreRound } from './score.js';
export { scoreInWords } from './score-in-words.js';
