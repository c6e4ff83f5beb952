import {
  type Answer,
  type AskNode,
  type Fact,
  type FactType,
  type Fault,
  type KnowledgeBase,
  type Overlay,
  type Procedure,
  type Step,
  withoutUndefined,
} from '../knowledge/index.js';
import { factOf, faultOf, nodeAt, stepsAt, treeAt } from './ask.js';
import { remembered } from './remembered.js';
import type { Position, Question } from './state.js';

/** A question as it is asked. */
export interface AskedWords {
  /**
   * What it is about: the node's own question, the usual question of a fact, the verification of a fix; whether what
   * was tried was done rightly, whether the caller agrees to a step, whether it is a known issue.
   */
  readonly purpose: Question['purpose'];
  /** The fact it asks for, or the fault whose fix it verifies. */
  readonly fact?: string;
  readonly fault?: string;
  /** The known issue it asks about. */
  readonly issue?: string;
  /** The steps that it is about: those that were tried, or the one that the caller has to agree to. */
  readonly steps?: readonly Step[];
  readonly ask: string;
  readonly say?: string;
  /** What to say when the caller does not understand: the first time, the second time, and so on. */
  readonly ifConfused?: readonly string[];
  readonly why?: string;
  readonly note?: string;
  /** What an answer is: one of `answers`, or a value of such a fact. */
  readonly expects: FactType;
  readonly unit?: string;
  /** Empty where any value of the type will do. */
  readonly answers: readonly Answer[];
}

const yesOrNo = (yes: string, no: string): readonly Answer[] => [
  { id: 'yes', label: yes, hear: [] },
  { id: 'no', label: no, hear: [] },
];

/** What a question asks and how it can be answered. */
export function asked(kb: KnowledgeBase, at: Position, question: Question): AskedWords {
  switch (question.purpose) {
    case 'fact':
      return askedForFact(factOf(kb, question.fact), kb);
    case 'verify':
      return askedToVerify(faultOf(treeAt(kb, at), question.fault), kb);
    case 'node':
      return askedAtNode(nodeAt(kb, at) as AskNode, kb);
    case 'tried':
      return askedToMakeSure(kb, at, question);
    case 'consent':
      return askedToAgree(kb, at, question.step);
    case 'issue':
      return askedAboutIssue(kb.overlays.get(question.issue) as Overlay, kb);
  }
}

const done = yesOrNo('Yes, just like that', 'No, or not quite');
const agreed = yesOrNo('Yes, the caller agrees', 'No');
const isIssue = yesOrNo('Yes, that is it', 'No, something else');

/** Whether what was tried was done rightly: in the author's words where there are some. */
function askedToMakeSure(
  kb: KnowledgeBase,
  at: Position,
  { what, steps }: Extract<Question, { purpose: 'tried' }>,
): AskedWords {
  const all = stepsAt(kb, at);
  const covered = steps.flatMap((step) => all[step] ?? []);
  const node = nodeAt(kb, at);
  const fault = node.kind === 'fault' ? faultOf(treeAt(kb, at), node.fault) : undefined;
  const own = what.includes(':step') ? undefined : (fault?.tried ?? (node.kind === 'do' ? node.tried : undefined));
  const procedure = own === undefined ? onlyProcedure(kb, what, covered) : undefined;
  const name = what.includes(':step') ? undefined : fault?.name;
  const ask = procedure?.title ?? name ?? covered[0]?.say ?? what;
  return {
    purpose: 'tried',
    ask,
    ...withoutUndefined({ say: own ?? procedure?.tried }),
    steps: covered,
    ...yesNo(done),
  };
}

const yesNo = (answers: readonly Answer[]) => ({ expects: 'choice', answers }) as const;

/** The procedure that is meant, or to which all the steps belong. */
function onlyProcedure(kb: KnowledgeBase, what: string, steps: readonly Step[]): Procedure | undefined {
  const [first] = steps;
  const id = steps.every(({ procedure }) => procedure === first?.procedure) ? first?.procedure : undefined;
  return what.includes(':step') ? undefined : kb.procedures.get(kb.procedures.has(what) ? what : (id ?? ''));
}

/** Whether the caller agrees to a step that cannot be undone. */
function askedToAgree(kb: KnowledgeBase, at: Position, index: number): AskedWords {
  const step = stepsAt(kb, at)[index] as Step;
  const node = nodeAt(kb, at);
  const why = node.kind === 'fault' ? faultOf(treeAt(kb, at), node.fault).caution : node.why;
  const words = withoutUndefined({ why, note: step.note });
  return { purpose: 'consent', ask: step.say, ...words, steps: [step], ...yesNo(agreed) };
}

const askedAboutIssue = remembered(({ id, ask, say, title }: Overlay): AskedWords => {
  return { purpose: 'issue', issue: id, ask, ...withoutUndefined({ say }), note: title, ...yesNo(isIssue) };
});

const askedForFact = remembered((fact: Fact): AskedWords => {
  const { name, choices, type, unit, ask = name, say, ifConfused, why } = fact;
  const words = withoutUndefined({ ask, say, ifConfused, why, unit });
  return { purpose: 'fact', fact: name, ...words, expects: type, answers: choices };
});

const askedToVerify = remembered(({ id, name, verify }: Fault): AskedWords => {
  const { ask = name, say, ifConfused, answers = [] } = verify ?? {};
  return { purpose: 'verify', fault: id, ...withoutUndefined({ ask, say, ifConfused }), expects: 'choice', answers };
});

const askedAtNode = remembered((node: AskNode, kb: KnowledgeBase): AskedWords => {
  const fact = node.fact === undefined ? undefined : factOf(kb, node.fact);
  const words = withoutUndefined({
    fact: node.fact,
    ask: node.ask,
    say: node.say ?? fact?.say,
    ifConfused: node.ifConfused ?? fact?.ifConfused,
    why: node.why ?? fact?.why,
    note: node.note,
    unit: fact?.unit,
  });
  const answers = node.answers.length > 0 ? node.answers : (fact?.choices ?? []);
  return { purpose: 'node', ...words, expects: fact?.type ?? 'choice', answers };
});
