import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { run } from './run.js';
import { endAll, inTerminal, keys } from './terminal.js';

afterAll(endAll);

/**
 * Scenario files: what is typed, and what then stands on the screen. The first line is the command; `terminal 80x24` or
 * `plain` says how it runs; then each `> ` line is typed (keys apart by blanks, texts in quotes; in plain mode the line as
 * it stands), and the `| ` lines below it are the whole screen (in plain mode: all that was written since).
 * With SCENARIOS=write the screens are written anew: read them before they are kept.
 */
const folder = 'test/cli/scenarios';

interface Scene {
  /** Absent for what stands there before anything is typed. */
  readonly typed?: string;
  readonly screen: readonly string[];
}

interface Scenario {
  readonly head: readonly string[];
  readonly words: readonly string[];
  readonly size?: { readonly columns: number; readonly rows: number };
  readonly scenes: readonly Scene[];
}

function read(file: string): Scenario {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const start = lines.findIndex((line) => line.startsWith('> ') || line.startsWith('|'));
  const head = lines.slice(0, start === -1 ? undefined : start);
  const command = head.find((line) => line.startsWith('faultline ')) ?? '';
  const how = head.find((line) => /^(?:plain|terminal [0-9]+x[0-9]+)$/.test(line)) ?? '';
  const [columns = 0, rows = 0] = (/[0-9]+x[0-9]+/.exec(how)?.[0] ?? '').split('x').map(Number);
  const scenes: { typed?: string; screen: string[] }[] = [{ screen: [] }];
  for (const line of lines.slice(head.length)) {
    if (/^>(?: |$)/.test(line)) scenes.push({ typed: line.slice(2), screen: [] });
    else scenes.at(-1)?.screen.push(line.replace(/^\| ?/, ''));
  }
  const words = (command.match(/"[^"]*"|\S+/g) ?? []).slice(1).map((word) => word.replaceAll('"', ''));
  return { head, words, ...(columns === 0 ? {} : { size: { columns, rows } }), scenes };
}

/** What differs from one run to the next: times, and where things are kept. */
function steady(line: string): string {
  return line.replace(/ · [0-9]+:[0-9]{2}(?= ──$)/, ' · 0:00').trimEnd();
}

const named: Readonly<Record<string, string>> = {
  Enter: keys.enter,
  Down: keys.down,
  Up: keys.up,
  Escape: keys.escape,
  Space: ' ',
  'Ctrl-L': '\u000C',
};

const keysIn = (typed: string): readonly string[] =>
  (typed.match(/"[^"]*"|\S+/g) ?? []).map((each) => named[each] ?? each.replaceAll('"', ''));

async function playInTerminal({ words, size, scenes }: Scenario): Promise<readonly Scene[]> {
  const agent = inTerminal(words, size);
  const played: Scene[] = [];
  for (const { typed, screen } of scenes) {
    if (typed === undefined) await agent.shows('q quit');
    else await agent.press(...keysIn(typed));
    // What is expected can still be on its way.
    for (let wait = 0; wait < 20 && !same(agent.screen(), screen); wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    played.push({ ...(typed === undefined ? {} : { typed }), screen: trimmed(agent.screen()) });
  }
  return played;
}

const trimmed = (screen: readonly string[]): readonly string[] => {
  const text = screen.map(steady).join('\n');
  // Where things are kept is another place each time.
  return text
    .replace(/\n(?=The call is kept)[\s\S]*$/, '')
    .replace(/(The whole letter is in)[\s\S]*?(\.letter\.txt)/g, '$1 call$2')
    .replace(/\n+$/, '')
    .split('\n');
};
const same = (screen: readonly string[], expected: readonly string[]): boolean =>
  trimmed(screen).join('\n') === expected.join('\n');

async function playPlain({ words, scenes }: Scenario): Promise<readonly Scene[]> {
  const inputs = scenes.flatMap(({ typed }) => (typed === undefined ? [] : [typed]));
  const outputs: string[] = [];
  // Each line is played with all that came before it, so that what it writes can be told apart.
  for (let count = 0; count <= inputs.length; count += 1) {
    const { stdout } = await run(
      words,
      inputs
        .slice(0, count)
        .map((line) => `${line}\n`)
        .join(''),
    );
    outputs.push(stdout.replace(/\nThe call is kept[\s\S]*$/, ''));
  }
  return outputs.map((output, at) => {
    const before = at === 0 ? '' : (outputs[at - 1] ?? '');
    const screen = trimmed((output.startsWith(before) ? output.slice(before.length) : output).split('\n'));
    return at === 0 ? { screen } : { typed: inputs[at - 1] ?? '', screen };
  });
}

function text({ head }: Scenario, scenes: readonly Scene[]): string {
  const lines = scenes.flatMap(({ typed, screen }) => [
    ...(typed === undefined ? [] : [`> ${typed}`]),
    ...screen.map((line) => `| ${line}`.trimEnd()),
  ]);
  return `${[...head, ...lines].join('\n')}\n`;
}

const files = readdirSync(folder).filter((name) => name.endsWith('.scenario'));

describe('what is typed, and what then stands on the screen', () => {
  test.each(files)(
    '%s',
    async (name) => {
      const file = join(folder, name);
      const scenario = read(file);
      const played = text(
        scenario,
        await (scenario.size === undefined ? playPlain(scenario) : playInTerminal(scenario)),
      );
      if (process.env.SCENARIOS === 'write') writeFileSync(file, played);
      expect(readFileSync(file, 'utf8')).toBe(played);
    },
    120_000,
  );

  test('each point of a call has its own', () => {
    expect(files.length).toBeGreaterThanOrEqual(9);
  });
});
