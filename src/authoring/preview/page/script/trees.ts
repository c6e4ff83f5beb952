/** The list of trees, and what there is to mend. */
export const treesScript = `
let state = { trees: [], findings: [], facts: [], folder: '' };
let tree = '';

const countsOf = ({ counts, isWhole }) => {
  const parts = [];
  if (counts.error > 0 || !isWhole) parts.push(el('b', {}, counts.error > 0 ? many(counts.error, 'error') : 'not usable'));
  if (counts.warning > 0) parts.push((parts.length > 0 ? ' · ' : '') + many(counts.warning, 'warning'));
  if (by('advice').checked && counts.advice > 0) parts.push((parts.length > 0 ? ' · ' : '') + counts.advice + ' advice');
  return el('span', { class: 'counts' }, ...parts);
};
const showTrees = () => {
  const words = by('tree-find').value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
  const fits = ({ id, title }) => words.every((word) => (id + ' ' + title).toLowerCase().includes(word));
  by('trees').replaceChildren(...state.trees.filter(fits).map((each) =>
    el('li', {}, el('a', { href: '#' + each.id, title: each.title, 'aria-current': each.id === tree && 'true' }, el('span', {}, each.id), countsOf(each)))));
  const current = by('trees').querySelector('[aria-current]');
  if (current) current.scrollIntoView({ block: 'nearest' });
};

const explain = async (code, into) => {
  if (into.childElementCount > 0) return into.replaceChildren();
  const page = await ask('diagnostic?code=' + encodeURIComponent(code));
  if (!page) return;
  let block;
  for (const line of page.text.split('\\n')) {
    if (line.startsWith('\`\`\`')) {
      block = block ? undefined : into.appendChild(el('pre'));
    } else if (block) block.append(line + '\\n');
    else if (line.startsWith('## ')) into.append(el('h3', {}, line.slice(3)));
    else if (line.trim() !== '' && !line.startsWith('# ')) into.append(el('p', {}, line));
  }
};
const findingShown = (each) => {
  const page = el('div', { class: 'page' });
  const message = el('p', { class: 'message' }, each.message);
  if (each.node) message.addEventListener('click', () => goToNode(each.node));
  return el('div', { class: 'finding ' + each.severity, 'data-code': each.code, 'data-node': each.node },
    el('p', { class: 'place' }, el('span', { class: 'level' }, each.severity), ' ' + each.file + ':' + each.line + ':' + each.column),
    message,
    each.excerpt === '' ? undefined : el('pre', {}, each.excerpt),
    each.hint === undefined ? undefined : el('p', {}, el('b', {}, 'Hint: '), each.hint),
    ...each.related.map((line) => el('p', { class: 'soft' }, 'See ' + line)),
    el('p', {},
      each.node ? button('Show ' + each.node, () => goToNode(each.node), { class: 'link' }) : undefined,
      each.node ? ' · ' : undefined,
      button('What is ' + each.code + '?', () => explain(each.code, page), { class: 'link' })),
    page);
};
const showFindings = () => {
  const advice = by('advice').checked;
  const found = state.findings.filter(({ severity }) => advice || severity !== 'advice');
  const hidden = state.findings.length - found.length;
  const of = (severity) => found.filter((each) => each.severity === severity).length;
  by('count').textContent = [[of('error'), 'error'], [of('warning'), 'warning']].filter(([number]) => number > 0)
    .map(([number, word]) => many(number, word)).concat(of('advice') > 0 ? [of('advice') + ' advice'] : []).join(', ');
  document.title = (found.length === 0 ? '' : '(' + found.length + ') ') + (tree === '' ? '' : tree + ' · ') + 'Faultline preview';
  if (!isNew('findings', [found, hidden, state.problem])) return;
  const own = found.filter((each) => each.tree), others = found.filter((each) => !each.tree);
  by('findings').replaceChildren(
    state.problem ? el('p', { class: 'note' }, state.problem) : undefined || '',
    ...own.map(findingShown),
    others.length > 0 ? el('h3', {}, 'In files that belong to no tree') : '',
    ...others.map(findingShown),
    found.length === 0 && !state.problem ? el('p', { class: 'soft' }, state.trees.length === 0 ? '' : 'Nothing to mend here.') : '',
    hidden > 0 ? el('p', { class: 'soft' }, many(hidden, 'piece') + ' of advice: tick "advice too" to see ' + (hidden === 1 ? 'it.' : 'them.')) : '');
  for (const lines of by('findings').querySelectorAll('.finding > pre')) {
    // The place is seen without scrolling, wherever in a long line it is.
    const [line, carets = ''] = lines.textContent.split('\\n');
    const width = lines.scrollWidth / Math.max(1, line.length, carets.length);
    lines.scrollLeft = carets.indexOf('^') * width < lines.clientWidth * 0.8 ? 0 : (carets.indexOf('^') - 12) * width;
  }
};
const loadState = async () => {
  const next = await ask('state?tree=' + encodeURIComponent(tree));
  if (!next || !next.trees) return;
  state = next;
  by('base').textContent = (next.title === '' ? '' : next.title + ' · ') + next.folder;
  if (next.renamed && next.renamed !== tree) {
    history.replaceState(null, '', '#' + next.renamed);
    carryCall(tree, next.renamed);
    by('state').textContent = 'The tree "' + tree + '" is now called "' + next.renamed + '".';
    await choose();
    return;
  }
  const [first] = next.trees;
  if (tree === '' && first) {
    history.replaceState(null, '', '#' + first.id);
    await choose();
    return;
  }
  if (next.count > 1 && isNew('read', next.count)) by('state').textContent = 'Read anew at ' + new Date(next.at).toLocaleTimeString() + '.';
  const here = next.trees.find(({ id }) => id === tree);
  by('tree-title').textContent = here ? here.title : tree;
  showTrees();
  showFindings();
  showFacts();
};
by('tree-find').addEventListener('input', showTrees);
by('tree-find').addEventListener('keydown', ({ key }) => {
  const first = by('trees').querySelector('a');
  if (key === 'Enter' && first) location.hash = first.getAttribute('href');
});
by('advice').checked = kept(localStorage, 'advice') === true;
by('advice').addEventListener('change', () => {
  kept(localStorage, 'advice', by('advice').checked);
  showTrees();
  showFindings();
});
`;
