import type { SourceFile } from '../../knowledge/index.js';
import { faultLines } from './fault-lines.js';
import { idOf } from './id-of.js';
import { schemaComment } from './schema-comment.js';
import { yamlText } from './yaml-text.js';

/** What a new tree is to be. What is left out is filled with words that are easy to replace. */
export interface NewTree {
  readonly id: string;
  readonly title: string;
  /** What callers say, at least one. */
  readonly symptoms: readonly string[];
  /** The folder of its area; none for the top of the knowledge base. */
  readonly area?: string;
  /** A question to which "no" tells the fault. */
  readonly question?: string;
  readonly fault?: string;
  readonly cause?: string;
  readonly explain?: string;
  /** The steps that mend the fault. */
  readonly steps?: readonly string[];
  readonly verify?: string;
  /** The desk for what cannot be mended here. */
  readonly desk: string;
  /** The day of writing, as 2026-11-28. */
  readonly date: string;
  /** The path of the JSON Schema of a kind of file, as seen from the folder of the tree. */
  readonly schema?: (kind: string) => string;
}

/** A tree with a question, a fault, a second way and an end, and its example calls, which take every answer. */
export function newTree(tree: NewTree): readonly [SourceFile, SourceFile] {
  const { id, area = '', schema, fault = 'It is switched off' } = tree;
  const path = area === '' ? id : `${area}/${id}`;
  const named = idOf(fault) || 'first-fault';
  return [
    { path: `${path}.yaml`, text: text([...schemaComment(schema?.('tree')), ...treeLines(tree, fault, named)]) },
    { path: `${path}.calls.yaml`, text: text([...schemaComment(schema?.('calls')), ...callsOf(tree, named)]) },
  ];
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function treeLines(tree: NewTree, fault: string, named: string): readonly string[] {
  const { id, title, symptoms, question = 'Is it switched on?', desk, date } = tree;
  const { cause = 'user-error', explain = `${fault.replace(/\.$/, '')}. That is why it does not work.` } = tree;
  const { steps = ['Please switch it on.'], verify = 'Does it work now?' } = tree;
  return [
    `tree: ${yamlText(id)}`,
    `title: ${yamlText(title)}`,
    "symptoms: # in callers' words, and different from each other; a good tree has 20 to 50",
    ...symptoms.map((symptom) => `  - ${yamlText(symptom)}`),
    `reviewed: ${date}`,
    '# sources: [{ title: Where this is from, url: "https://..." }]',
    'start: first-question',
    '',
    'nodes:',
    '  first-question:',
    `    ask: ${yamlText(question)}`,
    '    # say: What is read aloud, where it differs from the question.',
    '    # if_confused: What to say when the caller does not understand.',
    '    why: It is quickly seen, and it is often the reason.',
    '    answers:',
    '      yes: try-again',
    '      no: found',
    '    unsure: { go: try-again }',
    `  found: { fault: ${yamlText(named)}, unsolved: not-mended }`,
    '  try-again:',
    '    do:',
    '      - say: Please try once more what you wanted to do, and tell me what you see.',
    '        expect: You see whether it works.',
    '    then: works-now',
    '  works-now:',
    '    ask: Does it work now?',
    '    answers:',
    '      yes: solved',
    '      no: not-mended',
    '    unsure: { go: not-mended }',
    `  not-mended: { refer: ${yamlText(desk)}, because: It could not be mended with the steps of this tree. }`,
    '  solved: { close: resolved }',
    '',
    'faults:',
    ...faultLines({ id: named, name: fault, cause, explain, steps, verify }).map((line) => `  ${line}`),
  ];
}

function callsOf({ id, desk }: NewTree, fault: string): readonly string[] {
  const call = (name: string, answers: readonly string[], ...ends: readonly string[]): readonly string[] => [
    `  - name: ${name}`,
    `    answers: [${answers.join(', ')}]`,
    ...ends.map((line) => `    ${line}`),
  ];
  const [named, referred] = [`fault: ${yamlText(fault)}`, `desk: ${yamlText(desk)}`];
  return [
    `tree: ${yamlText(id)}`,
    'calls: # they are the tests of the tree: take every answer at least once',
    ...call('The fix helps', ['{ first-question: "no" }', `{ ${fault}: "yes" }`], 'ends: fixed', named),
    ...call(
      'The fix does not help',
      ['{ first-question: "no" }', `{ ${fault}: "no" }`],
      'ends: referred',
      referred,
      named,
    ),
    ...call('It works at the second try', ['{ first-question: "yes" }', '{ works-now: "yes" }'], 'ends: fixed'),
    ...call('It goes on', ['{ first-question: "yes" }', '{ works-now: "no" }'], 'ends: referred', referred),
    ...call(
      'The caller does not know',
      ['{ first-question: { unsure: dont-know } }', '{ works-now: { unsure: cant-check } }'],
      'ends: referred',
      referred,
    ),
  ];
}
