import { escapeMarkup } from './escape-markup.js';
import { numberText } from './number-text.js';
import type { Picture } from './picture.js';
import { room } from './room.js';
import { svgEdge, svgEdgeLabel } from './svg-edge.js';
import { svgLegend } from './svg-legend.js';
import { svgLook } from './svg-look.js';
import { svgNode } from './svg-node.js';
import { textWidth } from './text-width.js';

const titleSize = 18;

/** A picture as one SVG file: real text, a title and a description, a legend, by day and by night. It fetches nothing. */
export function toSvg(picture: Picture): string {
  const { title, language, nodes, edges, width, height, weights } = picture;
  const { margin } = room;
  const legend = svgLegend(Math.max(width, 500), weights);
  const inner = Math.max(width, legend.width, textWidth(title, titleSize));
  const top = margin + 34;
  const [wide, high] = [inner + 2 * margin, top + height + margin + legend.height + margin];
  const start = nodes.find(({ isStart }) => isStart);
  const description = `A decision tree of ${nodes.length} nodes. It begins with "${start?.text ?? ''}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" class="tree-picture" width="${numberText(wide)}" height="${numberText(high)}" viewBox="0 0 ${numberText(wide)} ${numberText(high)}" role="graphics-document" lang="${escapeMarkup(language)}" aria-labelledby="picture-title picture-description">
<title id="picture-title">${escapeMarkup(title)}</title>
<desc id="picture-description">${escapeMarkup(description)}</desc>
<style>${svgLook}</style>
<rect class="paper" width="100%" height="100%"/>
<text x="${margin}" y="${margin + 14}" style="font-size:${titleSize}px;font-weight:bold">${escapeMarkup(title)}</text>
<g transform="translate(${numberText(margin + (inner - width) / 2)} ${top})">
${edges.map(svgEdge).join('\n')}
${edges.map(svgEdgeLabel).join('\n')}
${nodes.map((node) => svgNode(node, false)).join('\n')}
</g>
<g transform="translate(${margin} ${numberText(top + height + margin)})">${legend.svg}</g>
</svg>
`;
}
