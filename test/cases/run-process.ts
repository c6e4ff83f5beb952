import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What came of a process: the lines it has written, what it complained of, and its exit code; null where it was killed. */
export interface Ended {
  readonly lines: readonly string[];
  readonly errors: string;
  readonly code: number | null;
}

/**
 * Runs the program of test/cases that writes to a store.
 * @param onLine is called for each line that it writes; here it can be killed
 */
export function runWriter(
  task: { readonly where: string; readonly id: string; readonly name: string; readonly count: number },
  onLine: (line: string, child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const program = fileURLToPath(new URL('writer-process.js', import.meta.url));
  const child = spawn(process.execPath, [program, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    onLine(line, child);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ lines, errors, code })));
}
