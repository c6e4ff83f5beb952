import { join } from 'node:path';
import {
  type Channel,
  caseNumberInWords,
  type Input,
  type KnowledgeBase,
  loadFolder,
  openStore,
  parkedNow,
  recap,
  type Session,
  type Situation,
  step,
} from '../../index.js';
import { whereCasesAre } from '../case-store.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { holdFor } from '../keeping/hold-for.js';
import { holderName } from '../keeping/holder-name.js';
import { type Keeper, keeperFor } from '../keeping/keeper.js';
import { aside } from '../keeping/set-aside.js';
import { type StoreAccess, storeAccess } from '../keeping/store-access.js';
import { apartInWords, storeWaiting } from '../keeping/store-waiting.js';
import { knowledgeFolder } from '../knowledge-folder.js';
import { type Places, placesOf } from '../places.js';
import { printable } from '../printable.js';
import { beginCall } from './begin-call.js';
import { type Call, callKept, isOver, isSolved, TakenOver } from './call.js';
import { Closed } from './front.js';
import { openDoor } from './json-lines.js';
import { readReplay, replayed } from './replay.js';
import { goOn, resume } from './resume.js';
import type { Talk } from './talk.js';

/** What was given on the command line. */
export interface CallOptions {
  readonly tree?: string;
  readonly set: readonly string[];
  readonly kb?: string;
  /** The number of a case, a session file, or true to choose one of those that wait. */
  readonly resume?: string | true;
  readonly takeOver?: boolean;
  readonly replay?: string;
  readonly agent?: string;
  readonly caller?: string;
  readonly contact?: string;
  readonly account?: string;
  readonly device?: string;
  readonly channel?: Channel;
  readonly json?: boolean;
  readonly plain?: boolean;
}

/** Takes a call, from its beginning or as it was left. @returns the exit code. @throws Misuse */
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
  const where = whereCasesAre(environment.variables);
  const access = storeAccess(() => openStore(where));
  const early: string[] = [];
  const loaded = await open(directory, places.cache, (message) => early.push(message));
  const desk: Desk = { options, environment, places, access, kb: loaded.kb };
  let talk: Talk | undefined;
  let taken: Taken | undefined;
  // On a screen that is painted whole, only what the talk shows can be seen.
  const warn = (message: string): void => {
    if (talk !== undefined) talk.warn(message);
    else stderr.write(`${printable(message)}\n`);
  };
  try {
    if (options.json !== true) talk = await talkWith(environment, options, places.cache);
    for (const message of early) warn(message);
    taken = await begin(desk, words, talk, warn);
    const { call, keeper, session } = taken;
    if (call === undefined) {
      talk?.close();
      await leave(desk, keeper, loaded.files);
      const output = options.json === true ? stderr : stdout;
      if (session.events.length === 0) return exit.fine;
      output.write(`${printable(whereSaid(keeper))}\n`);
      return exit.unresolved;
    }
    const last = await talked(desk, call, taken, talk);
    // A call that was left before anything happened in it is a call all the same.
    if (keeper.number() === undefined) await keeper.keep(call.session(), last);
    talk?.close();
    await leave(desk, keeper, loaded.files);
    const output = options.json === true ? stderr : stdout;
    if (!isOver(last)) output.write(`${howToGoOn(keeper, options)}\n`);
    else if (options.json !== true) output.write(`${printable(whereKept(keeper))}\n`);
    return isSolved(last) ? exit.fine : exit.unresolved;
  } catch (error) {
    if (error instanceof TakenOver) throw new Misuse(error.message);
    if (!(error instanceof Closed)) throw error;
    talk?.close();
    if (taken?.call !== undefined) {
      const { call, keeper } = taken;
      if (keeper.number() === undefined) await keeper.keep(call.session(), await call.now());
      await leave(desk, keeper, loaded.files);
      stdout.write(`\n${howToGoOn(keeper, options)}\n`);
    }
    return exit.unresolved;
  } finally {
    talk?.close();
    await access.drop();
  }
}

/** What a command works with. */
interface Desk {
  readonly options: CallOptions;
  readonly environment: Environment;
  readonly places: Places;
  readonly access: StoreAccess;
  readonly kb: KnowledgeBase;
}

