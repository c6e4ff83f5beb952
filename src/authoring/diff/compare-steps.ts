import type { Step } from '../../knowledge/index.js';
import type { Change } from './change.js';
import { quoted, stepsSaid } from './in-words.js';
import { isSame } from './same.js';

type About = Omit<Change, 'message' | 'kind'> & { readonly name: string };

/** What has changed among steps: those that are new, gone, or in another order; and what else about them. */
export function compareSteps(
  before: readonly Step[],
  after: readonly Step[],
  { name, ...about }: About,
): readonly Change[] {
  if (isSame(before, after)) return [];
  const [old, now] = [stepsSaid(before), stepsSaid(after)];
  const fresh = now.filter((say) => !old.includes(say));
  const gone = old.filter((say) => !now.includes(say));
  if (fresh.length === gone.length && fresh.length > 0)
    return fresh.map((say, index) => ({
      ...about,
      kind: 'changed',
      message: `A step of ${name} reads ${quoted(say)}, and read ${quoted(gone[index] ?? '')}.`,
    }));
  const changes: Change[] = [
    ...fresh.map((say) => ({ ...about, kind: 'new', message: `${name} has the new step ${quoted(say)}.` }) as const),
    ...gone.map(
      (say) => ({ ...about, kind: 'gone', message: `${name} has the step ${quoted(say)} no more.` }) as const,
    ),
  ];
  if (fresh.length === 0 && gone.length === 0) {
    const moved = !isSame(old, now);
    changes.push({
      ...about,
      kind: 'changed',
      message: moved
        ? `The steps of ${name} are read in another order.`
        : `The steps of ${name} are the same, but what should be seen, when they are read, or how long they take has changed.`,
    });
  }
  return changes;
}
