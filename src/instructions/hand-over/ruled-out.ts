import type { KnowledgeBase } from '../../knowledge/index.js';
import { type Ground, whyNot } from '../../session/index.js';
import { groundForAgent } from '../ground-in-words.js';
import { faultName } from '../instruction.js';
import { valueInWords } from '../placeholders.js';
import type { CallRead } from './call-read.js';

/** A fault that it is most likely not. */
export interface HandOverRuledOut {
  /** `tree/fault` */
  readonly fault: string;
  readonly name: string;
  /** What speaks against it: its fix did not help, a rule excludes it, or the answers lead away from it in its tree. */
  readonly by: 'fix' | 'rule' | 'answers';
  /** That in words: the question with its answer, or the facts of the rule. */
  readonly because: readonly string[];
}

/** What it is not: what was mended in vain or excluded by a rule, then what the answers exclude in the trees of the call. */
export async function ruledOutOf(call: CallRead): Promise<readonly HandOverRuledOut[]> {
  const { kb, session, now, moves } = call;
  const trees = new Set(moves.map(({ tree }) => tree));
  const near = [...trees].flatMap((id) =>
    [...(kb.trees.get(id)?.faults.keys() ?? [])].map((fault) => `${id}/${fault}`),
  );
  const known = [...now.faults].filter(([, status]) => status === 'ruled-out').map(([fault]) => fault);
  const others = now.type === 'fixed' ? [] : near.filter((fault) => !now.faults.has(fault));
  const found: HandOverRuledOut[] = [];
  for (const fault of [...known, ...others]) {
    if (kb.trees.get(fault.split('/')[0] ?? '') === undefined) continue;
    const { verdict, by } = await whyNot(kb, session, fault);
    const kind = known.includes(fault) ? (by.some(({ kind }) => kind === 'rule') ? 'rule' : 'fix') : 'answers';
    if (verdict !== 'ruled-out' || (kind === 'answers' && !by.every(excludes))) continue;
    const because = by.flatMap((ground) => groundWords(call, ground) ?? []);
    found.push({ fault, name: faultName(kb, fault), by: kind, because });
  }
  return found;
}

/** Whether a ground is an answer about the trouble: that a fix failed, or that nobody knew, excludes nothing. */
function excludes(ground: Ground): boolean {
  if (ground.kind !== 'move') return false;
  const { reason } = ground.move;
  if (reason.kind === 'known' || reason.kind === 'told') return true;
  return reason.kind === 'answered' && (reason.question.purpose === 'node' || reason.question.purpose === 'fact');
}

function groundWords({ kb, now }: CallRead, ground: Ground): string | undefined {
  if (ground.kind !== 'rule') return groundForAgent(kb, now.facts, ground);
  const facts = ground.facts.flatMap((name) => factWords(kb, now.facts, name) ?? []);
  return facts.length === 0 ? undefined : facts.join('; ');
}

function factWords(kb: KnowledgeBase, facts: CallRead['now']['facts'], name: string): string | undefined {
  const fact = kb.facts.get(name);
  const known = facts.get(name);
  return fact === undefined || known === undefined ? undefined : `${fact.title}: ${valueInWords(fact, known.value)}`;
}
