import { escapeMarkup } from './escape-markup.js';
import { kindInWords } from './kind-in-words.js';
import { nodeShape } from './node-shape.js';
import { numberText } from './number-text.js';
import type { PictureNode } from './picture.js';
import { room } from './room.js';

/**
 * A node as SVG, with its text as text.
 * @param isPressed whether it is for a page on which it can be chosen, by a key too
 */
export function svgNode(node: PictureNode, isPressed: boolean): string {
  const { key, id, kind, isStart, text, lines, x, y, width, height, count } = node;
  const left = numberText(x - width / 2 + room.padding.x[kind]);
  let at = y - height / 2 + room.padding.y;
  const words = lines.map(({ role, text: line }) => {
    at += room.line[role];
    return `<text class="role-${role}" x="${left}" y="${numberText(at - 3)}">${escapeMarkup(line)}</text>`;
  });
  const name = `${isStart ? 'Start, ' : ''}${kindInWords[kind]} ${id}: ${text}`;
  const classes = ['node', kind, ...(isStart ? ['start'] : []), ...(count === undefined ? [] : [`step${count.step}`])];
  const part = isPressed ? 'role="button" tabindex="0"' : 'role="graphics-symbol"';
  return `<g id="${key}" class="${classes.join(' ')}" ${part} aria-label="${escapeMarkup(name)}" data-id="${escapeMarkup(id)}" data-x="${numberText(x)}" data-y="${numberText(y)}">${
    isPressed ? '' : `<title>${escapeMarkup(name)}</title>`
  }${nodeShape(node)}${words.join('')}</g>`;
}
