import type { FaultReached, LongCall, TreeExplored } from './exploration.js';
import { inputsTo, type Reached, type Walk } from './walk.js';

/** The figures of a walk: the longest call, the most questions before a fix, the fewest before each fault. */
export function figuresOf(walk: Walk): Pick<TreeExplored, 'longest' | 'mostBeforeFix' | 'faults'> {
  const longest = longestTo(
    walk,
    (state) => state.next.length === 0,
    () => false,
    (_, inputs) => inputs,
  );
  const isFix = ({ waiting }: Reached): boolean => waiting.fixable === true;
  const mostBeforeFix = longestTo(walk, isFix, isFix, (state) => Number(state.waiting.counts));
  return { ...(longest && { longest }), ...(mostBeforeFix && { mostBeforeFix }), faults: faultsOf(walk) };
}

/** The longest way from a beginning to an end that comes to no state twice along the order of a depth-first search. */
function longestTo(
  { beginnings }: Walk,
  isEnd: (state: Reached) => boolean,
  isLast: (state: Reached) => boolean,
  weight: (state: Reached, inputs: number) => number,
): LongCall | undefined {
  const best = new Map<Reached, { length: number; next?: Reached['next'][number] } | undefined>();
  const open = new Set<Reached>();
  for (const beginning of beginnings) {
    const work = [{ state: beginning, at: 0 }];
    if (best.has(beginning)) continue;
    open.add(beginning);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { state } = top;
      const way = isLast(state) ? undefined : state.next[top.at];
      top.at += 1;
      if (way !== undefined) {
        if (open.has(way.to) || best.has(way.to)) continue;
        open.add(way.to);
        work.push({ state: way.to, at: 0 });
        continue;
      }
      let found: { length: number; next?: Reached['next'][number] } | undefined = isEnd(state)
        ? { length: 0 }
        : undefined;
      for (const each of isLast(state) ? [] : state.next) {
        const after = open.has(each.to) ? undefined : best.get(each.to);
        const length = (after?.length ?? 0) + weight(state, each.inputs.length);
        if (after !== undefined && length > (found?.length ?? -1)) found = { length, next: each };
      }
      best.set(state, found);
      open.delete(state);
      work.pop();
    }
  }
  const [first] = beginnings
    .filter((state) => best.get(state) !== undefined)
    .sort((a, b) => (best.get(b)?.length ?? 0) - (best.get(a)?.length ?? 0));
  if (first === undefined) return undefined;
  const events = [...first.inputs];
  let questions = 0;
  let steps = 0;
  for (let state = first, next = best.get(state)?.next; next !== undefined; next = best.get(state)?.next) {
    if (state.waiting.counts) questions += 1;
    else steps += next.inputs.length;
    events.push(...next.inputs);
    state = next.to;
  }
  return { questions, steps, events };
}

/** The fewest questions before each fault is found. */
function faultsOf({ states, beginnings }: Walk): readonly FaultReached[] {
  const fewest = new Map<
    Reached,
    { readonly questions: number; readonly before?: Reached; readonly way?: Reached['next'][number] }
  >();
  let now = beginnings.map((state) => {
    fewest.set(state, { questions: 0 });
    return state;
  });
  for (let questions = 0; now.length > 0; questions += 1) {
    const later: Reached[] = [];
    for (const state of now) {
      if (fewest.get(state)?.questions !== questions) continue;
      const after = questions + Number(state.waiting.counts);
      for (const way of state.next) {
        if ((fewest.get(way.to)?.questions ?? Number.POSITIVE_INFINITY) <= after) continue;
        fewest.set(way.to, { questions: after, before: state, way });
        (after === questions ? now : later).push(way.to);
      }
    }
    now = later;
  }
  const found = new Map<string, FaultReached>();
  for (const state of states) {
    const { found: fault } = state.waiting;
    const questions = fewest.get(state)?.questions;
    if (fault === undefined || questions === undefined || (found.get(fault)?.questions ?? questions + 1) <= questions)
      continue;
    const parts: (typeof state.inputs)[] = [];
    let at = state;
    for (let step = fewest.get(at); step?.before !== undefined; step = fewest.get(at)) {
      parts.push(step.way?.inputs ?? []);
      at = step.before;
    }
    found.set(fault, { fault, questions, events: [...inputsTo(at), ...parts.reverse().flat()] });
  }
  return [...found.values()].sort((a, b) => a.questions - b.questions);
}
