import { cpus, platform, release, totalmem } from 'node:os';

/** The machine that the numbers belong to. */
export interface Machine {
  readonly processor: string;
  readonly processors: number;
  readonly memory: number;
  readonly system: string;
  readonly node: string;
}

/** This machine. `memory` is in bytes. */
export function machine(): Machine {
  const all = cpus();
  return {
    processor: all[0]?.model.trim() ?? 'unknown',
    processors: all.length,
    memory: totalmem(),
    system: `${platform()} ${release()}`,
    node: process.version,
  };
}

/** A machine in one line. */
export function machineInWords({ processor, processors, memory, system, node }: Machine): string {
  return `${processors} x ${processor}, ${(memory / 2 ** 30).toFixed(0)} GiB, ${system}, Node ${node}`;
}
