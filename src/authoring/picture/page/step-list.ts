import { conditionInWords, durationInWords } from '../../../instructions/index.js';
import type { KnowledgeBase, Step } from '../../../knowledge/index.js';
import { escapeMarkup } from '../escape-markup.js';

/** Steps as an HTML list: when each applies, what is said, what is to be seen then, and what else belongs to it. */
export function stepList(kb: KnowledgeBase, steps: readonly Step[]): string {
  if (steps.length === 0) return '';
  return `<ol>${steps.map((step) => `<li>${stepMarkup(kb, step)}</li>`).join('')}</ol>`;
}

function stepMarkup(kb: KnowledgeBase, step: Step): string {
  const { when, say, expect, wait, ifConfused = [], note, risky, procedure } = step;
  const soft = [
    when === undefined ? '' : `Only when ${conditionInWords(kb, when)}`,
    expect === undefined ? '' : `Then: ${expect}`,
    wait === undefined ? '' : `Wait ${durationInWords(wait)}`,
    ...ifConfused.map((text) => `If not understood: ${text}`),
    note === undefined ? '' : `Note: ${note}`,
    risky ? 'Risky: the caller has to agree' : '',
    procedure === undefined ? '' : `From: ${kb.procedures.get(procedure)?.title ?? procedure}`,
  ];
  const lines = soft.filter((line) => line !== '').map((line) => `<br><span class="soft">${escapeMarkup(line)}</span>`);
  return `${escapeMarkup(say)}${lines.join('')}`;
}
