import type { ChartNode } from '../chart.js';
import { endingOf, isReferral } from './chart-words.js';

/** What a node of a chart from which nothing leads on becomes. `open` is a question whose answers are missing. */
export type EndKind = 'fault' | 'refer' | 'resolved' | 'unresolved' | 'end' | 'open';

/** What a node from which nothing leads on becomes, by what the file says of it, and then by its words. */
export function endOf(node: ChartNode): EndKind {
  if (node.kind === 'fault' || node.fix !== undefined) return 'fault';
  if (node.kind === 'refer') return 'refer';
  if (node.kind === 'question' || node.shape === 'diamond' || /[?？]\s*$/.test(node.text)) return 'open';
  const ending = endingOf(node.text);
  if (ending === undefined && isReferral(node.text)) return 'refer';
  return ending ?? (node.kind === 'close' ? 'end' : 'fault');
}
