/** A small generator of numbers below a bound, the same on every run (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = [
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '&a ',
  '*a',
  '!t ',
  '"',
  "'",
  '|\n',
  '? ',
  '#',
  '\t',
  '\u202e',
  '\0',
  ',',
];
const values = ['', 'true', '10', '~', '[]', '{}', '"{x}"', 'yes', '1e999', '__proto__', 'a/b', '[a, [b]]'];

/** The lines with one random mistake in them, as bytes: a line, a key, a value, a sign or a byte. The lines change. */
export function mutate(lines: string[], next: (below: number) => number): Uint8Array {
  const at = next(lines.length);
  const line = lines[at] as string;
  const kind = next(9);
  if (kind === 0) lines.splice(at, 1);
  else if (kind === 1) lines.splice(at, 0, line);
  else if (kind === 2) lines.splice(at, 1, lines[next(lines.length)] as string);
  else if (kind === 3) lines[at] = `${' '.repeat(next(6))}${line.trimStart()}`;
  else if (kind === 4) lines[at] = line.replace(/[a-z_-]+(?=:)/, (key) => key.slice(1) + key.slice(0, 1));
  else if (kind === 5) lines[at] = line.replace(/: .*$/, `: ${values[next(values.length)]}`);
  else if (kind === 6) {
    const column = next(line.length + 1);
    lines[at] = line.slice(0, column) + pieces[next(pieces.length)] + line.slice(column);
  }
  const bytes = new TextEncoder().encode(lines.join('\n'));
  if (kind === 7 && bytes.length > 0) bytes[next(bytes.length)] = next(256);
  return kind === 8 ? bytes.subarray(0, next(bytes.length + 1)) : bytes;
}

/** What this process has computed until now, in milliseconds: unlike the clock, it stands while others have the processor. */
export function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
