import type { KnowledgeBase, Tree } from '../../../knowledge/index.js';
import { escapeMarkup } from '../escape-markup.js';
import { numberText } from '../number-text.js';
import type { Picture, PictureWeights } from '../picture.js';
import { svgEdge, svgEdgeLabel } from '../svg-edge.js';
import { svgLegend } from '../svg-legend.js';
import { svgNode } from '../svg-node.js';
import { nodeDetails } from './node-details.js';

/** What `viewerScript` looks after, as HTML in which every text is escaped. */
export interface PageParts {
  /** An SVG whose nodes can be chosen. */
  readonly picture: string;
  /** What belongs to each node, hidden, after a legend. */
  readonly panel: string;
}

/** A picture, and all that can be read about its nodes, as parts of a page. */
export function pageParts(kb: KnowledgeBase, tree: Tree, picture: Picture, weights?: PictureWeights): PageParts {
  const { title, nodes, edges, width, height } = picture;
  const legend = svgLegend(250, picture.weights);
  return {
    picture: `<svg xmlns="http://www.w3.org/2000/svg" class="tree-picture" role="group" aria-label="${escapeMarkup(title)}" data-width="${numberText(width)}" data-height="${numberText(height)}">
<g id="view">
${edges.map(svgEdge).join('\n')}
${edges.map(svgEdgeLabel).join('\n')}
${nodes.map((node) => svgNode(node, true)).join('\n')}
</g>
</svg>`,
    panel: `<section id="hint"><p>Choose a node to read all that it says.</p>
<svg xmlns="http://www.w3.org/2000/svg" class="tree-picture" viewBox="0 0 ${legend.width} ${legend.height}">${legend.svg}</svg>
</section>
${nodes.map((node) => nodeDetails(kb, tree, picture, node, weights)).join('\n')}`,
  };
}
