import type { Condition, FactValue } from '../rules/index.js';
import type { Place } from '../source/index.js';
import type { outcomes } from './outcomes.js';
import type { factTypes, lintLevels, nodeKinds, unsureKinds } from './schema/index.js';

/** A way of not knowing. */
export type UnsureKind = (typeof unsureKinds)[number];
/**
 * How a case ends, or how it stands while it has not ended.
 * - open: nobody has brought it to an end - parked: until somebody calls back - abandoned: ended early, with a reason
 * - resolved: all of its problems are solved - referred: to a desk - visit: somebody comes to the caller
 * - known-issue: the trouble is known and cannot be mended here - unresolved: it ended without a solution
 */
export type Outcome = (typeof outcomes)[number];
/** The type of a fact. */
export type FactType = (typeof factTypes)[number];
/** The kind of a node. */
export type NodeKind = (typeof nodeKinds)[number];

/** How grave a lint is in a knowledge base. */
export type LintLevel = (typeof lintLevels)[number];

/** What the manifest says about a lint: how grave it is, and the number that it allows where it counts something. */
export interface LintSetting {
  readonly level?: LintLevel;
  readonly most?: number;
  readonly at: Place;
}

/** What to do when the caller does not know. */
export type UnsurePolicy =
  | { readonly kind: 'skip' }
  | { readonly kind: 'treat-as'; readonly answer: string }
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'refer'; readonly desk: string };

/** One of the answers to a question. */
export interface Answer {
  readonly id: string;
  readonly label: string;
  readonly hear: readonly string[];
}

/** A phrase that tells a fact: its value, or, where that is a number or a date, `{value}` in the phrase. */
export interface Hearing {
  readonly phrase: string;
  readonly value?: FactValue;
}

/** A fact as facts.yaml declares it. */
export interface Fact {
  readonly name: string;
  readonly title: string;
  readonly type: FactType;
  /** Empty unless the type is choice, choices or yes-no. */
  readonly choices: readonly Answer[];
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly ask?: string;
  readonly say?: string;
  /** What to say when the caller does not understand: the first time, the second time, and so on. */
  readonly ifConfused?: readonly string[];
  readonly why?: string;
  readonly fades: boolean;
  readonly personal: boolean;
  readonly at: Place;
  /** What callers say that tells it, whatever they were asked. */
  readonly hear: readonly Hearing[];
}

/**
 * Why one place can follow another. `label` on the edge says which answer, kind of not knowing or branch.
 * - answer: an answer was given; `label` is its id, or `*` for a value that has no edge of its own
 * - unsure: `label` is the kind of not knowing
 * - branch: `label` is the index of the branch, from 0
 * - visit: into the start of another tree; - then: on to the next node, also after coming back
 * - confused: to a different way of finding out, when no wording of a question is understood
 * - unsolved, partly: after a fix; - solved: the fault is mended and the tree ends
 */
export type EdgeKind =
  | 'answer'
  | 'unsure'
  | 'branch'
  | 'otherwise'
  | 'visit'
  | 'then'
  | 'confused'
  | 'unsolved'
  | 'partly'
  | 'solved';

/** Where an edge leads: a node of the same tree, another tree, a desk, or the end of the tree. */
export type Target =
  | { readonly kind: 'node'; readonly node: string }
  | { readonly kind: 'tree'; readonly tree: string }
  | { readonly kind: 'desk'; readonly desk: string }
  | { readonly kind: 'end' };

/** One thing that can follow another. */
export interface Edge {
  readonly from: string;
  readonly kind: EdgeKind;
  readonly label: string;
  readonly to: Target;
  readonly at: Place;
}

/** One step to read aloud. Procedures are already expanded and their parameters filled in. */
export interface Step {
  readonly when?: Condition;
  readonly say: string;
  readonly expect?: string;
  /** How long it takes, in seconds. */
  readonly wait?: number;
  /** What to say when the caller does not understand: the first time, the second time, and so on. */
  readonly ifConfused?: readonly string[];
  readonly note?: string;
  readonly risky: boolean;
  /** The procedure it comes from. */
  readonly procedure?: string;
}

interface NodeBase {
  readonly id: string;
  readonly at: Place;
  readonly note?: string;
  readonly why?: string;
}

