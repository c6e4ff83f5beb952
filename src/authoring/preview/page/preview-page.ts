/**
 * The page on which authors see what they write: an empty frame, which its script fills. It names `preview.css`, `preview.js` and
 * `icon.svg` beside it and nothing else, so that a server can forbid it everything else.
 */
export const previewPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Faultline preview</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="preview.css">
<script src="preview.js" defer></script>
</head>
<body>
<header>
<h1>Faultline preview</h1>
<p id="base" class="soft"></p>
<p id="state" role="status"></p>
</header>
<p id="gone" class="banner" role="alert" hidden></p>
<main>
<section id="side" aria-label="Trees and findings">
<div id="trees-part">
<h2>Trees</h2>
<input id="tree-find" type="search" placeholder="Search trees" aria-label="Search trees" autocomplete="off">
<ul id="trees"></ul>
</div>
<div id="findings-part">
<div class="bar"><h2>To mend</h2><output id="count"></output><label><input id="advice" type="checkbox"> advice too</label></div>
<div id="findings"></div>
</div>
</section>
<section id="drawn" aria-label="The tree as a picture">
<div class="bar tools">
<h2 id="tree-title"></h2>
<label><input id="covered" type="checkbox"> example calls counted</label>
<span><input id="find" type="search" placeholder="Search" aria-label="Search the picture" autocomplete="off"><button type="button" id="find-back" aria-label="Previous place found" disabled>&#8593;</button><button type="button" id="find-next" aria-label="Next place found" disabled>&#8595;</button><output id="found" for="find"></output></span>
<span><button type="button" id="smaller" aria-label="Smaller">&#8722;</button><button type="button" id="larger" aria-label="Larger">+</button><button type="button" id="whole">Whole</button><button type="button" id="begin">Start</button></span>
</div>
<p id="drawn-note" class="note" hidden></p>
<div id="stage" tabindex="0" role="group" aria-label="The picture. Arrow keys move it, plus and minus make it larger and smaller, 0 shows it whole; Tab goes from node to node, Enter tells about one."></div>
<aside id="panel" aria-live="polite" aria-label="About the node that is chosen"></aside>
</section>
<section id="talk" aria-label="The call">
<div class="bar"><h2>Call</h2><button type="button" id="call-back" disabled>Back</button><button type="button" id="call-again" disabled>Start again</button></div>
<div id="call-note" class="note" role="alert" hidden></div>
<div id="call-now" aria-live="polite"></div>
<div id="call-more"></div>
<details id="way-part"><summary>The way so far</summary><ol id="way"></ol></details>
<details id="yaml-part"><summary>This call as an example to copy</summary><p id="yaml-note" class="soft"></p><pre id="yaml" tabindex="0" hidden></pre><button type="button" id="yaml-copy" hidden>Copy</button></details>
<details id="examples-part" open><summary>Example calls <output id="examples-count"></output></summary><div id="examples"></div></details>
</section>
</main>
</body>
</html>
`;
