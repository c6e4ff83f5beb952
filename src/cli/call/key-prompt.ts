import { createPrompt, useKeypress, useRef, useState } from '@inquirer/core';
import inquirer from 'inquirer';
import type { Style } from '../style.js';
import type { Menu } from './front.js';

type Streams = { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };

interface Configuration {
  readonly menu: Menu;
  readonly style: Style;
  readonly columns: number;
}

const prompt = createPrompt<string, Configuration>(({ menu, style, columns }, done) => {
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState('');
  const pasting = useRef(false);
  const { options, commands } = menu;
  const finish = (id: string, label: string): void => {
    setChosen(label);
    done(id);
  };

  useKeypress((key, readline) => {
    readline.clearLine(0);
    const name = (key as { readonly name?: string }).name ?? '';
    const sequence = (key as { readonly sequence?: string }).sequence ?? '';
    if (name === 'paste-start' || name === 'paste-end') {
      pasting.current = name === 'paste-start';
      if (!pasting.current)
        setProblem('Pasted text is not taken for keys. Press n to note it, t for what the caller told.');
      return;
    }
    if (pasting.current) return;
    if (name === 'up' || name === 'down') {
      const count = options.length;
      if (count > 0) setActive((active + (name === 'up' ? count - 1 : 1)) % count);
      return;
    }
    if (name === 'enter' || name === 'return') {
      const option = options[active];
      if (option !== undefined) finish(option.id, option.label);
      return;
    }
    const pressed = (/^[a-z0-9]$/.test(name) ? name : sequence).toLowerCase();
    const found = [...options, ...commands].find((option) => option.key === pressed);
    if (found !== undefined) finish(found.id, found.label);
    else if (pressed !== '')
      setProblem(`No choice is on the key ${style.clean(pressed).slice(0, 10)}. The keys are shown below.`);
  });

  if (chosen !== undefined) return `  ${style.chosen(chosen)}`;
  const list = options.map(({ key, label }, index) => style.option(key ?? ' ', label, index === active, columns));
  const below = [style.commands(commands, columns), ...(problem === '' ? [] : [style.problem(problem)])];
  return [list.join('\n'), below.join('\n')];
});

/** Asks for one of a menu by a single key, or by arrows and Enter. A wrong key says so and changes nothing. */
export function keyPrompt(configuration: Configuration, streams: Streams): Promise<string> {
  return prompt(configuration, streams);
}

/** Asks for one of many by typing part of it. */
export async function searchPrompt(
  message: string,
  source: (term: string | undefined) => { readonly name: string; readonly value: string }[],
  streams: Streams,
): Promise<string> {
  const ask = inquirer.createPromptModule(streams);
  const { found } = await ask([{ type: 'search', name: 'found', message, source, pageSize: 12 }]);
  return String(found);
}
