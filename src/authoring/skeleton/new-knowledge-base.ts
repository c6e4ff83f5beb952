import type { SourceFile } from '../../knowledge/index.js';
import { schemaComment } from './schema-comment.js';
import { yamlText } from './yaml-text.js';

/** What a new knowledge base is to be. */
export interface NewKnowledgeBase {
  readonly id: string;
  readonly title: string;
  /** The name of the desk for calls that no tree knows a way on for: Second line without it. */
  readonly desk?: string;
  /** The path of the JSON Schema of a kind of file, as seen from the folder. */
  readonly schema?: (kind: string) => string;
}

/** The files of a new knowledge base: its name and desk, the first fact, and an empty glossary to go on with. */
export function newKnowledgeBase({ id, title, desk = 'Second line', schema }: NewKnowledgeBase): readonly SourceFile[] {
  const file = (kind: string, lines: readonly string[]): SourceFile => ({
    path: `${kind}.yaml`,
    text: `${[...schemaComment(schema?.(kind)), ...lines].join('\n')}\n`,
  });
  return [
    file('knowledge-base', [
      `knowledge_base: ${yamlText(id)}`,
      `title: ${yamlText(title)}`,
      'language: en',
      'desks: # whom a call can be referred to',
      '  second-line:',
      `    name: ${yamlText(desk)}`,
      '    say: I am passing this to a colleague who knows more about it. You will not have to say it all again.',
      'default_desk: second-line',
      'nothing_fits: # what is asked when no tree fits what the caller says',
      '  ask:',
      '    - ask: Which system is it?',
      '      say: Is it a Windows computer, an Apple Mac, or something else?',
      '      fact: os',
      '    - ask: What does the caller see?',
      '      say: What do you see now? Please read me the words.',
    ]),
    file('facts', [
      'facts: # what is worth knowing in more than one place: it is never asked twice',
      '  os:',
      '    name: System',
      '    type: choice',
      '    choices: { windows: Windows, macos: macOS, other: Another one }',
      '    ask: Which system is it?',
      '    say: Is it a Windows computer, an Apple Mac, or something else?',
      '    hear: # what callers say that tells it, whatever they were asked',
      '      windows: [on windows, windows computer, windows laptop, windows 10, windows 11]',
      '      macos: [on a mac, macbook, imac]',
    ]),
    file('glossary', [
      'terms: # what callers may not know, in plain words',
      '  browser:',
      '    plain: The program in which you look at web pages.',
      '    looks_like: It is usually called Edge, Chrome, Firefox or Safari.',
      'synonyms: # under the word that your trees use, what callers say instead',
      '  browser: [firefox, chrome, safari]',
    ]),
  ];
}
