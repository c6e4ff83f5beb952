import type { State } from './state.js';

/** How often the caller has not understood what is open. */
export function timesConfused({ trail, stop }: Pick<State, 'trail' | 'stop'>): number {
  let count = 0;
  for (let entry = trail; entry !== undefined; entry = entry.before) {
    const { reason } = entry.move;
    if (reason.kind === 'confused' && reason.key === stop.key) count += 1;
  }
  return count;
}
