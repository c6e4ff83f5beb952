import { instruct } from '../../instructions/index.js';
import type { CallExample, CallTurn, KnowledgeBase } from '../../knowledge/index.js';
import {
  type Asking,
  type Doing,
  type Input,
  type Isolated,
  type Position,
  type Session,
  type Situation,
  situation,
  start,
  step,
} from '../../session/index.js';
import { nearest, type Place } from '../../source/index.js';
import type { Agreed, Difference } from './call-result.js';
import { findsOut, namesOf } from './names-of.js';
import { type NextMove, nextMove } from './next-move.js';
import { openInWords } from './open-in-words.js';
import { replyTo } from './reply-to.js';
import { turnInWords } from './turn-in-words.js';

/** A call that goes on longer than this is going in circles. */
const mostSteps = 500;

/** How far an example could be played. */
export interface PlayedCall {
  readonly session: Session;
  readonly end: Situation;
  readonly agreed: readonly Agreed[];
  readonly differences: readonly Difference[];
  /** What was taken, each reply with the question that it was to. */
  readonly inputs: readonly Input[];
  /** The names of each question that was asked to find something out, in order. */
  readonly asked: readonly (readonly string[])[];
  /** What was read aloud, where the example says something about that. */
  readonly read: readonly string[];
  /** The turns that were not reached. */
  readonly left: readonly CallTurn[];
}

/** Plays an example until it ends, or until it and the call part. The tree has to be there. */
export async function playCall(kb: KnowledgeBase, example: CallExample): Promise<PlayedCall> {
  const differences: Difference[] = [];
  const agreed: Agreed[] = [];
  const asked: (readonly string[])[] = [];
  const read: string[] = [];
  const taken: Input[] = [];
  const { on, words } = example;
  let session = start(kb, {
    tree: example.tree,
    ...(on === undefined ? {} : { at: `${on}T12:00:00Z` }),
    ...(words === undefined ? {} : { words }),
  });
  let now = await situation(kb, session);
  let left = example.answers;
  const listen = (): void => {
    const heard = wordsRead(kb, now, example);
    if (heard === undefined || heard === read.at(-1)) return;
    read.push(heard);
    differences.push(...neverRead(heard, example, agreed.at(-1)));
  };
  const take = async (inputs: readonly Input[], place: Place, words?: string): Promise<boolean> => {
    for (const input of inputs) {
      const stepped = await step(kb, session, input);
      if (stepped.refused !== undefined) {
        const message = words === undefined ? stepped.refused : `"${words}" cannot be taken here. ${stepped.refused}`;
        differences.push({ message, place });
        return false;
      }
      taken.push(replyTo(now.question, input));
      session = stepped.session;
      now = stepped.situation;
    }
    return true;
  };
  const given = Object.fromEntries(example.given);
  let goesOn = example.given.size === 0 || (await take([{ tell: given, source: 'agent' }], example.at));
  for (let steps = 0; goesOn && steps < mostSteps; steps += 1) {
    const move: NextMove | undefined = nextMove(kb, now, example, left);
    listen();
    if (now.type === 'asking' && findsOut(now) && isNew(move, now)) {
      asked.push(namesOf(now));
      differences.push(...neverAsked(kb, now, example, move?.turn?.at));
    }
    if (move === undefined) {
      if (now.type === 'asking') differences.push(fork(kb, now, example, agreed.at(-1), left[0]));
      break;
    }
    const inWords = move.turn === undefined ? undefined : turnInWords(move.turn);
    const away = now.away.at(-1);
    goesOn = await take(move.inputs, move.turn?.at ?? example.at, inWords);
    if (goesOn && move.turn !== undefined && inWords !== undefined) {
      agreed.push({ words: inWords, place: move.turn.at });
      const wrong = wrongReturn(move.turn, away);
      if (wrong !== undefined) differences.push(wrong);
    }
    left = move.left;
  }
  listen();
  return { session, end: now, agreed, differences, inputs: taken, asked, read, left };
}

/** Whether a question is asked, and not only put in other words, or left for something else that happens. */
function isNew(move: NextMove | undefined, now: Asking): boolean {
  if (now.confused > 0) return false;
  return move?.turn === undefined || 'reply' in move.turn;
}

function neverAsked(
  kb: KnowledgeBase,
  now: Asking,
  { neverAsked: never, expected, at }: CallExample,
  turn: Place | undefined,
): readonly Difference[] {
  const name = never.find((each) => namesOf(now).includes(each));
  if (name === undefined) return [];
  const place = turn ?? expected.get('never_asked')?.at ?? at;
  return [{ message: `The call ${openInWords(kb, now)} "${name}" should never be asked.`, place }];
}

/** What is read aloud at a place, in the author's own words; undefined where the example says nothing about that. */
function wordsRead(kb: KnowledgeBase, now: Situation, { reads, neverReads }: CallExample): string | undefined {
  if (reads === undefined && neverReads === undefined) return undefined;
  // Of a letter nothing is changed for the ear.
  const { say, expect } = instruct(kb, now, { channel: 'email' });
  return [...say, ...(expect === undefined ? [] : [expect])].join('\n');
}

function neverRead(
  heard: string,
  { neverReads = [], expected, at }: CallExample,
  last: Agreed | undefined,
): readonly Difference[] {
  const words = neverReads.find((each) => heard.includes(each));
  if (words === undefined) return [];
  const message = `${afterTurn(last)} the call reads "${heard.replaceAll('\n', ' ')}" "${words}" should never be read.`;
  return [{ message, place: expected.get('never_reads')?.at ?? at }];
}

function afterTurn(last: Agreed | undefined): string {
  return last === undefined ? 'At the start' : `After "${last.words}" (line ${last.place.line})`;
}

/** The call asks something, and the example does not say what is replied. */
function fork(
  kb: KnowledgeBase,
  now: Asking | Doing | Isolated,
  { world, at }: CallExample,
  last: Agreed | undefined,
  next: CallTurn | undefined,
): Difference {
  const asks = `${afterTurn(last)} the call ${openInWords(kb, now)}`;
  if (next !== undefined && 'reply' in next) {
    const near = nearest(next.question, namesOf(now));
    return {
      message: `${asks} The example answers "${next.question}" here.`,
      ...(near === undefined || near === next.question ? {} : { hint: `Did you mean "${near}"?` }),
      place: next.at,
    };
  }
  const place = last?.place ?? at;
  if (world === undefined) return { message: `${asks} The example has no answer left.`, place };
  const [name = ''] = namesOf(now);
  const near = namesOf(now)
    .map((each) => nearest(each, world.keys()))
    .find((each) => each !== undefined);
  const hint = near === undefined ? `Add "${name}" to the world.` : `Is "${near}" in the world meant for it?`;
  return { message: `${asks} The world says nothing about "${name}".`, hint, place };
}

/** Whether the call came back to another place than the example says. It may have gone on from there at once. */
function wrongReturn(turn: CallTurn, to: Position | undefined): Difference | undefined {
  if (to === undefined || !('happens' in turn) || !('return' in turn.happens)) return undefined;
  const wanted = turn.happens.return;
  const { tree, node } = to;
  if (wanted === node || wanted === `${tree}/${node}`) return undefined;
  return { message: `The call comes back to "${tree}/${node}", not to "${wanted}".`, place: turn.at };
}
