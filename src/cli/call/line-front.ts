import { createInterface } from 'node:readline';
import type { Environment } from '../environment.js';
import { printable } from '../printable.js';
import type { Style } from '../style.js';
import { Closed, type Front, type Menu, type Option } from './front.js';
import { helpInSentences } from './help.js';
import { plainScene } from './plain-scene.js';
import type { Scene } from './scene.js';

/** Asks line by line, in plain text: for screen readers, slow connections, and input that comes from a file. */
export function lineFront(environment: Environment, style: Style): Front {
  const { stdin, stdout } = environment;
  const lines: string[] = [];
  let closed = false;
  let wake: (() => void) | undefined;
  const reader = createInterface({ input: stdin, terminal: false });
  const end = (): void => {
    closed = true;
    wake?.();
  };
  reader.on('line', (line) => {
    lines.push(line);
    wake?.();
  });
  reader.on('close', end);
  process.once('SIGINT', end);
  const show = (text: string): void => {
    stdout.write(`${text}\n`);
  };
  const read = async (): Promise<string> => {
    while (lines.length === 0) {
      if (closed) throw new Closed();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return (lines.shift() ?? '').trim();
  };
  let scene: Scene | undefined;
  const named = new Set<string>();
  return {
    show,
    scene(next) {
      show(plainScene(next, scene, style));
      scene = next;
    },
    copy: show,
    async choose(menu) {
      let under: string | undefined;
      for (const [index, option] of menu.options.entries()) {
        if (option.under !== undefined && option.under !== under) show(option.under);
        under = option.under;
        show(`${keyOf(option, index)}  ${printable(option.label)}`);
      }
      const keys = unnamed(menu, named);
      if (keys !== '') show(keys);
      if (menu.wait !== undefined)
        show(`This takes ${menu.wait.words}. Press Enter when the time is up, or to go on at once.`);
      for (;;) {
        stdout.write('Your choice, then Enter: ');
        const line = await read();
        const found = chosen(menu, line);
        if (found !== undefined) return found;
        if (line === '?') helpInSentences(menu).forEach(show);
        else if (line.startsWith('?') && menu.asks !== undefined) return `${menu.asks}:${line.slice(1).trim()}`;
        else if (menu.words !== undefined && line.length > 1) return `${menu.words}:${line}`;
        else if (line === '') show('Nothing was typed. Type a choice, or ? for help.');
        else show(`"${printable(line.slice(0, 40))}" is not one of the choices. Type ? for help.`);
      }
    },
    async pick(message, options) {
      show(message);
      let left = options;
      for (;;) {
        for (const [index, { label }] of left.entries()) show(`${index + 1}  ${label}`);
        stdout.write('A number, or words to look for, or nothing to go back; then Enter: ');
        const line = await read();
        if (line === '') return undefined;
        const numbered = left[Number(line) - 1];
        if (numbered !== undefined) return numbered.id;
        const matching = matches(options, line);
        if (matching.length === 1) return matching[0]?.id;
        if (matching.length > 0) left = matching;
        else show(`Nothing matches "${printable(line.slice(0, 40))}".`);
      }
    },
    async find(message, first, look) {
      show(message);
      let typed = first;
      for (;;) {
        const { options, notes } = look(typed);
        for (const [index, { label, detail, side }] of options.entries())
          show([`${index + 1}  ${label}`, side, detail].filter(Boolean).join('. '));
        show('0  None of these fits');
        for (const note of notes) show(note);
        stdout.write('A number, or what the caller says; then Enter: ');
        const line = await read();
        const chosen = options[Number(line) - 1];
        if (/^[0-9]+$/.test(line) && chosen !== undefined) return { typed, chosen: chosen.id };
        if (line === '0') return { typed };
        if (line !== '') typed = line;
      }
    },
    async type(message, isOptional = false) {
      stdout.write(`${message} (then Enter) `);
      const line = await read();
      return line === '' && !isOptional ? undefined : line;
    },
    close() {
      process.off('SIGINT', end);
      reader.close();
    },
  };
}

function keyOf({ key }: Option, index: number): string {
  return key ?? String(index + 1);
}

/** The keys that have not been named before, in a sentence: nobody wants to hear all of them at every question. */
function unnamed({ commands }: Menu, named: Set<string>): string {
  const isFirst = named.size === 0;
  const news = commands.filter(({ key, label }) => !named.has(`${key} ${label}`));
  for (const { key, label } of news) named.add(`${key} ${label}`);
  if (news.length === 0) return '';
  const list = news.map(({ key, label }) => `${key} ${label}`).join('; ');
  return isFirst ? `Keys: ${list}; ? help.` : `Further keys: ${list}.`;
}

function chosen(menu: Menu, line: string): string | undefined {
  const wanted = line.toLowerCase();
  if (wanted === '' && menu.wait !== undefined) return menu.options[0]?.id;
  return (
    menu.options.find((option, index) => keyOf(option, index) === wanted) ??
    menu.commands.find(({ key }) => key === wanted) ??
    menu.options.find(({ id, label }) => id === wanted || label.toLowerCase() === wanted)
  )?.id;
}

/** The options whose label holds every word that was typed. */
export function matches(options: readonly Option[], words: string): readonly Option[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return options.filter(({ id, label }) => {
    const text = `${label} ${id}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
