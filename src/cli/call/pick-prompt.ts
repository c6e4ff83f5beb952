import inquirer from 'inquirer';

interface Configuration {
  readonly message: string;
  readonly source: (term: string | undefined) => { readonly name: string; readonly value: string }[];
  /** What is typed already. */
  readonly initialValue: string;
  readonly theme: {
    readonly prefix: string;
    readonly icon: { readonly cursor: string };
    readonly style: { readonly keysHelpTip: () => string };
  };
  readonly pageSize: number;
}

/** Where a prompt is opened, and what closes it. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/** Asks for one of many by typing part of it. */
export async function searchPrompt(configuration: Configuration, streams: Streams): Promise<string> {
  const ask = inquirer.createPromptModule(streams);
  const { found } = await ask([{ type: 'search', name: 'found', ...configuration }]);
  return String(found);
}
