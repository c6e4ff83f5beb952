import {
  beginRound,
  hearCaller,
  type KnowledgeBase,
  loadFolder,
  type Manner,
  manners,
  playRound,
  type Round,
  type RoundOptions,
  type Session,
  type Situation,
  scoreInWords,
  scoreRound,
  situation,
  start,
  step,
} from '../index.js';
import type { Call } from './call/call.js';
import type { ReadBeside } from './call/desk.js';
import { Closed } from './call/front.js';
import type { Environment } from './environment.js';
import { exit, Misuse } from './exit.js';
import { knowledgeFolder } from './knowledge-folder.js';
import { placesOf } from './places.js';
import { printable } from './printable.js';

/** What was given on the command line. */
export interface PracticeOptions {
  readonly manner?: string;
  readonly seed?: string;
  readonly graph?: boolean;
  readonly kb?: string;
  readonly plain?: boolean;
  readonly auto?: boolean;
}

/** Plays a round of practice and prints its score. @returns the exit code: 0 for a call that ended as it should. @throws Misuse */
export async function runPracticeCommand(
  named: string | undefined,
  options: PracticeOptions,
  environment: Environment,
): Promise<number> {
  const { stdin, stdout } = environment;
  const manner = mannerNamed(options.manner ?? 'plain');
  const seed = seedGiven(options.seed, environment);
  if (options.auto !== true && options.plain !== true && !(stdin.isTTY && stdout.isTTY)) {
    throw new Misuse(
      'This is not a terminal. Use "faultline practice --plain" to answer line by line, or "--auto" to watch.',
    );
  }
  const { cache } = placesOf(environment.variables);
  const { knowledgeBase: kb } = await loadFolder(knowledgeFolder(options.kb), { cache });
  const tree = treeNamed(kb, named, seed);
  const chosen: RoundOptions = { tree, manner, seed, graph: options.graph === true };
  const round = await beginRound(kb, chosen);
  const print = (lines: readonly string[]): void => {
    stdout.write(`${lines.map(printable).join('\n')}\n`);
  };
  print([`Practice: ${kb.trees.get(tree)?.title}`, `The caller is ${manner}.`]);
  const ended = options.auto === true ? await watch(kb, round, print) : await take(kb, round, options, environment);
  const score = await scoreRound(kb, ended.round, ended.session);
  print(['', ...scoreInWords(kb, ended.round, score), '', `The same round again:\n  ${commandFor(chosen, options)}`]);
  const missed = score.findings.some(({ kind }) => ['left', 'fault-missed', 'other-end'].includes(kind));
  return missed ? exit.unresolved : exit.fine;
}

interface Ended {
  readonly round: Round;
  readonly session: Session;
}

function mannerNamed(name: string): Manner {
  const manner = manners.find((each) => each === name);
  if (manner === undefined) throw new Misuse(`There is no manner "${name}". The manners are: ${manners.join(', ')}.`);
  return manner;
}

/** The seed that was given, or one of the clock's. */
function seedGiven(given: string | undefined, { now }: Environment): number {
  if (given === undefined) return Date.parse(now()) % 100_000;
  if (!/^\d{1,9}$/.test(given)) throw new Misuse(`--seed takes a whole number, not "${given}".`);
  return Number(given);
}

function treeNamed(kb: KnowledgeBase, named: string | undefined, seed: number): string {
  const trees = [...kb.trees.keys()];
  const [any] = trees.slice(seed % Math.max(1, trees.length));
  const tree = named ?? any;
  if (tree !== undefined && kb.trees.has(tree)) return tree;
  throw new Misuse(`There is no tree "${named ?? ''}". The trees are: ${trees.join(', ')}.`);
}

async function watch(kb: KnowledgeBase, round: Round, print: (lines: readonly string[]) => void): Promise<Ended> {
  const played = await playRound(kb, round);
  const names = { agent: 'Agent: ', caller: 'Caller: ', entered: '  ' };
  print(['', ...played.lines.map(({ who, text }) => `${names[who]}${text}`)]);
  return played;
}

/** Takes the call with a person. What is practised is kept nowhere. */
async function take(
  kb: KnowledgeBase,
  first: Round,
  options: PracticeOptions,
  environment: Environment,
): Promise<Ended> {
  const { talkFor } = await import('./call/talk.js');
  const talk = await talkFor(environment, options.plain === true, placesOf(environment.variables).cache);
  let round = first;
  // Without a time: known issues of the day would make another round of it when it is played again.
  let session = start(kb, { tree: round.scenario.tree, words: round.scenario.words });
  const call: Call = {
    kb,
    letters: '',
    takeBack: () => Promise.resolve(false),
    session: () => session,
    now: (): Promise<Situation> => situation(kb, session),
    async take(input) {
      const stepped = await step(kb, session, input, environment.now());
      session = stepped.session;
      return stepped;
    },
  };
  const answer = async (standing: Session, beside: ReadBeside): Promise<string | undefined> => {
    // Nobody who has understood answers a second time.
    if (beside.explained === true && round.said.at(-1)?.kind !== 'asks-back') return undefined;
    const heard = await hearCaller(kb, round, standing, beside);
    round = heard.round;
    return heard.utterance.text;
  };
  try {
    talk.note(`The caller begins: ${round.said.map(({ text }) => text).join(' ')}`);
    await talk.practise(call, { answer });
  } catch (error) {
    if (!(error instanceof Closed)) throw error;
  } finally {
    talk.close();
  }
  return { round, session };
}

function commandFor({ tree, manner, seed, graph }: RoundOptions, { kb, plain }: PracticeOptions): string {
  const quoted = (text: string): string => (/^[\w./:@\\-]+$/.test(text) ? text : JSON.stringify(text));
  const rest = [
    ...(graph === true ? ['--graph'] : []),
    ...(kb === undefined ? [] : ['--kb', quoted(kb)]),
    ...(plain === true ? ['--plain'] : []),
  ];
  return ['faultline practice', tree, '--manner', manner, '--seed', String(seed), ...rest].join(' ');
}
