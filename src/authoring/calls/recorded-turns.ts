import type { FactValue, KnowledgeBase } from '../../knowledge/index.js';
import type { Act, Move, Question, StandingAct } from '../../session/index.js';

/** A value as it is written in a call file. */
export type WrittenValue = FactValue | { readonly [kind: string]: FactValue };
/** One entry of the answers of a call file, as it is written. */
export type WrittenTurn = Readonly<Record<string, WrittenValue | readonly Readonly<Record<string, FactValue>>[]>>;

/** How values of personal facts are written in their place. */
export type PersonalValue = (fact: string) => WrittenValue;

/**
 * The turns that lead a call the same way again, from its trail: what was taken back is not in it. Steps are written
 * only where something happens between them, and what goes without saying only where it would come too late.
 */
export function recordedTurns(
  kb: KnowledgeBase,
  tree: string,
  moves: readonly Move[],
  acts: readonly StandingAct[],
  personal: PersonalValue,
): readonly WrittenTurn[] {
  const turns: WrittenTurn[] = [];
  let unsaid: WrittenTurn[] = [];
  let problems = 1;
  const say = (...turn: readonly WrittenTurn[]): void => {
    turns.push(...turn);
    unsaid = [];
  };
  const happens = (turn: WrittenTurn): void => say(...joined(unsaid), turn);
  const at = (move: Move, id: string): string => (move.tree === tree ? id : `${move.tree}/${id}`);
  const isPersonal = (fact: string | undefined): fact is string =>
    fact !== undefined && kb.facts.get(fact)?.personal === true;
  for (const move of moves) {
    const { reason } = move;
    switch (reason.kind) {
      case 'answered': {
        const { question, value } = reason;
        const fact = factOf(kb, move, question);
        if (question.purpose === 'consent') unsaid.push({ [at(move, move.node)]: { consent: 'yes' } });
        else if (question.purpose === 'tried') happens({ [at(move, move.node)]: { tried: 'no' } });
        else if (question.purpose === 'issue' && value !== 'yes') unsaid.push({ [question.issue]: value });
        else say({ [nameOf(move, question, at)]: isPersonal(fact) ? personal(fact) : value });
        break;
      }
      case 'unsure':
      case 'skipped':
      case 'postponed': {
        const { question } = reason;
        const kind = reason.kind === 'postponed' ? 'later' : reason.kind === 'skipped' ? 'skip' : 'unsure';
        const said = reason.kind === 'unsure' ? reason.unsure : reason.why;
        if (question === undefined) happens({ [at(move, move.node)]: { [kind]: said } });
        else if (question.purpose === 'tried') happens({ [at(move, move.node)]: { tried: 'no' } });
        else if (question.purpose === 'issue') unsaid.push({ [question.issue]: 'no' });
        // A fault's steps can bear the name of its verification: skipped is what comes first.
        else if (question.purpose === 'verify') happens({ [nameOf(move, question, at)]: { [kind]: said } });
        else say({ [nameOf(move, question, at)]: { [kind]: said } });
        break;
      }
      case 'not-agreed':
        happens({ [at(move, move.node)]: { consent: 'no' } });
        break;
      case 'tried':
        unsaid.push({ [at(move, move.node)]: { tried: 'yes' } });
        break;
      case 'done':
      case 'explained':
        unsaid.push({ [at(move, move.node)]: { done: 1 } });
        break;
      case 'confused':
        if (isOwnQuestion(kb, move, reason.key)) happens({ [at(move, move.node)]: { confused: 1 } });
        break;
      case 'claimed':
        happens({ tried: reason.what });
        break;
      case 'jumped':
        happens({ jump: `${reason.to.tree}/${reason.to.node}` });
        break;
      case 'came-back':
        happens({ return: `${reason.to.tree}/${reason.to.node}` });
        break;
      case 'problem':
        happens({ problem: reason.number < problems ? reason.number : reason.to.tree });
        problems = Math.max(problems, reason.number + 1);
        break;
      case 'referred':
        happens({ refer: reason.desk });
        break;
      case 'told': {
        const told = toldBy(acts.find(({ event }) => event === reason.event)?.act, reason.facts).filter(
          (entry) => !isPersonal(Object.keys(entry)[0]),
        );
        if (told.length > 0) happens({ tell: told });
        break;
      }
    }
  }
  return turns;
}

/** What was done at one place one after the other is written once. */
function joined(turns: readonly WrittenTurn[]): readonly WrittenTurn[] {
  const all: WrittenTurn[] = [];
  for (const turn of turns) {
    const [name = ''] = Object.keys(turn);
    const before = doneOf(all.at(-1), name);
    const now = doneOf(turn, name);
    if (before === undefined || now === undefined) all.push(turn);
    else all.splice(-1, 1, { [name]: { done: before + now } });
  }
  return all;
}

function doneOf(turn: WrittenTurn | undefined, name: string): number | undefined {
  const reply = turn?.[name];
  return typeof reply === 'object' && 'done' in reply && typeof reply.done === 'number' ? reply.done : undefined;
}

function nameOf(move: Move, question: Question, at: (move: Move, id: string) => string): string {
  switch (question.purpose) {
    case 'fact':
      return question.fact;
    case 'verify':
      return at(move, question.fault);
    case 'issue':
      return question.issue;
    default:
      return at(move, move.node);
  }
}

function factOf(kb: KnowledgeBase, move: Move, question: Question): string | undefined {
  if (question.purpose === 'fact') return question.fact;
  const node = kb.trees.get(move.tree)?.nodes.get(move.node);
  return question.purpose === 'node' && node !== undefined && 'fact' in node ? node.fact : undefined;
}

/** Whether a key is that of the question of the node itself, in which it can lead on that it is not understood. */
function isOwnQuestion(kb: KnowledgeBase, { tree, node }: Move, key: string): boolean {
  const asking = kb.trees.get(tree)?.nodes.get(node);
  if (asking?.kind !== 'ask' && asking?.kind !== 'check') return false;
  return key.startsWith(asking.fact === undefined ? `${tree}/${node}#` : `fact:${asking.fact}#`);
}

function toldBy(act: Act | undefined, facts: readonly string[]): readonly Readonly<Record<string, FactValue>>[] {
  if (act === undefined || !('tell' in act)) return [];
  return facts.flatMap((fact) => {
    const value = act.tell[fact];
    return value === undefined ? [] : [{ [fact]: value }];
  });
}