/** A call that has begun; without `call` no tree was found for it. */
interface Taken {
  readonly keeper: Keeper;
  readonly session: Session;
  readonly call?: Call;
  /** A program has been told the version of the protocol. */
  readonly greeted: boolean;
  readonly door: ReturnType<typeof openDoor> | undefined;
  /** How the call stood when it was taken up again. */
  readonly before?: Session;
}

async function begin(
  { options, environment, places, access, kb }: Desk,
  words: readonly string[],
  talk: Talk | undefined,
  warn: (message: string) => void,
): Promise<Taken> {
  const { now, elapsed, variables } = environment;
  const door = options.json === true ? openDoor(environment) : undefined;
  const agent = options.agent ?? variables.FAULTLINE_AGENT;
  const holder = holderName(agent);
  const hold = holdFor(holder);
  const takeOver = options.takeOver === true;
  const again =
    options.resume === undefined
      ? undefined
      : await resume(options.resume, { kb, access, talk, hold, takeOver, agent, now: now() });
  const replay = options.replay === undefined ? undefined : readReplay(options.replay);
  const given = { words, ...options, ...(agent === undefined ? {} : { agent }) };
  const before = again?.session ?? (replay !== undefined && 'session' in replay ? replay.session : undefined);
  const begun =
    before === undefined || before.tree === ''
      ? await beginCall(kb, given, before, { door, talk, places, access, clock: now })
      : { session: await goOn(kb, before, now(), warn), greeted: false };
  const id = again?.id ?? crypto.randomUUID();
  const keeper = keeperFor({
    kb,
    access,
    aside: aside(places.sessions, id),
    holder,
    token: hold.token,
    id,
    ...(again?.stored && { stored: again.stored }),
    clock: now,
    warn,
    note: (message) => (talk === undefined ? environment.stderr.write(`${printable(message)}\n`) : talk.note(message)),
  });
  const rest = { keeper, greeted: begun.greeted, door, ...(before && { before }) };
  if (begun.session.tree === '') {
    if (begun.session.events.length > 0) await keeper.keep(begun.session, undefined);
    return { ...rest, session: begun.session };
  }
  const known = await withWhatIsKnown(kb, begun.session, options, now());
  const session = replay && 'inputs' in replay ? await replayed(kb, known, replay.inputs, now()) : known;
  const call = callKept(kb, keeper, join(places.sessions, `call-${id}`), session, { now, elapsed });
  // Nothing has happened yet in a new call: it is kept with the first event, and the first question need not wait.
  if (session.events.length > 0) await keeper.keep(session, await call.now());
  return { ...rest, session, call };
}

/** Speaks with the program, or with the person. @returns where the call stood at the end. */
async function talked(desk: Desk, call: Call, taken: Taken, talk: Talk | undefined): Promise<Situation> {
  const { environment, places, options, kb } = desk;
  if (taken.door !== undefined) {
    const { speakJson } = await import('./json-door.js');
    const { greeted, door } = taken;
    return speakJson(call, door, { cache: places.cache, clock: environment.now, greeted });
  }
  if (talk === undefined) throw new Error('There is nobody to talk to.');
  const { before } = taken;
  const isParked = before !== undefined && parkedNow(before) !== undefined;
  const soFar = isParked ? await recap(kb, call.session()) : undefined;
  const agent = options.agent ?? environment.variables.FAULTLINE_AGENT;
  if (before !== undefined && before.tree !== '') await call.take({ resumed: agent ?? '' });
  return talk.converse(call, soFar);
}

/** What remains to be done when the agent has gone: nothing of it keeps a caller waiting. */
async function leave({ access, kb, places, environment }: Desk, keeper: Keeper, files: Loaded['files']): Promise<void> {
  await keeper.leave();
  if (keeper.where().place !== 'store' || keeper.number() === undefined) return;
  try {
    const store = await access.get();
    if (!(await store.hasKnowledge(kb.hash))) await store.keepKnowledge(kb, files(), environment.now());
    for (const file of await storeWaiting(store, kb, places.sessions, environment.now()))
      environment.stderr.write(`${printable(apartInWords(file))}\n`);
  } catch {
    // It is done at the end of the next call.
  }
}

