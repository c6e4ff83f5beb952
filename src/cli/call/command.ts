import {
  type Channel,
  type KnowledgeBase,
  loadFolder,
  parkedNow,
  recap,
  reopen,
  type Session,
  type Situation,
  step,
} from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { knowledgeFolder } from '../knowledge-folder.js';
import { type Places, placesOf } from '../places.js';
import { printable } from '../printable.js';
import { newSessionFile, readSession } from '../session-file.js';
import { beginCall, keepUnfound } from './begin-call.js';
import { type Call, callIn, isOver, isSolved } from './call.js';
import { Closed } from './front.js';
import { openDoor } from './json-lines.js';
import { callsToGoOnWith } from './kept-calls.js';
import type { Talk } from './talk.js';

/** What was given on the command line. */
export interface CallOptions {
  readonly tree?: string;
  readonly set: readonly string[];
  readonly kb?: string;
  /** A file, or true to choose one of those that wait. */
  readonly resume?: string | true;
  readonly agent?: string;
  readonly caller?: string;
  readonly channel?: Channel;
  readonly json?: boolean;
  readonly plain?: boolean;
}

/** Takes a call, from its beginning or from a session file. @returns the exit code. @throws Misuse */
export async function runCallCommand(
  words: readonly string[],
  options: CallOptions,
  environment: Environment,
): Promise<number> {
  const { stdin, stdout, stderr } = environment;
  if (options.json !== true && options.plain !== true && !(stdin.isTTY && stdout.isTTY)) {
    throw new Misuse(
      'This is not a terminal. Use "faultline call --plain" to answer line by line, or "faultline call --json" to drive it from a program.',
    );
  }
  const places = placesOf(environment.variables);
  const directory = knowledgeFolder(options.kb);
  let talk: Talk | undefined;
  let call: Call | undefined;
  const early: string[] = [];
  // On a screen that is painted whole, only what the talk shows can be seen.
  const warn = (message: string): void => {
    if (talk !== undefined) talk.warn(message);
    else stderr.write(`${printable(message)}\n`);
  };
  const kb = await open(directory, places.cache, (message) => early.push(message));
  try {
    const door = options.json === true ? openDoor(environment) : undefined;
    if (door === undefined) talk = await talkWith(environment, options, places.cache);
    for (const message of early) warn(message);
    const resume = await fileToResume(kb, options, talk, places, environment.now());
    const kept = resume === undefined ? undefined : readSession(resume);
    const agent = options.agent ?? environment.variables.FAULTLINE_AGENT;
    const given = { words, ...options, ...(agent === undefined ? {} : { agent }) };
    const begun =
      kept === undefined || kept.tree === ''
        ? await beginCall(kb, given, kept, { door, talk, places, clock: environment.now })
        : { session: await goOn(kb, kept, environment.now(), warn), greeted: false };
    const file = resume ?? newSessionFile(places.sessions, environment.now());
    if (begun.session.tree === '') talk?.close();
    if (begun.session.tree === '') return keepUnfound(begun.session, file, door === undefined ? stdout : stderr);
    const session = await withFacts(kb, begun.session, options.set, environment.now());
    call = callIn(kb, file, session, environment.now, warn);
    if (door !== undefined) {
      const { speakJson } = await import('./json-door.js');
      const { greeted } = begun;
      const last = await speakJson(call, door, { cache: places.cache, clock: environment.now, greeted });
      if (!isOver(last)) stderr.write(`${howToGoOn(call, options)}\n`);
      return finish(last);
    }
    if (talk === undefined) throw new Error('There is nobody to talk to.');
    const isParked = kept !== undefined && parkedNow(kept) !== undefined;
    const soFar = isParked ? await recap(kb, session) : undefined;
    if (kept !== undefined && kept.tree !== '') await call.take({ resumed: agent ?? '' });
    const last = await talk.converse(call, soFar);
    talk.close();
    if (!isOver(last)) stdout.write(`${howToGoOn(call, options)}\n`);
    return finish(last);
  } catch (error) {
    if (!(error instanceof Closed)) throw error;
    talk?.close();
    if (call !== undefined) stdout.write(`\n${howToGoOn(call, options)}\n`);
    return exit.unresolved;
  } finally {
    talk?.close();
  }
}

