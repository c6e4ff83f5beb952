/** The example calls of the tree, and how they went. */
export const examplesScript = `
const exampleShown = (each) => el('div', { class: 'example' },
  el('p', {}, el('span', { class: each.passed ? 'passed' : 'failed' }, each.passed ? 'passed ' : 'failed '),
    button(each.name, () => beginCall({ ...each.call, name: each.name, differs: each.passed ? undefined : each.lines }), { class: 'link' })),
  each.passed ? undefined : el('ul', {}, ...each.lines.map((line) => el('li', {}, line))));
const loadExamples = async () => {
  const next = await ask('calls?tree=' + encodeURIComponent(tree));
  if (!next || !next.calls || !isNew('examples', next.calls)) return;
  const own = next.calls.find(({ name }) => name === call.name);
  if (own && call.differs) {
    call.differs = own.passed ? undefined : own.lines;
    if (played) showCall();
  }
  const failed = next.calls.filter(({ passed }) => !passed);
  by('examples-count').textContent = next.calls.length === 0 ? '' : (next.calls.length - failed.length) + ' passed, ' + failed.length + ' failed';
  const rest = next.calls.filter(({ passed }) => passed);
  by('examples').replaceChildren(
    ...[...failed, ...rest].map(exampleShown),
    next.calls.length === 0 ? el('p', { class: 'soft' }, 'There are none yet. Play a call to its end, and copy it as an example.') : '');
};
`;