interface Loaded {
  readonly kb: KnowledgeBase;
  /** The files it was made of. */
  readonly files: () => readonly { readonly path: string; readonly text: string }[];
}

async function open(directory: string, cache: string, warn: (message: string) => void): Promise<Loaded> {
  const loaded = await loadFolder(directory, { cache, calls: false });
  const { knowledgeBase, diagnostics } = loaded;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const mistakes = `${errors} mistake${errors === 1 ? '' : 's'} in the knowledge base`;
  const look = `Run "faultline lint ${directory}" to see them.`;
  if (knowledgeBase.trees.size === 0) throw new Misuse(`No tree can be used: ${mistakes}. ${look}`);
  if (errors > 0) warn(`${mistakes}; what they concern is left out. ${look}`);
  return { kb: knowledgeBase, files: () => [...loaded.sources].map(([path, text]) => ({ path, text })) };
}

// Imported only here: what a person needs takes longer to load than a program's first question may take.
async function talkWith(environment: Environment, options: CallOptions, cache: string): Promise<Talk> {
  const { talkFor } = await import('./talk.js');
  return talkFor(environment, options.plain === true, cache);
}

/** The session with what the command line says is known. @throws Misuse when that cannot be. */
async function withWhatIsKnown(
  kb: KnowledgeBase,
  session: Session,
  { set, contact, account, device }: CallOptions,
  at: string,
): Promise<Session> {
  const about = Object.entries({ contact, account, device }).filter(([, value]) => value !== undefined);
  const inputs: (readonly [string, Input])[] = about.map(([key, value]) => [`--${key}`, { [key]: value } as Input]);
  if (set.length > 0) inputs.push(['--set', { tell: factsSet(kb, set), source: 'agent' }]);
  if (inputs.length === 0) return session;
  const { maskInput } = await import('./masked.js');
  let known = session;
  for (const [option, input] of inputs) {
    const taken = await step(kb, known, maskInput(kb, input), at);
    if (taken.refused !== undefined) throw new Misuse(`${option}: ${taken.refused}`);
    known = taken.session;
  }
  return known;
}

function factsSet(kb: KnowledgeBase, set: readonly string[]): Readonly<Record<string, unknown>> {
  const tell: Record<string, unknown> = {};
  for (const given of set) {
    const equals = given.indexOf('=');
    if (equals < 1) throw new Misuse(`--set takes fact=value, not "${given}".`);
    const name = given.slice(0, equals);
    const value = given.slice(equals + 1);
    tell[name] = kb.facts.get(name)?.type === 'choices' ? value.split(',') : value;
  }
  return tell;
}

function whereSaid(keeper: Keeper): string {
  const where = keeper.where();
  if (where.place === 'file') return `What was said is kept in ${where.file}.`;
  if (where.place === 'nowhere') return 'What was said could not be kept.';
  return `What was said is kept as case ${caseNumberInWords(keeper.number() ?? 0)}.`;
}

function whereKept(keeper: Keeper): string {
  const where = keeper.where();
  if (where.place === 'file') return `The call is kept in ${where.file}, until the case store can be reached.`;
  if (where.place === 'nowhere') return 'The call could not be kept.';
  return `The call is kept as case ${caseNumberInWords(keeper.number() ?? 0)}.`;
}

function howToGoOn(keeper: Keeper, options: CallOptions): string {
  const where = keeper.where();
  if (where.place === 'nowhere') return 'The call could not be kept.';
  const quoted = (text: string): string => (/^[\w./:@\\-]+$/.test(text) ? text : JSON.stringify(text));
  const kb = options.kb === undefined ? '' : ` --kb ${quoted(options.kb)}`;
  const plain = options.plain === true ? ' --plain' : options.json === true ? ' --json' : '';
  const which = where.place === 'file' ? quoted(where.file) : caseNumberInWords(keeper.number() ?? 0);
  const kept = where.place === 'file' ? 'The call is kept in a file' : `The call is kept as case ${which}`;
  return `${kept}. Go on with it by:\n  faultline call${plain}${kb} --resume ${which}`;
}