/** The file of the call to go on with: as it was given, or chosen among those that wait. @throws Misuse when there is none. */
async function fileToResume(
  kb: KnowledgeBase,
  { resume }: CallOptions,
  talk: Talk | undefined,
  { sessions }: Places,
  now: string,
): Promise<string | undefined> {
  if (resume !== true) return resume;
  if (talk === undefined) throw new Misuse('With --json, --resume needs the file of the call.');
  const waiting = await callsToGoOnWith(kb, sessions, now);
  if (waiting.length === 0) throw new Misuse('No call is waiting to be gone on with.');
  const chosen = await talk.chooseKept(waiting);
  if (chosen === undefined) throw new Misuse('No call was chosen.');
  return chosen;
}

async function open(directory: string, cache: string, warn: (message: string) => void): Promise<KnowledgeBase> {
  const { knowledgeBase, diagnostics } = await loadFolder(directory, { cache, calls: false });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const mistakes = `${errors} mistake${errors === 1 ? '' : 's'} in the knowledge base`;
  const look = `Run "faultline lint ${directory}" to see them.`;
  if (knowledgeBase.trees.size === 0) throw new Misuse(`No tree can be used: ${mistakes}. ${look}`);
  if (errors > 0) warn(`${mistakes}; what they concern is left out. ${look}`);
  return knowledgeBase;
}

// Imported only here: what a person needs takes longer to load than a program's first question may take.
async function talkWith(environment: Environment, options: CallOptions, cache: string): Promise<Talk> {
  const { talkFor } = await import('./talk.js');
  return talkFor(environment, options.plain === true, cache);
}

/** The session with what --set says is known. @throws Misuse when that cannot be. */
async function withFacts(kb: KnowledgeBase, session: Session, set: readonly string[], at: string): Promise<Session> {
  if (set.length === 0) return session;
  const tell: Record<string, unknown> = {};
  for (const given of set) {
    const equals = given.indexOf('=');
    if (equals < 1) throw new Misuse(`--set takes fact=value, not "${given}".`);
    const name = given.slice(0, equals);
    const value = given.slice(equals + 1);
    tell[name] = kb.facts.get(name)?.type === 'choices' ? value.split(',') : value;
  }
  const told = await step(kb, session, { tell, source: 'agent' }, at);
  if (told.refused !== undefined) throw new Misuse(`--set: ${told.refused}`);
  return told.session;
}

async function goOn(kb: KnowledgeBase, kept: Session, at: string, warn: (message: string) => void): Promise<Session> {
  if (!kb.trees.has(kept.tree)) throw new Misuse(`The tree "${kept.tree}" of this call is not in the knowledge base.`);
  const { session, unfit } = await reopen(kb, kept, at);
  if (session.knowledge !== kept.knowledge) {
    const lost = unfit.map(({ question, reply, act }) => {
      if ('tell' in act)
        return `  told: ${Object.entries(act.tell)
          .map((fact) => fact.join(' = '))
          .join(', ')}`;
      return `  ${question}: ${reply ?? Object.keys(act)[0]}`;
    });
    const words = ['The knowledge base has changed since this call was begun.'];
    words.push(
      lost.length === 0 ? 'Everything that was answered still fits.' : 'These no longer fit, and are kept aside:',
    );
    warn([...words, ...lost].join('\n'));
  }
  return session;
}

function finish(last: Situation): number {
  return isSolved(last) ? exit.fine : exit.unresolved;
}

function howToGoOn(call: Call, options: CallOptions): string {
  if (!call.isKept()) return 'The call could not be kept.';
  const quoted = (text: string): string => (/^[\w./:@\\-]+$/.test(text) ? text : JSON.stringify(text));
  const kb = options.kb === undefined ? '' : ` --kb ${quoted(options.kb)}`;
  const plain = options.plain === true ? ' --plain' : options.json === true ? ' --json' : '';
  return `The call is kept. Go on with it by:\n  faultline call${plain}${kb} --resume ${quoted(call.file)}`;
}
