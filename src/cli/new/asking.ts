import type { Environment } from '../environment.js';
import { Misuse } from '../exit.js';

/** A question that an option can answer too. */
export interface Wanted {
  /** How it is given on the command line, such as `--title`. */
  readonly option: string;
  readonly message: string;
  /** What holds where nothing is given; without it the question has to be answered. */
  readonly usual?: string;
  /** What is wrong with an answer, as a sentence. */
  readonly wrong?: (answer: string) => string | undefined;
}

/** Finds out what is to be written: by options, by questions in a terminal, and by what is usual. */
export interface Asking {
  /** One answer. @throws Misuse when it is wrong, or has to be given and cannot be asked */
  one(given: string | undefined, wanted: Wanted): Promise<string>;
  /** Answers until an empty one; at least one, unless something is usual. @throws Misuse */
  several(given: readonly string[] | undefined, wanted: Wanted): Promise<readonly string[]>;
  /** One of a list. @throws Misuse */
  choice(given: string | undefined, wanted: Wanted, choices: readonly Choice[]): Promise<string>;
}

/** What can be chosen: what is taken for it, and what is shown. */
export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** Asks in the terminal, unless there is none or nothing is to be asked. inquirer is loaded with the first question. */
export function askingIn({ stdin, stdout }: Environment, yes: boolean | undefined): Asking {
  const canAsk = yes !== true && stdin.isTTY === true && stdout.isTTY === true;
  const prompt = async (question: object): Promise<string> => {
    const { default: inquirer } = await import('inquirer');
    try {
      const ask = inquirer.createPromptModule({ input: stdin as NodeJS.ReadStream, output: stdout });
      const { answer } = (await ask([{ name: 'answer', ...question } as never])) as { readonly answer: unknown };
      return String(answer ?? '').trim();
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') throw new Misuse('Nothing was written.');
      throw error;
    }
  };
  const typed = ({ message, usual, wrong }: Wanted, mayBeEmpty: boolean): Promise<string> =>
    prompt({
      type: 'input',
      message,
      ...(usual === undefined || usual === '' ? {} : { default: usual }),
      validate: (answer: string) => {
        const text = answer.trim();
        if (text === '') return usual !== undefined || mayBeEmpty || 'Please type something.';
        return wrong?.(text) ?? true;
      },
    });
  const checked = (answer: string, { option, wrong }: Wanted): string => {
    const text = answer.trim();
    const reason = text === '' ? `Nothing stands behind ${option}.` : wrong?.(text);
    if (reason !== undefined) throw new Misuse(reason);
    return text;
  };
  const fallback = ({ option, message, usual }: Wanted): string => {
    if (usual === undefined)
      throw new Misuse(
        `${message.replace(/[?:]?$/, '?')} Say it with ${option}${option.startsWith('-') ? ' "..."' : ''}.`,
      );
    return usual;
  };
  return {
    one: async (given, wanted) => {
      if (given !== undefined) return checked(given, wanted);
      return (canAsk ? await typed(wanted, false) : undefined) ?? fallback(wanted);
    },
    several: async (given, wanted) => {
      if (given !== undefined) return given.map((answer) => checked(answer, wanted));
      if (!canAsk) return [fallback(wanted)];
      const first = await typed(wanted, false);
      const answers = [first];
      for (;;) {
        const { usual: _, ...next } = wanted;
        const answer = await typed({ ...next, message: 'Another one (Enter to go on):' }, true);
        if (answer === '') return answers;
        answers.push(answer);
      }
    },
    choice: async (given, wanted, choices) => {
      const values = choices.map(({ value }) => value);
      if (given !== undefined) {
        if (values.includes(given)) return given;
        throw new Misuse(`${wanted.option} "${given}" is not there. There is: ${values.filter(Boolean).join(', ')}.`);
      }
      if (!canAsk) return fallback(wanted);
      return prompt({ type: 'select', message: wanted.message, choices, default: wanted.usual, pageSize: 12 });
    },
  };
}