/** A question to the caller, or a check that a person answers. */
export interface AskNode extends NodeBase {
  readonly kind: 'ask' | 'check';
  readonly ask: string;
  readonly say?: string;
  /** What to say when the caller does not understand: the first time, the second time, and so on. */
  readonly ifConfused?: readonly string[];
  readonly fact?: string;
  /** Whether it can be asked while the caller waits for something else. */
  readonly meanwhile: boolean;
  /** Empty for a fact whose values cannot be listed. */
  readonly answers: readonly Answer[];
  /** The check that could find it out, and what it is told. */
  readonly run?: { readonly check: string; readonly with: Readonly<Record<string, string>> };
  readonly unsure: Partial<Readonly<Record<UnsureKind, UnsurePolicy>>>;
}
/** Steps to read aloud. */
export interface DoNode extends NodeBase {
  readonly kind: 'do';
  /** The one question that makes sure of it when the caller says that it has been tried already. */
  readonly tried?: string;
  readonly steps: readonly Step[];
}
/** Conditions in written order; edge `branch` i belongs to `branches[i]`, edge `otherwise` to none being true. */
export interface DecideNode extends NodeBase {
  readonly kind: 'decide';
  readonly branches: readonly Condition[];
}
/** Walks another tree and comes back. */
export interface VisitNode extends NodeBase {
  readonly kind: 'visit';
  readonly tree: string;
}
/** A fault has been isolated. */
export interface FaultNode extends NodeBase {
  readonly kind: 'fault';
  readonly fault: string;
}
/** The call is referred to a desk. */
export interface ReferNode extends NodeBase {
  readonly kind: 'refer';
  readonly desk: string;
  readonly because: string;
  readonly say?: string;
  readonly collect: readonly string[];
}
/** The tree ends. */
export interface CloseNode extends NodeBase {
  readonly kind: 'close';
  readonly outcome: 'resolved' | 'unresolved';
  readonly say?: string;
}

/** One place in a tree. */
export type Node = AskNode | DoNode | DecideNode | VisitNode | FaultNode | ReferNode | CloseNode;

/** How one sees that a fault is mended. */
export interface Verify {
  readonly ask: string;
  readonly say?: string;
  /** What to say when the caller does not understand: the first time, the second time, and so on. */
  readonly ifConfused?: readonly string[];
  readonly answers: readonly Answer[];
  readonly solved: string;
  readonly partly?: string;
}

/** A cause that a tree can isolate. */
export interface Fault {
  readonly id: string;
  readonly name: string;
  readonly cause: string;
  readonly likelihood?: string | number;
  readonly explain: string;
  readonly caution?: string;
  /** Empty when the fault cannot be mended on the phone. */
  readonly fix: readonly Step[];
  readonly verify?: Verify;
  /** The one question that makes sure of it when the caller says that the fix has been tried already. */
  readonly tried?: string;
  readonly effort?: string;
  readonly prevent?: string;
  readonly at: Place;
}

/** One decision tree. */
export interface Tree {
  readonly id: string;
  readonly title: string;
  readonly symptoms: readonly string[];
  /** Absent where it is that of the knowledge base. */
  readonly language?: string;
  readonly reviewed?: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly start: string;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly faults: ReadonlyMap<string, Fault>;
  /** What can follow each node, in written order. */
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  readonly at: Place;
}

/** A condition over facts and what follows from it. */
export interface Rule {
  readonly id: string;
  readonly when: Condition;
  readonly priority: number;
  readonly set: ReadonlyMap<string, FactValue>;
  readonly suspect: readonly string[];
  readonly ruleOut: readonly string[];
  readonly warn?: string;
  /** Where the call goes at once. */
  readonly go?: { readonly tree: string; readonly node: string };
  readonly at: Place;
}

/** Steps that several trees and faults share, as an agent picks them by name. */
export interface Procedure {
  readonly id: string;
  readonly title: string;
  /** The one question that makes sure of it when the caller says that it has been tried already. */
  readonly tried?: string;
}

/** Whom a call can be referred to. */
export interface Desk {
  readonly id: string;
  readonly name: string;
  readonly say?: string;
  /** Whether somebody comes to the caller. */
  readonly visit?: boolean;
  /** How the desk wants its hand-over note, with the placeholders of a hand-over. */
  readonly handOver?: string;
}

/** A subject that callers bring and no tree covers. */
export interface NotCovered {
  readonly id: string;
  readonly name: string;
  readonly symptoms: readonly string[];
  readonly desk?: string;
}

/** A question asked when no tree fits what the caller says. */
export interface BroadQuestion {
  readonly ask: string;
  readonly say?: string;
  readonly fact?: string;
}
