/** The picture: it is drawn anew without losing what the author looks at, and shows where the call stands. */
export const drawnScript = `
let drawn = { nodes: {}, edges: {} };
let drawnFor = '';
let marked = '';
let wanted = '';

const mark = (moves) => {
  if (!view) return;
  for (const each of view.querySelectorAll('.walked, .here')) each.classList.remove('walked', 'here');
  if (!played || !played.situation) return;
  for (const { node, edge } of played.walked) {
    const part = by(drawn.nodes[node] || '');
    if (part) part.classList.add('walked');
    const key = drawn.edges[edge || ''];
    for (const line of key ? [by(key), by(key + '-label')] : []) if (line) line.classList.add('walked');
  }
  const here = by(drawn.nodes[played.here || ''] || '');
  if (!here) return;
  here.classList.add('here');
  const place_ = tree + '/' + played.here;
  if (moves || marked !== place_) seen(here);
  marked = place_;
};
const goToNode = (id) => {
  const node = by(drawn.nodes[id] || '');
  if (node) show(node);
};
const loadPicture = async () => {
  const covered = by('covered').checked;
  const next = await ask('picture?tree=' + encodeURIComponent(tree) + (covered ? '&covered=1' : ''));
  if (!next) return;
  document.body.classList.toggle('stale', next.stale === true);
  by('drawn-note').hidden = !next.note;
  by('drawn-note').textContent = next.note || '';
  if (!isNew('picture', [next.picture, next.panel, next.empty])) return;
  const before = { ...at }, chosen = view && view.querySelector('.chosen');
  const id = chosen && chosen.dataset.id, same = view && drawnFor === tree + covered;
  drawn = next;
  by('panel').hidden = next.picture === undefined;
  if (next.picture === undefined) {
    closePicture();
    stage.replaceChildren(...(next.empty || []).map((line) => (line.startsWith('$ ') ? el('pre', {}, line.slice(2)) : el('p', {}, line))));
    by('panel').replaceChildren();
    return;
  }
  // Markup in which the server has escaped every text; the policy of the page lets nothing in it run.
  stage.innerHTML = next.picture;
  by('panel').innerHTML = next.panel;
  const legend = by('hint').querySelector('svg');
  by('hint').append(el('details', {}, el('summary', {}, 'What the forms mean'), legend));
  by('panel').prepend(button('Close', () => show(), { id: 'panel-close' }));
  openPicture();
  if (same) place(before.x, before.y, before.scale);
  else begin();
  drawnFor = tree + covered;
  if (by('find').value !== '') search(false);
  if (id && drawn.nodes[id]) {
    for (const each of nodes) each.classList.toggle('chosen', each.dataset.id === id);
    for (const each of document.querySelectorAll('#panel > section')) each.hidden = each.id !== 'about-' + drawn.nodes[id];
  }
  mark(false);
};
by('covered').checked = kept(localStorage, 'covered') === true;
by('covered').addEventListener('change', () => {
  kept(localStorage, 'covered', by('covered').checked);
  void loadPicture();
});
`;
