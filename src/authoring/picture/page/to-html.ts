import type { KnowledgeBase, Tree } from '../../../knowledge/index.js';
import { neutralised } from '../../../source/index.js';
import { edgeLabel } from '../edge-label.js';
import { edgeName } from '../edge-name.js';
import { escapeMarkup } from '../escape-markup.js';
import type { Picture, PictureCall, PictureWeights } from '../picture.js';
import { pageLook } from './page-look.js';
import { pageParts } from './page-parts.js';
import { pageScript } from './page-script.js';

/** What a page shows besides the picture: calls that can be followed, and the counts that the picture was made with. */
export interface PageOptions {
  readonly calls?: readonly PictureCall[];
  readonly weights?: PictureWeights;
}

/**
 * A picture as one page that needs nothing else: one can zoom, search, read all about a node and follow a call. It forbids
 * itself whatever it does not need: only its own style and script, told by their hashes, and no network.
 * @param kb the knowledge base that the picture was made of
 * @throws Error when it does not hold the tree.
 */
export async function toHtml(
  kb: KnowledgeBase,
  picture: Picture,
  { calls = [], weights }: PageOptions = {},
): Promise<string> {
  const tree = kb.trees.get(picture.tree);
  if (tree === undefined) throw new Error(`There is no tree "${picture.tree}".`);
  const { title, language } = picture;
  const parts = pageParts(kb, tree, picture, weights);
  const policy = `default-src 'none'; style-src ${await hashOf(pageLook)}; script-src ${await hashOf(pageScript)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(title)}</title>
<style>${pageLook}</style>
</head>
<body>
<header>
<h1>${escapeMarkup(title)}</h1>
<div class="tools">
<div><label for="find">Search</label><input id="find" type="search" autocomplete="off"><button type="button" id="find-back" aria-label="Previous place found" disabled>&#8593;</button><button type="button" id="find-next" aria-label="Next place found" disabled>&#8595;</button><output id="found" for="find"></output></div>
<div><button type="button" id="smaller" aria-label="Smaller">&#8722;</button><button type="button" id="larger" aria-label="Larger">+</button><button type="button" id="whole">Whole</button><button type="button" id="begin">Start</button></div>
${calls.length === 0 ? '<div hidden>' : '<div>'}<label for="call">Follow a call</label><select id="call"><option value="">none</option>${calls
    .map(({ name }, index) => `<option value="${index}">${escapeMarkup(name)}</option>`)
    .join(
      '',
    )}</select><button type="button" id="back" disabled>Back</button><button type="button" id="next" disabled>Next</button><output id="step" for="call"></output></div>
</div>
</header>
<main>
<div id="stage" tabindex="0" role="group" aria-label="The picture. Arrow keys move it, plus and minus make it larger and smaller, 0 shows it whole; Tab goes from node to node, Enter tells about one.">
${parts.picture}
</div>
<aside id="panel" aria-live="polite" aria-label="About the node that is chosen">
${parts.panel}
</aside>
</main>
<script type="application/json" id="calls">${scriptData(callsByKey(kb, tree, picture, calls))}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

/** The calls with the keys of what they came to, which the script finds in the page, and what led on in words. */
function callsByKey(kb: KnowledgeBase, tree: Tree, { nodes, edges }: Picture, calls: readonly PictureCall[]) {
  const nodeKeys = new Map(nodes.map(({ id, key }) => [id, key]));
  const edgeKeys = new Map(edges.flatMap(({ names, key }) => names.map((name) => [name, key])));
  const labels = new Map(
    [...tree.edges.values()].flat().map((edge) => [edgeName(edge), neutralised(edgeLabel(kb, tree, edge))]),
  );
  return calls.map(({ steps }) => ({
    steps: steps.flatMap(({ node, edge = '' }) => {
      const key = nodeKeys.get(node);
      return key === undefined ? [] : [[key, edgeKeys.get(edge) ?? null, labels.get(edge) ?? '']];
    }),
  }));
}

/** JSON that cannot end the element which it stands in. */
function scriptData(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}
