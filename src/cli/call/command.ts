import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type KnowledgeBase, loadFolder, reopen, type Session, type Situation, start, step } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { knowledgeFolder } from '../knowledge-folder.js';
import { placesOf } from '../places.js';
import { printable } from '../printable.js';
import { newSessionFile, readSession, writeSession } from '../session-file.js';
import { type Call, callIn } from './call.js';
import type { FirstWords } from './first-words.js';
import { Closed } from './front.js';
import { openDoor } from './json-lines.js';
import type { Talk } from './talk.js';

/** What was given on the command line. */
export interface CallOptions {
  readonly tree?: string;
  readonly set: readonly string[];
  readonly kb?: string;
  readonly resume?: string;
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
  const kb = await open(directory, places.cache, stderr);
  let talk: Talk | undefined;
  let call: Call | undefined;
  try {
    let session: Session;
    const door = options.json === true ? await openDoor(environment) : undefined;
    const kept = options.resume === undefined ? undefined : readSession(options.resume);
    if (kept !== undefined && kept.tree !== '') {
      session = await goOn(kb, kept, environment);
    } else {
      const tree = treeGiven(kb, options, words);
      const spoken = kept?.words === undefined ? words : [kept.words];
      let first: FirstWords;
      if (tree !== undefined)
        first = { tree, words: words.length === 1 && words[0] === tree ? '' : words.join(' '), said: [], facts: {} };
      else if (door !== undefined) {
        const { beginByJson } = await import('./json-beginning.js');
        first = await beginByJson({ kb, door, cache: places.cache, clock: environment.now }, spoken.join(' '));
      } else {
        talk = await talkWith(environment, options, places.cache);
        first = await talk.firstWords(kb, spoken, await unfinished(kb, places.sessions));
      }
      session = await sessionFrom(kb, first, kept, environment.now());
    }
    if (session.tree === '')
      return keepUnfound(
        session,
        options.resume ?? newSessionFile(places.sessions, environment.now()),
        door === undefined ? stdout : stderr,
      );
    session = await withFacts(kb, session, options.set, environment.now());
    const file = options.resume ?? newSessionFile(places.sessions, environment.now());
    call = callIn(kb, file, session, environment.now, (message) => {
      stderr.write(`${printable(message)}\n`);
    });
    if (door !== undefined) {
      const { speakJson } = await import('./json-door.js');
      const last = await speakJson(call, door, { cache: places.cache, clock: environment.now });
      if (!isOver(last)) stderr.write(`${howToGoOn(call, options)}\n`);
      return finish(last);
    }
    talk ??= await talkWith(environment, options, places.cache);
    const last = await talk.converse(call);
    if (!isOver(last)) stdout.write(`${howToGoOn(call, options)}\n`);
    return finish(last);
  } catch (error) {
    if (!(error instanceof Closed)) throw error;
    if (call !== undefined) stdout.write(`\n${howToGoOn(call, options)}\n`);
    return exit.unresolved;
  } finally {
    talk?.close();
  }
}

async function open(directory: string, cache: string, stderr: Environment['stderr']): Promise<KnowledgeBase> {
  const { knowledgeBase, diagnostics } = await loadFolder(directory, { cache, calls: false });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const mistakes = `${errors} mistake${errors === 1 ? '' : 's'} in the knowledge base`;
  const look = `Run "faultline lint ${directory}" to see them.`;
  if (knowledgeBase.trees.size === 0) throw new Misuse(`No tree can be used: ${mistakes}. ${look}`);
  if (errors > 0) stderr.write(`${mistakes}; what they concern is left out. ${look}\n`);
  return knowledgeBase;
}

// Imported only here: what a person needs takes longer to load than a program's first question may take.
async function talkWith(environment: Environment, options: CallOptions, cache: string): Promise<Talk> {
  const { talkFor } = await import('./talk.js');
  return talkFor(environment, options.plain === true, cache);
}

function treeGiven(kb: KnowledgeBase, options: CallOptions, words: readonly string[]): string | undefined {
  const { tree } = options;
  const known = [...kb.trees.keys()].join(', ');
  if (tree !== undefined && !kb.trees.has(tree))
    throw new Misuse(`There is no tree "${tree}". The trees are: ${known}.`);
  return tree ?? (words.length === 1 && kb.trees.has(words[0] ?? '') ? words[0] : undefined);
}

/** The session of a call that begins: what was said first, and the facts that were heard in it. */
async function sessionFrom(
  kb: KnowledgeBase,
  first: FirstWords,
  kept: Session | undefined,
  at: string,
): Promise<Session> {
  const { tree, words, said, facts } = first;
  const earlier = kept?.events ?? [];
  const begun = kept?.started ?? at;
  const spoken = words === '' ? {} : { words };
  if (tree === undefined)
    return { format: 1, tree: '', knowledge: kb.hash, started: begun, ...spoken, events: [...earlier, ...said] };
  const session = { ...start(kb, { tree, at: begun, ...spoken }), events: [...earlier, ...said] };
  if (Object.keys(facts).length === 0) return session;
  return (await step(kb, session, { tell: facts, source: 'caller' }, at)).session;
}

/** Keeps what was said where no tree was found, so that it can be learnt from. */
function keepUnfound(session: Session, file: string, output: Environment['stdout' | 'stderr']): number {
  if (session.events.length === 0) return exit.fine;
  let result = `What was said is kept in ${file}`;
  try {
    writeSession(file, session);
  } catch (error) {
    result = `What was said cannot be kept in "${file}": ${(error as Error).message}`;
  }
  output.write(`${printable(result)}\n`);
  return exit.unresolved;
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

async function goOn(kb: KnowledgeBase, kept: Session, environment: Environment): Promise<Session> {
  if (!kb.trees.has(kept.tree)) throw new Misuse(`The tree "${kept.tree}" of this call is not in the knowledge base.`);
  const { session, unfit } = await reopen(kb, kept, environment.now());
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
    environment.stderr.write(`${[...words, ...lost].map(printable).join('\n')}\n`);
  }
  return session;
}

function isOver(last: Situation): boolean {
  return last.type === 'fixed' || last.type === 'closed' || last.type === 'referred';
}

function finish(last: Situation): number {
  return last.type === 'fixed' ? exit.fine : exit.unresolved;
}

function howToGoOn(call: Call, options: CallOptions): string {
  if (!call.isKept()) return 'The call could not be kept.';
  const quoted = (text: string): string => (/^[\w./:@\\-]+$/.test(text) ? text : JSON.stringify(text));
  const kb = options.kb === undefined ? '' : ` --kb ${quoted(options.kb)}`;
  const plain = options.plain === true ? ' --plain' : options.json === true ? ' --json' : '';
  return `The call is kept. Go on with it by:\n  faultline call${plain}${kb} --resume ${quoted(call.file)}`;
}

/** The newest session file, if its call did not come to an end: to remind the agent of a call that was cut off. */
async function unfinished(kb: KnowledgeBase, directory: string): Promise<string | undefined> {
  try {
    const newest = readdirSync(directory)
      .filter((name) => name.startsWith('call-') && name.endsWith('.json'))
      .sort()
      .at(-1);
    if (newest === undefined) return undefined;
    const file = join(directory, newest);
    const { situation } = await reopen(kb, readSession(file));
    return isOver(situation) ? undefined : file;
  } catch {
    // A folder or file that cannot be read is no reason to keep a caller waiting.
    return undefined;
  }
}
