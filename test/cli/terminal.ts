import { type IPty, spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';
import { newHome } from './run.js';

/** Faultline in a real terminal: what is typed goes into a pty, what appears is what a terminal would show. */
export interface TerminalSession {
  readonly home: string;
  readonly pty: IPty;
  /** Types, as a person does: one key after another. */
  press(...keys: readonly string[]): Promise<void>;
  /** Waits until a text is on the screen (or in what has scrolled away), and fails with the screen when it does not come. */
  shows(text: string): Promise<void>;
  /** Gives the terminal another size, and waits until the screen has come to rest. */
  resize(columns: number, rows: number): Promise<void>;
  /** The line on which the cursor stands, counted from 0. */
  cursor(): number;
  /** The same for what is visible now. */
  showsNow(text: string): Promise<void>;
  /** The lines that are visible now. */
  screen(): readonly string[];
  /** Everything that was ever shown, as lines. */
  everything(): string;
  /** The raw output, control sequences included. */
  raw(): string;
  ended(): Promise<number>;
}

export const keys = {
  enter: '\r',
  down: '\u001B[B',
  up: '\u001B[A',
  escape: '\u001B',
  controlC: '\u0003',
  controlL: '\u000C',
} as const;

const running = new Set<IPty>();

/** Ends whatever is still running. */
export function endAll(): void {
  for (const pty of running) pty.kill('SIGKILL');
  running.clear();
}

const patience = 15_000;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts `faultline` with these words in a terminal of this size. */
export function inTerminal(
  words: readonly string[],
  options: {
    readonly columns?: number;
    readonly rows?: number;
    readonly home?: string;
    readonly variables?: Record<string, string>;
  } = {},
): TerminalSession {
  const { columns = 80, rows = 24, home = newHome(), variables = {} } = options;
  const terminal = new headless.Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true });
  let raw = '';
  let code: number | undefined;
  const { NO_COLOR, FORCE_COLOR, CI, ...inherited } = process.env;
  const env = { ...inherited, FAULTLINE_HOME: home, TERM: 'xterm-256color', ...variables } as Record<string, string>;
  const pty = spawn(process.execPath, ['bin/faultline.js', ...words], {
    cols: columns,
    rows,
    env,
    name: env.TERM ?? 'xterm-256color',
  });
  pty.onData((data) => {
    raw += data;
    terminal.write(data);
  });
  running.add(pty);
  pty.onExit(({ exitCode }) => {
    running.delete(pty);
    code = exitCode;
  });
  const lines = (from: number, to: number): string[] => {
    const buffer = terminal.buffer.active;
    return Array.from({ length: to - from }, (_, at) => buffer.getLine(from + at)?.translateToString(true) ?? '');
  };
  const visible = (): readonly string[] =>
    lines(terminal.buffer.active.baseY, terminal.buffer.active.baseY + terminal.rows);
  const everything = (): string => lines(0, terminal.buffer.active.length).join('\n');
  const until = async (ready: () => boolean, failure: () => string): Promise<void> => {
    const end = Date.now() + patience;
    while (!ready()) {
      if (Date.now() > end) throw new Error(failure());
      await pause(15);
    }
    await pause(40);
  };
  // A person looks before pressing the next key: the screen has changed, and has come to rest.
  const answered = async (before: number): Promise<void> => {
    const end = Date.now() + 3_000;
    while (raw.length === before && code === undefined && Date.now() < end) await pause(10);
    for (let seen = -1; seen !== raw.length && Date.now() < end; await pause(80)) seen = raw.length;
  };
  return {
    home,
    pty,
    async press(...pressed) {
      for (const key of pressed) {
        const before = raw.length;
        pty.write(key);
        await answered(before);
      }
    },
    shows: (text) =>
      until(
        () => everything().includes(text),
        () => `"${text}" did not appear:\n${everything()}`,
      ),
    async resize(width, height) {
      const before = raw.length;
      terminal.resize(width, height);
      pty.resize(width, height);
      await answered(before);
    },
    cursor: () => terminal.buffer.active.cursorY,
    showsNow: (text) =>
      until(
        () => visible().join('\n').includes(text),
        () => `"${text}" is not on the screen:\n${visible().join('\n')}`,
      ),
    screen: visible,
    everything,
    raw: () => raw,
    async ended() {
      await until(
        () => code !== undefined,
        () => `it did not end:\n${everything()}`,
      );
      return code ?? -1;
    },
  };
}
