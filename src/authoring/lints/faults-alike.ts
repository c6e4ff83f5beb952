import type { Lint } from './lint.js';
import { plainWords } from './plain-words.js';

/** Two faults of a tree have the same name or explanation. */
export const faultsAlike: Lint = {
  code: 'faults-alike',
  level: 'warning',
  summary: 'Two faults of a tree have the same name or explanation.',
  *look({ kb }) {
    for (const { faults } of kb.trees.values()) {
      const seen = new Map<string, typeof faults extends ReadonlyMap<string, infer Fault> ? Fault : never>();
      for (const fault of faults.values())
        for (const words of [`name ${plainWords(fault.name)}`, `explanation ${plainWords(fault.explain)}`]) {
          const first = seen.get(words);
          if (first === undefined) seen.set(words, fault);
          else
            yield {
              place: fault.at,
              message: `The faults "${first.id}" and "${fault.id}" have the same ${words.split(' ', 1)[0]}.`,
              hint: 'Say what tells them apart, or make one fault of them.',
              related: [{ place: first.at, message: 'The other one.' }],
            };
        }
    }
  },
};
