import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { SourceFile } from '../../src/index.js';

/** The blocks of a page that are written in a language. */
export function blocks(page: string, language: string): readonly string[] {
  return [...readFileSync(page, 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  );
}

/** The blocks of a page that show a command and what it says: they begin with `$ faultline`. */
export function consoles(page: string): readonly string[] {
  return blocks(page, 'text').filter((block) => block.startsWith('$ faultline '));
}

/** The rows of the table of a page whose first heading this is, without the headings. */
export function table(page: string, heading: string): readonly (readonly string[])[] {
  const lines = readFileSync(page, 'utf8').split('\n');
  const from = lines.findIndex((line) => cells(line)[0] === heading);
  if (from < 0) throw new Error(`${page} has no table that begins with "${heading}"`);
  const to = lines.findIndex((line, at) => at > from && !line.startsWith('|'));
  return lines.slice(from + 2, to).map(cells);
}

function cells(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The files that the YAML blocks of a page are: each names its path in its first line. */
export function filesIn(page: string): readonly SourceFile[] {
  return blocks(page, 'yaml').map((text) => {
    const path = /^# (\S+)\n/.exec(text)?.[1];
    if (path === undefined) throw new Error(`a block names no file:\n${text}`);
    return { path, text };
  });
}

/** A new folder that holds these files in a folder of this name. */
export function folderOf(name: string, files: readonly SourceFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-docs-'));
  for (const { path, text } of files) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** Runs the command in the first line of a block, as it stands there, in a folder. @returns what it writes. */
export function runAs(block: string, folder: string, input: string): string {
  const [command = ''] = block.split('\n');
  const words = [...command.slice('$ faultline '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, a, b]) => a ?? b ?? '');
  const bin = resolve('bin/faultline.js');
  const env = { ...process.env, FAULTLINE_HOME: join(folder, 'home') };
  try {
    return execFileSync(process.execPath, [bin, ...words], { cwd: folder, env, input, encoding: 'utf8' });
  } catch (error) {
    // Nothing fits, or the call is not at its end.
    const { status, stdout } = error as { readonly status?: number; readonly stdout?: string };
    if (status !== 1 || stdout === undefined) throw error;
    return stdout;
  }
}

const typed = /(?<=then Enter:) (.*)$/;

/** What is typed in a block, line by line. */
export function typedIn(block: string): string {
  return block
    .split('\n')
    .flatMap((line) => typed.exec(line)?.[1] ?? [])
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * What a block shows and was not written, in its order; nothing when all of it was. A line `...` stands for lines that
 * were left away. How high a confidence is does not matter: it changes with what the search learns.
 */
export function unlike(block: string, output: string): { readonly missing: string; readonly in: string } | undefined {
  const wrote = withoutFigures(`\n${output.replace(/(?<=then Enter:) /g, '\n')}\n`);
  let from = 0;
  for (const piece of piecesOf(block)) {
    const at = wrote.indexOf(piece, from);
    if (at < 0) return { missing: piece, in: wrote.slice(from) };
    // The end of this line is the beginning of the next.
    from = at + piece.length - 1;
  }
  return undefined;
}

function piecesOf(block: string): readonly string[] {
  const [, ...lines] = block.trimEnd().split('\n');
  return ['', ...lines.map((line) => line.replace(typed, '')), '']
    .join('\n')
    .split(/(?<=\n)\.\.\.(?=\n)/)
    .map(withoutFigures)
    .filter((piece) => piece.trim() !== '');
}

function withoutFigures(text: string): string {
  return text.replace(/\b\d+%/g, 'N%').replace(/("confidence": ?)[\d.e-]+/g, '$1N');
}
