import type { NodeKind } from '../../knowledge/index.js';

/** Fill and outline of each kind, by day and by night. */
const colours: Readonly<Record<NodeKind, readonly [string, string, string, string]>> = {
  ask: ['#e8f1fb', '#2563a8', '#14283f', '#7db4ee'],
  check: ['#e2f4f4', '#177a7a', '#10302f', '#63c7c3'],
  do: ['#f3eefb', '#6c47b0', '#261c3d', '#b79cf0'],
  decide: ['#fdf5d8', '#8a6a00', '#332a0c', '#e3c14b'],
  visit: ['#eef0f3', '#566573', '#232b34', '#a9b6c3'],
  fault: ['#fdeae6', '#b03a1e', '#3d1b14', '#f2937c'],
  refer: ['#fdeef6', '#a6327a', '#381a2d', '#ec8fc6'],
  close: ['#e6f5e8', '#27803b', '#15301b', '#76cf88'],
};

const kinds = Object.entries(colours);

/**
 * The look of a picture, for its own style sheet and for that of a page. Colours are written out, because programs that show
 * SVG outside a browser know no variables.
 */
export const svgLook = `
.tree-picture { font-family: Arial, Helvetica, "Liberation Sans", sans-serif; }
.tree-picture .paper { fill: #ffffff; }
.tree-picture text { fill: #1c2733; font-size: 12px; }
.tree-picture .shape { stroke-width: 1.4; }
.tree-picture .mark { fill: none; stroke-width: 1.4; }
.tree-picture .start > .shape { stroke-width: 3; }
.tree-picture .role-kind { font-size: 10px; font-weight: bold; }
.tree-picture .role-id { font-size: 11px; font-style: italic; }
.tree-picture .role-end { font-size: 11px; font-weight: bold; }
.tree-picture .role-count { font-size: 11px; font-weight: bold; }
.tree-picture .edge path { fill: none; stroke: #47545f; stroke-width: 1.3; }
.tree-picture .edge polygon { fill: #47545f; stroke: none; }
.tree-picture .edge text, .tree-picture .small { font-size: 11px; }
.tree-picture .edge text { paint-order: stroke; stroke: #ffffff; stroke-width: 3px; stroke-linejoin: round; }
.tree-picture .unknown path { stroke: #7b8894; stroke-dasharray: 6 4; }
.tree-picture .unknown polygon { fill: #7b8894; }
.tree-picture .unknown text { fill: #566573; }
.tree-picture .step0 path { stroke: #9a3b26; stroke-width: 1.6; stroke-linecap: round; stroke-dasharray: 0.1 5; }
.tree-picture .step0 polygon { fill: #9a3b26; }
.tree-picture .step0 text, .tree-picture .node.step0 .role-count { fill: #9a3b26; }
.tree-picture .node.step0 > .shape { stroke-dasharray: 2 4; fill: #ffffff; }
.tree-picture .step1 path { stroke: #5d8fbd; stroke-width: 1.6; }
.tree-picture .step1 polygon { fill: #5d8fbd; }
.tree-picture .step2 path { stroke: #3577b3; stroke-width: 2.8; }
.tree-picture .step2 polygon { fill: #3577b3; }
.tree-picture .step3 path { stroke: #135f9e; stroke-width: 4.2; }
.tree-picture .step3 polygon { fill: #135f9e; }
.tree-picture .step4 path { stroke: #0b4376; stroke-width: 6; }
.tree-picture .step4 polygon { fill: #0b4376; }
.tree-picture .node .mark { stroke-width: 1.4; stroke-dasharray: none; }
${kinds.map(([kind, [fill, line]]) => `.tree-picture .${kind} > .shape { fill: ${fill}; stroke: ${line}; }\n.tree-picture .${kind} > .mark { stroke: ${line}; }\n.tree-picture .${kind} .role-kind { fill: ${line}; }`).join('\n')}
@media (prefers-color-scheme: dark) {
.tree-picture .paper { fill: #12181f; }
.tree-picture text { fill: #e6ebf0; }
.tree-picture .edge path { stroke: #a4b1bd; }
.tree-picture .edge polygon { fill: #a4b1bd; }
.tree-picture .edge text { stroke: #12181f; }
.tree-picture .unknown path { stroke: #7f8d9a; }
.tree-picture .unknown polygon { fill: #7f8d9a; }
.tree-picture .unknown text { fill: #9fb0c0; }
.tree-picture .step0 path { stroke: #f2937c; }
.tree-picture .step0 polygon { fill: #f2937c; }
.tree-picture .step0 text, .tree-picture .node.step0 .role-count { fill: #f2937c; }
.tree-picture .step1 path { stroke: #5b87ad; }
.tree-picture .step1 polygon { fill: #5b87ad; }
.tree-picture .step2 path { stroke: #6aa5d6; }
.tree-picture .step2 polygon { fill: #6aa5d6; }
.tree-picture .step3 path { stroke: #86c2f2; }
.tree-picture .step3 polygon { fill: #86c2f2; }
.tree-picture .step4 path { stroke: #b5dcff; }
.tree-picture .step4 polygon { fill: #b5dcff; }
${kinds.map(([kind, [, , fill, line]]) => `.tree-picture .${kind} > .shape { fill: ${fill}; stroke: ${line}; }\n.tree-picture .${kind} > .mark { stroke: ${line}; }\n.tree-picture .${kind} .role-kind { fill: ${line}; }`).join('\n')}
.tree-picture .node.step0 > .shape { fill: #12181f; }
}
`;
