import { edgesFrom, type Inserted, insertEntry, type Tree } from '../../knowledge/index.js';
import { yamlText } from './yaml-text.js';

/** An answer on the way to a question. */
export interface AnswerOnTheWay {
  readonly question: string;
  readonly answer: string;
}

/**
 * The answers that lead from the start of a tree to a question by the fewest of them; undefined where the way needs more than
 * answers, such as a decision by facts or a visit to another tree.
 */
export function answersTo(tree: Tree, question: string): readonly AnswerOnTheWay[] | undefined {
  const seen = new Set([tree.start]);
  const open: { readonly node: string; readonly answers: readonly AnswerOnTheWay[] }[] = [
    { node: tree.start, answers: [] },
  ];
  for (const { node, answers } of open) {
    if (node === question) return answers;
    const kind = tree.nodes.get(node)?.kind;
    for (const edge of edgesFrom(tree, node)) {
      if (edge.to.kind !== 'node' || seen.has(edge.to.node)) continue;
      const isAnswer = edge.kind === 'answer' && edge.label !== '*';
      if (!isAnswer && !(kind === 'do' && edge.kind === 'then')) continue;
      seen.add(edge.to.node);
      const answer = { question: node, answer: edge.label };
      open.push({ node: edge.to.node, answers: isAnswer ? [...answers, answer] : answers });
    }
  }
  return undefined;
}

/**
 * The text of a file of example calls with one more at its end; a file of its own where there is no text yet.
 * @param ends how it ends, as lines such as `ends: fixed`
 */
export async function newCall(
  text: string | undefined,
  tree: string,
  {
    name,
    answers,
    ends,
  }: { readonly name: string; readonly answers: readonly AnswerOnTheWay[]; readonly ends: readonly string[] },
): Promise<Inserted> {
  const written = answers.map(({ question, answer }) => `{ ${question}: ${JSON.stringify(answer)} }`);
  const lines = [`- name: ${yamlText(name)}`, `  answers: [${written.join(', ')}]`, ...ends.map((line) => `  ${line}`)];
  if (text !== undefined) return insertEntry(text, ['calls'], { lines });
  return { text: `${[`tree: ${yamlText(tree)}`, 'calls:', ...lines.map((line) => `  ${line}`)].join('\n')}\n` };
}
