import { addressOf, type Situation } from '../../session/index.js';

/** What a state waits for, as far as figures and findings need it. */
export interface WaitingFor {
  readonly type: Situation['type'];
  /** `tree/node`. */
  readonly address: string;
  /** What is asked or done, the same whenever it comes; absent at an end. */
  readonly asks?: string;
  /** Whether it is a question that finds something out. */
  readonly counts: boolean;
  /** The address of the fault that has been found here. */
  readonly found?: string;
  /** Whether the fix of that fault can be read. */
  readonly fixable?: boolean;
}

/** What is asked about a step or a known issue finds nothing out. */
const diagnostic: readonly string[] = ['node', 'fact', 'verify'];

/** What a situation waits for. */
export function waitingFor(now: Situation): WaitingFor {
  const address = addressOf(now);
  const place = { type: now.type, address };
  switch (now.type) {
    case 'asking': {
      const { purpose } = now;
      const named = purpose === 'fact' ? `fact ${now.fact}` : purpose === 'issue' ? `issue ${now.issue}` : undefined;
      return { ...place, asks: named ?? `${address} ${purpose}`, counts: diagnostic.includes(purpose) };
    }
    case 'doing':
      return { ...place, asks: `${address} ${now.steps[now.index]?.say}`, counts: false };
    case 'isolated': {
      const found = `${now.tree}/${now.fault}`;
      return { ...place, asks: `${address} found`, counts: false, found, fixable: now.steps.length > 0 };
    }
    default:
      return { ...place, counts: false };
  }
}
