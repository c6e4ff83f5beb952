/**
 * What the page does, as the script that stands in it: it runs in the reader's browser, reads what the page holds, and fetches
 * nothing. Texts are only ever shown, never read as markup.
 */
export const pageScript = `'use strict';
(() => {
const by = (id) => document.getElementById(id);
const stage = by('stage'), svg = stage.querySelector('svg'), view = by('view');
const known = JSON.parse(by('calls').textContent);
const nodes = [...view.querySelectorAll('.node')];
const size = { width: Number(svg.dataset.width), height: Number(svg.dataset.height) };
let at = { x: 0, y: 0, scale: 1 };

const place = (x, y, scale) => {
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
const search = () => {
  const words = by('find').value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
  const has = (node) => {
    const text = (node.getAttribute('aria-label') + ' ' + by('about-' + node.id).textContent).toLowerCase();
    return words.every((word) => text.includes(word));
  };
  // What stands in the node itself comes before what stands only in what belongs to it.
  const near = (node) => (words.every((word) => node.getAttribute('aria-label').toLowerCase().includes(word)) ? 0 : 1);
  hits = words.length === 0 ? [] : nodes.filter(has).sort((a, b) => near(a) - near(b));
  hit = -1;
  svg.classList.toggle('searching', words.length > 0);
  for (const node of nodes) node.classList.toggle('hit', hits.includes(node));
  by('found').textContent = words.length === 0 ? '' : 'nothing';
  for (const id of ['find-back', 'find-next']) by(id).disabled = hits.length === 0;
  goToHit(1);
};

let call, step = 0;
const follow = () => {
  const steps = call ? call.steps : [];
  svg.classList.toggle('following', steps.length > 0);
  for (const each of view.querySelectorAll('.walked, .here')) each.classList.remove('walked', 'here');
  steps.slice(0, step + 1).forEach(([node, edge], index) => {
    by(node).classList.add('walked');
    if (index >= step || !edge) return;
    for (const part of [by(edge), by(edge + '-label')]) if (part) part.classList.add('walked');
  });
  by('back').disabled = step <= 0;
  by('next').disabled = step >= steps.length - 1;
  const led = steps.length === 0 ? '' : steps[step][2];
  by('step').textContent = steps.length === 0 ? '' : 'step ' + (step + 1) + ' of ' + steps.length + (led === '' ? '' : ': ' + led);
  if (steps.length === 0) return;
  by(steps[step][0]).classList.add('here');
  show(by(steps[step][0]));
};
const move = (by_) => {
  const last = call ? call.steps.length - 1 : 0;
  step = Math.min(last, Math.max(0, step + by_));
  follow();
};

for (const node of nodes) {
  node.addEventListener('click', () => show(node));
  node.addEventListener('focus', () => { if (node.matches(':focus-visible')) seen(node); });
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    show(node);
  });
}
document.addEventListener('click', ({ target }) => {
  const to = target.closest && target.closest('[data-go]');
  if (!to) return;
  const node = by(to.dataset.go);
  show(node);
  node.focus({ preventScroll: true });
});
by('find').addEventListener('input', search);
by('find').addEventListener('keydown', (event) => {
  if (event.key === 'Enter') goToHit(event.shiftKey ? -1 : 1);
  if (event.key === 'Escape') { by('find').value = ''; search(); }
});
by('find-back').addEventListener('click', () => goToHit(-1));
by('find-next').addEventListener('click', () => goToHit(1));
by('smaller').addEventListener('click', () => zoom(1 / 1.25));
by('larger').addEventListener('click', () => zoom(1.25));
by('whole').addEventListener('click', whole);
by('begin').addEventListener('click', () => { begin(); show(nodes[0]); });
by('call').addEventListener('change', () => {
  const { value } = by('call');
  call = value === '' ? undefined : known[Number(value)];
  step = 0;
  follow();
  if (!call) show();
});
by('back').addEventListener('click', () => move(-1));
by('next').addEventListener('click', () => move(1));

stage.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
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
    n: () => move(1),
    p: () => move(-1),
    Escape: () => show(),
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

begin();
const named = nodes.find((node) => '#' + node.dataset.id === decodeURIComponent(location.hash));
if (named) show(named);
})();
`;
