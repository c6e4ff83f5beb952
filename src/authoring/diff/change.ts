import type { Place } from '../../source/index.js';

/** What a change is about. */
export type ChangedThing =
  | 'knowledge-base'
  | 'tree'
  | 'symptoms'
  | 'question'
  | 'answer'
  | 'way'
  | 'steps'
  | 'decision'
  | 'fault'
  | 'desk'
  | 'fact'
  | 'rule'
  | 'known-issue'
  | 'term'
  | 'end';

/** One thing that callers or agents will notice. */
export interface Change {
  readonly what: ChangedThing;
  readonly kind: 'new' | 'gone' | 'changed';
  /** The tree it is in; absent where it is in all of them. */
  readonly tree?: string;
  /** One sentence. */
  readonly message: string;
  /** Where it stands now; absent for what is gone. */
  readonly at?: Place;
  /** Where it stood before; absent for what is new. */
  readonly before?: Place;
}
