import type { KnowledgeBase } from '../../knowledge/index.js';
import type { Asking, Doing, Isolated } from '../../session/index.js';
import type { Place } from '../../source/index.js';
import { namesOf } from './names-of.js';

/** What is open, by name and place: `asks "plug" (printer.yaml:40): Is the plug in?` */
export function openInWords(kb: KnowledgeBase, now: Asking | Doing | Isolated): string {
  const [name = ''] = namesOf(now);
  const place = placeOf(kb, now);
  const where = place === undefined ? '' : ` (${place.file}:${place.line})`;
  if (now.type !== 'asking') return `${now.type === 'doing' ? 'reads steps' : 'explains a fault'} at "${name}"${where}`;
  return `asks ${now.purpose === 'verify' ? 'whether the fix of ' : ''}"${name}"${where}${now.purpose === 'verify' ? ' has helped' : ''}: ${now.ask}`;
}

function placeOf(kb: KnowledgeBase, now: Asking | Doing | Isolated): Place | undefined {
  const tree = kb.trees.get(now.tree);
  if (now.type === 'asking' && now.purpose === 'fact') return kb.facts.get(now.fact ?? '')?.at;
  if (now.type === 'asking' && now.purpose === 'verify') return tree?.faults.get(now.fault ?? '')?.at;
  return tree?.nodes.get(now.node)?.at;
}
