import type { Generated, GeneratedAlways } from 'kysely';

/** What is kept of a call, in a row. Times are in ISO 8601; durations in milliseconds. */
export interface CaseRow {
  /** Counted up by the database; said aloud with a check digit behind it. */
  readonly number: Generated<number>;
  /** Made by whoever began the call, so that it is known before the database is reached. */
  readonly id: string;
  /** How many events are stored. */
  readonly version: number;
  readonly tree: string;
  readonly knowledge: string;
  readonly started: string | null;
  readonly words: string | null;
  /** Who took the call first. */
  readonly agent: string | null;
  /** The caller's name as the call began with it. */
  readonly first_caller: string | null;
  readonly first_channel: string | null;

  // What the events say, for lists: written with each event.
  readonly begun: string;
  readonly changed: string;
  readonly last_agent: string | null;
  readonly channel: string;
  readonly caller: string | null;
  readonly contact: string | null;
  readonly account: string | null;
  readonly device: string | null;
  // The same in the form in which they are compared.
  readonly agent_key: string | null;
  readonly caller_key: string | null;
  readonly contact_key: string | null;
  readonly account_key: string | null;
  readonly device_key: string | null;
  readonly outcome: string;
  readonly situation: string;
  /** Where the call stands, as tree/node. */
  readonly place: string;
  /** The fault that was found last, as tree/fault. */
  readonly fault: string | null;
  readonly desk: string | null;
  readonly issue: string | null;
  /** Why it was referred, parked or ended early. */
  readonly reason: string | null;
  readonly call_back: string | null;
  readonly satisfaction: number | null;
  readonly took: number;

  // Who has it open.
  readonly holder: string | null;
  readonly holder_name: string | null;
  readonly held_since: number | null;
  readonly held_until: number | null;

  /** The number of events for which the tables of details were made; -1 where they were not. */
  readonly detailed: number;
  /** The version of the tree it began in. */
  readonly tree_version: string | null;
}

/** One event, as JSON. */
export interface EventRow {
  readonly case_number: number;
  readonly sequence: number;
  readonly at: string | null;
  readonly event: string;
}

/** Everything in a case that is looked through for words, in small letters. */
export interface TextRow {
  readonly case_number: number;
  readonly text: string;
}

/** A tie between two cases; `one` is the lower number. */
export interface LinkRow {
  readonly one: number;
  readonly other: number;
  readonly why: string;
  readonly at: string;
}

/** What was thought of a fault at the end, and what its fix took. */
export interface FaultRow {
  readonly case_number: number;
  readonly day: string;
  readonly tree: string;
  readonly fault: string;
  readonly tree_version: string;
  readonly cause: string;
  readonly status: string;
  /** Whether steps of its fix were done: 1 or 0. */
  readonly mended: number;
  readonly took: number;
}

/** A question as it stands at the end: what was taken back is not here. */
export interface QuestionRow {
  readonly case_number: number;
  readonly sequence: number;
  readonly day: string;
  readonly tree: string;
  readonly question: string;
  readonly tree_version: string;
  /** answered, dont-know, cant-check, not-applicable, declined, skipped or later */
  readonly reply: string;
  readonly answer: string | null;
  readonly took: number;
  /** How often it was not understood. */
  readonly confused: number;
}

/** A step that was read, or passed. */
export interface StepRow {
  readonly case_number: number;
  readonly sequence: number;
  readonly day: string;
  readonly tree: string;
  readonly node: string;
  readonly step: number;
  readonly tree_version: string;
  readonly fault: string | null;
  readonly procedure_id: string | null;
  /** done, skipped, declined or tried */
  readonly result: string;
  readonly why: string | null;
  readonly took: number;
  readonly confused: number;
  /** Whether the fault it belongs to was solved by the fix: 1 or 0; null where it belongs to none, or nobody could check. */
  readonly solved: number | null;
}

/** One value of a known fact. */
export interface FactRow {
  readonly case_number: number;
  readonly day: string;
  readonly fact: string;
  readonly value: string;
  readonly source: string;
  readonly personal: number;
}

/** What a caller said in their own words. */
export interface SaidRow {
  readonly case_number: number;
  readonly sequence: number;
  readonly day: string;
  readonly said: string;
  /** What it was said to; null before the first question. */
  readonly question: string | null;
  /** The tree or answer that was taken; null where none was right. */
  readonly chose: string | null;
  /** How many trees or answers were offered. */
  readonly offered: number;
  readonly missed: string;
}

/** The part of a call that one agent took. */
export interface AgentRow {
  readonly case_number: number;
  readonly day: string;
  readonly agent: string;
  readonly events: number;
  readonly took: number;
}

/** The files of a knowledge base that cases were taken with, so that they can be replayed: gzip over JSON, in base64. */
export interface KnowledgeRow {
  readonly hash: string;
  readonly name: string;
  readonly stored: string;
  readonly files: string;
}

/** That cases were erased: how many, when and why, without saying whose. */
export interface ErasureRow {
  readonly erasure: GeneratedAlways<number>;
  readonly at: string;
  readonly why: string;
  readonly cases: number;
}

/** The tables of a case store. */
export interface Tables {
  readonly cases: CaseRow;
  readonly events: EventRow;
  readonly texts: TextRow;
  readonly links: LinkRow;
  readonly faults: FaultRow;
  readonly questions: QuestionRow;
  readonly steps: StepRow;
  readonly facts: FactRow;
  readonly sayings: SaidRow;
  readonly agents: AgentRow;
  readonly knowledge: KnowledgeRow;
  readonly erasures: ErasureRow;
}
