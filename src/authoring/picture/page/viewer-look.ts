import { svgLook } from '../svg-look.js';

/**
 * How a picture looks that `viewerScript` looks after. The page gives the colours `--mark`, for what is chosen, and `--here`, for
 * what was found and for the way of a call.
 */
export const viewerLook = `${svgLook}
.tree-picture .node { cursor: pointer; }
.tree-picture .node:focus { outline: none; }
.tree-picture .node:focus-visible > .shape { stroke: var(--mark); stroke-width: 4; }
.tree-picture .node.chosen > .shape { stroke-width: 4; }
.tree-picture.searching .node:not(.hit), .tree-picture.searching .edge { opacity: .28; }
.tree-picture .hit > .shape { stroke: var(--here); stroke-width: 3; }
.tree-picture .edge.walked path { stroke: var(--here); stroke-width: 3.5; }
.tree-picture .edge.walked polygon { fill: var(--here); }
.tree-picture .walked > .shape { stroke: var(--here); }
.tree-picture .here > .shape { stroke: var(--here); stroke-width: 5; }
`;
