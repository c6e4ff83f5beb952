/** The call: nothing of it is kept but what was said and done; where it stands is asked of the server, on every save anew. */
export const callScript = `
let call = { tree: '', inputs: [] };
let played;
let refused = '';

const keepCall = () => kept(sessionStorage, 'call-' + call.tree, call);
const carryCall = (from, to) => {
  const before = kept(sessionStorage, 'call-' + from);
  if (!before || !Array.isArray(before.inputs)) return;
  const question = (key) => (typeof key === 'string' && key.startsWith(from + '/') ? to + key.slice(from.length) : key);
  const inputs = before.inputs.map((each) => ('question' in each ? { ...each, question: question(each.question) } : each));
  kept(sessionStorage, 'call-' + to, { ...before, tree: to, inputs });
};
const aside = (name, text) => (text ? el('p', { class: 'aside' }, el('b', {}, name + ': '), text) : undefined);
const showCall = () => {
  const { situation: now, stale, stopped, waiting, way, elsewhere, reason } = played;
  const notes = [];
  if (refused) notes.push(refused);
  if (stale) notes.push('Played on the tree as it was when it could last be read.');
  if (stopped) notes.push(stopped + '\\nGo on from here; or save what was there before, and the whole call is back.');
  if (waiting > 0 && now) notes.push((waiting === 1 ? 'One answer that you gave waits until its question comes.' : waiting + ' answers that you gave wait until their questions come.'));
  if (elsewhere) notes.push('The call is in the tree "' + elsewhere + '" now.');
  if (call.name && call.differs) notes.push('This example call goes another way than it says:\\n' + call.differs.join('\\n'));
  by('call-note').hidden = notes.length === 0;
  by('call-note').textContent = notes.join('\\n\\n');
  by('call-back').disabled = !now || played.inputs.length === 0;
  by('call-again').disabled = !now || call.inputs.length === 0;
  by('call-more').hidden = by('way-part').hidden = by('yaml-part').hidden = !now;
  if (!isNew('call', played)) return;
  if (!now) {
    by('call-now').replaceChildren(el('p', { class: 'soft' }, reason || ''));
    return;
  }
  const hadFocus = by('call-now').contains(document.activeElement);
  const replies = repliesTo(now);
  by('call-now').replaceChildren(
    el('h3', {}, now.heading),
    el('div', { class: 'say' }, ...now.say.split('\\n').map((line) => el('p', {}, line))),
    aside('Then', now.expect) || '',
    aside('Wait', played.wait) || '',
    ...now.terms.map(({ term, plain, looks_like }) => aside(term, plain + (looks_like ? ' ' + looks_like : ''))),
    aside('If not understood', now.if_confused) || '',
    aside('Why', now.why) || '',
    now.risky ? el('p', { class: 'aside' }, el('b', {}, 'Risky: '), 'the caller has to agree.') : '',
    ...now.notes.map((line) => aside('Note', line)),
    ...now.warnings.map((line) => aside('Warning', line)),
    replies,
    otherReplies(played));
  by('way').replaceChildren(...way.map((line) => el('li', {}, line)));
  const first = replies.querySelector('button, input, select');
  if (hadFocus && first) first.focus({ preventScroll: true });
  by('yaml').hidden = by('yaml-copy').hidden = true;
  by('yaml-note').textContent = '';
  if (by('yaml-part').open) void showYaml();
};
const toldOf = ({ tree, at, words, inputs }) => ({ tree, at, words, inputs });
const playNow = async (next, moves) => {
  const answer = await ask('call', { call: toldOf(call), next });
  if (!answer) return;
  if (answer.failed) {
    refused = answer.failed;
    answer.inputs = call.inputs;
  } else refused = answer.refused || '';
  if (next && !answer.refused && answer.inputs) {
    call = { ...call, inputs: answer.inputs };
    delete call.differs;
    keepCall();
  }
  played = answer;
  showCall();
  mark(moves);
};
// One after the other, so that nothing that is pressed while a file is saved gets lost.
let line = Promise.resolve();
const play = (next, moves) => {
  line = line.then(() => playNow(next, moves)).catch(() => undefined);
  return line;
};
// What was no longer taken is given up as soon as the author goes on.
const act = (next) => {
  if (played && played.stopped) call = { ...call, inputs: played.inputs };
  void play(next, true);
};
const beginCall = (begun) => {
  call = begun;
  keepCall();
  void play(undefined, true);
};
by('call-back').addEventListener('click', () => act({ back: true }));
by('call-again').addEventListener('click', () => beginCall({ tree, inputs: [] }));
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
  if (event.key === 'b' && !by('call-back').disabled) by('call-back').click();
  if (!/^[1-9]$/.test(event.key)) return;
  const chosen = by('call-now').querySelectorAll('.answers button')[Number(event.key) - 1];
  if (chosen) chosen.click();
});
const showYaml = async () => {
  const made = await ask('example', { call: { ...toldOf(call), inputs: played.inputs } });
  if (!made) return;
  by('yaml').hidden = by('yaml-copy').hidden = made.yaml === undefined;
  by('yaml').textContent = made.yaml || '';
  by('yaml-note').textContent = made.yaml === undefined ? made.reason : 'Paste it ' + made.where + '.';
};
by('yaml-part').addEventListener('toggle', () => { if (by('yaml-part').open && played && played.situation) void showYaml(); });
by('yaml-copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(by('yaml').textContent);
    by('yaml-note').textContent = 'Copied.';
  } catch {
    getSelection().selectAllChildren(by('yaml'));
    by('yaml-note').textContent = 'It is marked: copy it with Ctrl-C.';
  }
});
`;
