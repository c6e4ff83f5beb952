/**
 * The part of a page's script that looks after a picture: zoom and move it, search in it, tell about a node. It runs in the reader's
 * browser, inside the function of a script, and reads what the page holds: `#stage` with the picture, `#panel` with what belongs to
 * its nodes, the buttons. `openPicture` has to be called when a picture has come there. Texts are only ever shown, never read as markup.
 */
export const viewerScript = `const by = (id) => document.getElementById(id);
const stage = by('stage');
let svg, view, nodes = [], size = { width: 1, height: 1 }, at = { x: 0, y: 0, scale: 1 };
const openPicture = () => {
  svg = stage.querySelector('svg');
  view = by('view');
  nodes = [...view.querySelectorAll('.node')];
  size = { width: Number(svg.dataset.width), height: Number(svg.dataset.height) };
};

const closePicture = () => {
  svg = view = undefined;
  nodes = [];
};

const place = (x, y, scale) => {
  if (!view) return;
  at = { x, y, scale: Math.min(4, Math.max(0.1, scale)) };
  view.setAttribute('transform', 'translate(' + at.x + ' ' + at.y + ') scale(' + at.scale + ')');
};
const zoom = (factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) => {
  const scale = Math.min(4, Math.max(0.1, at.scale * factor));
  place(x - ((x - at.x) * scale) / at.scale, y - ((y - at.y) * scale) / at.scale, scale);
};
const whole = () => {
  const scale = Math.min(1.5, (stage.clientWidth - 32) / size.width, (stage.clientHeight - 32) / size.height);
  place((stage.clientWidth - size.width * scale) / 2, (stage.clientHeight - size.height * scale) / 2, scale);
};
const centre = (node, height = 0.5) => {
  const { x, y } = node.dataset;
  place(stage.clientWidth / 2 - x * at.scale, stage.clientHeight * height - y * at.scale, at.scale);
};
const begin = () => {
  if (!view) return;
  place(0, 0, Math.min(1, Math.max(0.75, (stage.clientWidth - 32) / size.width)));
  centre(nodes[0], 0.18);
};
const seen = (node) => {
  const box = node.getBoundingClientRect(), frame = stage.getBoundingClientRect();
  if (at.scale < 0.6) place(at.x, at.y, 0.8);
  else if (box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom) return;
  centre(node);
};

const show = (node) => {
  for (const each of nodes) each.classList.toggle('chosen', each === node);
  for (const each of document.querySelectorAll('#panel > section')) each.hidden = each.id !== (node ? 'about-' + node.id : 'hint');
  by('panel').scrollTop = 0;
  if (node) seen(node);
};

let hits = [], hit = -1;
const goToHit = (step) => {
  if (hits.length === 0) return;
  hit = (hit + step + hits.length) % hits.length;
  by('found').textContent = (hit + 1) + ' of ' + hits.length;
  show(hits[hit]);
};
const search = (moves = true) => {
  const words = by('find').value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
  const has = (node) => {
    const text = (node.getAttribute('aria-label') + ' ' + by('about-' + node.id).textContent).toLowerCase();
    return words.every((word) => text.includes(word));
  };
  // What stands in the node itself comes before what stands only in what belongs to it.
  const near = (node) => (words.every((word) => node.getAttribute('aria-label').toLowerCase().includes(word)) ? 0 : 1);
  hits = words.length === 0 ? [] : nodes.filter(has).sort((a, b) => near(a) - near(b));
  hit = -1;
  if (svg) svg.classList.toggle('searching', words.length > 0);
  for (const node of nodes) node.classList.toggle('hit', hits.includes(node));
  by('found').textContent = words.length === 0 ? '' : 'nothing';
  for (const id of ['find-back', 'find-next']) by(id).disabled = hits.length === 0;
  if (moves) goToHit(1);
};

stage.addEventListener('click', ({ target }) => {
  const node = target.closest('.node');
  if (node) show(node);
});
stage.addEventListener('focusin', ({ target }) => { if (target.matches('.node:focus-visible')) seen(target); });
document.addEventListener('click', ({ target }) => {
  const to = target.closest && target.closest('[data-go]');
  if (!to) return;
  const node = by(to.dataset.go);
  show(node);
  node.focus({ preventScroll: true });
});
by('find').addEventListener('input', () => search());
by('find').addEventListener('keydown', (event) => {
  if (event.key === 'Enter') goToHit(event.shiftKey ? -1 : 1);
  if (event.key === 'Escape') { by('find').value = ''; search(); }
});
by('find-back').addEventListener('click', () => goToHit(-1));
by('find-next').addEventListener('click', () => goToHit(1));
by('smaller').addEventListener('click', () => zoom(1 / 1.25));
by('larger').addEventListener('click', () => zoom(1.25));
by('whole').addEventListener('click', whole);
by('begin').addEventListener('click', () => { begin(); if (view) show(nodes[0]); });

const moreKeys = {};
stage.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const node = event.target.closest('.node');
  if (node && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    show(node);
    return;
  }
  const by_ = 80;
  const keys = {
    ArrowLeft: () => place(at.x + by_, at.y, at.scale),
    ArrowRight: () => place(at.x - by_, at.y, at.scale),
    ArrowUp: () => place(at.x, at.y + by_, at.scale),
    ArrowDown: () => place(at.x, at.y - by_, at.scale),
    '+': () => zoom(1.25),
    '=': () => zoom(1.25),
    '-': () => zoom(1 / 1.25),
    0: whole,
    Escape: () => show(),
    ...moreKeys,
  };
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
stage.addEventListener('wheel', (event) => {
  event.preventDefault();
  const frame = stage.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.0015 : 0.05)), event.clientX - frame.left, event.clientY - frame.top);
}, { passive: false });

const fingers = new Map();
const span = () => {
  const [a, b] = [...fingers.values()];
  return Math.hypot(a.x - b.x, a.y - b.y);
};
stage.addEventListener('pointerdown', (event) => {
  // With a mouse the text of a node can be marked; the rest of the picture is drawn along.
  if (event.button !== 0 || (event.pointerType === 'mouse' && event.target.closest('.node'))) return;
  if (event.pointerType === 'mouse') stage.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
});
stage.addEventListener('pointermove', (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const was = fingers.size > 1 ? span() : 0;
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  if (fingers.size > 1) {
    const frame = stage.getBoundingClientRect(), [a, b] = [...fingers.values()];
    zoom(span() / Math.max(1, was), (a.x + b.x) / 2 - frame.left, (a.y + b.y) / 2 - frame.top);
  } else place(at.x + event.clientX - before.x, at.y + event.clientY - before.y, at.scale);
});
for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) stage.addEventListener(name, (event) => fingers.delete(event.pointerId));

`;
