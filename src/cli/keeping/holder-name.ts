import { hostname } from 'node:os';
import type { Holder } from '../../index.js';

/** Who holds a case here, for others to see: the agent, the machine and the process. */
export function holderName(agent: string | undefined): string {
  return `${agent ?? 'An agent'} on ${hostname()}, process ${process.pid}`;
}

/** Who that is, as one says it. */
export function holderInWords({ name }: Pick<Holder, 'name'>): string {
  return name === '' ? 'Somebody else' : name.replace(/, process \d+$/, '');
}

/** Whether a hold is only what a terminal on this machine has left that was ended from outside: nobody has the case open. */
export function isLeftOver({ name }: Pick<Holder, 'name'>): boolean {
  const [, machine, pid] = / on (.+), process (\d+)$/.exec(name) ?? [];
  return machine === hostname() && pid !== undefined && !isAlive(Number(pid));
}

/** Whether a process of this machine is running. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
