import { choose } from './choose.js';
import type { Own } from './placeholders.js';

const firsts =
  'Ana Ben Carla David Elif Farid Grace Hugo Ines Jonas Kim Lena Milan Nadia Omar Petra Quinn Rosa Sam Tariq Uma Viktor Wanda Xenia Yusuf Zoë'.split(
    ' ',
  );
const lasts =
  'Abel Brandt Castro Dubois Eriksen Fischer Gómez Haas Ivanov Jansen Keller Lopez Meyer Novak Okafor Pérez Quist Rossi Singh Tanaka Ueda Vogel Weber Yilmaz Zhang'.split(
    ' ',
  );
const details = [
  'since this morning',
  'since the update last night',
  'since we moved to the second floor',
  'and it is urgent',
  'again',
  'only on battery',
  'only when it rains',
  'and the boss is waiting',
  'for the third time this month',
  'on both of them',
] as const;

/** Whoever calls: the same person for the same number. */
export function callerNumber(number: number): Omit<Own, 'agent' | 'colleague' | 'detail'> {
  const first = firsts[number % firsts.length] as string;
  const last = lasts[Math.floor(number / firsts.length) % lasts.length] as string;
  // More than there are names: some share theirs, as people do.
  const account = `${first[0]}.${last}.${number}`.toLowerCase();
  const contact =
    number % 2 === 0 ? `${account}@example.org` : `+44 20 7946 ${String(number % 10_000).padStart(4, '0')}`;
  const device = `${number % 3 === 0 ? 'DESK' : 'LAPTOP'}-${String(number).padStart(5, '0')}`;
  return { name: `${first} ${last}`, contact, account, device };
}

/** So many people take the calls. */
const agents = 40;

/** What a case has of its own, with so many callers of whom some call much more often than others. */
export function ownOf(callers: number, next: () => number): Own & { readonly caller: number } {
  const caller = Math.floor(callers * next() ** 2);
  const agent = Math.floor(agents * next() ** 1.5);
  const colleague = (agent + 1 + Math.floor(next() * (agents - 1))) % agents;
  return {
    caller,
    ...callerNumber(caller),
    agent: agentNumber(agent),
    colleague: agentNumber(colleague),
    detail: `${choose(details, next)}, room ${1 + Math.floor(next() * 400)}`,
  };
}

function agentNumber(number: number): string {
  return `${firsts[number % firsts.length]} ${lasts[(number * 7) % lasts.length]?.[0]}.`;
}
