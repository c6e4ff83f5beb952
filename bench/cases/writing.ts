/** What a process that writes is asked to do. */
export interface WritingJob {
  /** Through the case store, or through the bare driver, each event a row. */
  readonly by: 'store' | 'driver';
  /** A path or an address. */
  readonly where: string;
  /** A file with the calls, as JSON. */
  readonly calls: string;
  /** With which of the calls it begins. */
  readonly first: number;
  /** How long it writes, in milliseconds, or how many calls. */
  readonly until: { readonly milliseconds: number } | { readonly calls: number };
}

/** A call as far as its events were confirmed. */
export interface WrittenCall {
  readonly id: string;
  /** Which of the calls of the job it was. */
  readonly call: number;
  readonly confirmed: number;
}

/** What came of it. */
export interface Written {
  /** How long each event took until it was confirmed, in milliseconds. */
  readonly latencies: readonly number[];
  /** From the first to the last, in milliseconds. */
  readonly passed: number;
  readonly written: readonly WrittenCall[];
  /** What was thrown, or came of keeping other than being kept. */
  readonly failures: readonly string[];
}
