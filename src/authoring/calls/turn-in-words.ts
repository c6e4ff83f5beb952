import type { CallAnswer, CallTurn } from '../../knowledge/index.js';
import type { FactValue } from '../../rules/index.js';

/** A turn as one writes it in a call file, in a line: `light: off`, or `jump: printer/plug`. */
export function turnInWords(turn: CallTurn): string {
  if ('reply' in turn) return replyInWords(turn);
  const { happens } = turn;
  if ('tell' in happens)
    return `tell: ${listInWords([...happens.tell].map(([fact, value]) => `${fact}: ${plain(value)}`))}`;
  if ('change' in happens) return `change: ${listInWords(happens.change.map(replyInWords))}`;
  const [[kind, value] = ['', '']] = Object.entries(happens);
  return `${kind}: ${value}`;
}

function replyInWords({ question, reply }: CallAnswer): string {
  if ('answer' in reply) return `${question}: ${plain(reply.answer)}`;
  const [[kind, value] = ['', '']] = Object.entries(reply);
  return `${question}: { ${kind}: ${value} }`;
}

function plain(value: FactValue): string {
  return typeof value === 'object' ? `[${value.join(', ')}]` : String(value);
}

function listInWords(entries: readonly string[]): string {
  return `[${entries.join(', ')}]`;
}
