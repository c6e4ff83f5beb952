/** What can be replied where the call stands: buttons, fields, the ways of not knowing. */
export const repliesScript = `
const reasonGiven = 'Left out in the preview.';
const field = (about, given) => {
  const types = { number: 'number', date: 'date' };
  return el('input', { type: types[about] || 'text', step: about === 'number' ? 'any' : undefined, autocomplete: 'off', ...given });
};
const numbered = (entries) => el('ol', { class: 'answers' }, ...entries.map(([words, press], index) =>
  el('li', {}, el('button', { type: 'button', press }, index < 9 ? el('b', {}, String(index + 1)) : '', words))));

// The part with which a value of this type is given; take is told the value.
const valueGiven = (type, choices, unit, name, take) => {
  if (type === 'choices') {
    const boxes = choices.map(({ id, label }) => el('label', {}, el('input', { type: 'checkbox', value: id }), ' ' + label));
    const send = button('These', () => take(boxes.map((box) => box.firstChild).filter((box) => box.checked).map((box) => box.value)));
    return el('div', { class: 'row' }, ...boxes, send);
  }
  const given = choices.length > 0
    ? el('select', { 'aria-label': name }, ...choices.map(({ id, label }) => el('option', { value: id }, label)))
    : field(type, { 'aria-label': name });
  const send = () => { if (given.value !== '') take(type === 'number' ? Number(given.value) : given.value); };
  given.addEventListener('keydown', ({ key }) => { if (key === 'Enter') send(); });
  return el('div', { class: 'row' }, given, unit ? unit : undefined, button('Take', send));
};

const repliesTo = (now) => {
  const { question } = now;
  switch (now.type) {
    case 'asking':
      return now.expects === 'choices' || now.answers.length === 0
        ? valueGiven(now.expects, now.answers, now.unit, now.heading, (answer) => act({ answer, question }))
        : numbered(now.answers.map(({ id, label }) => [label, () => act({ answer: id, question })]));
    case 'doing':
      return numbered([['Done', () => act({ done: true, question })]]);
    case 'isolated':
      return numbered([[now.steps.length === 0 ? 'Explained: go on' : 'Explained: go on with the fix', () => act({ done: true, question })]]);
    default:
      return el('p', { class: 'soft' }, 'The call ends here.');
  }
};
const otherReplies = ({ situation: now, unsure }) => {
  const { type, question } = now;
  const others = type === 'asking' ? unsure.map(({ id, words }) => button(capital(words), () => act({ unsure: id, question }))) : [];
  if (type === 'asking' || type === 'doing') others.push(button('Not understood', () => act({ confused: true, question })));
  if (type === 'doing') others.push(button('Tried already', () => act({ tried: 'step' })));
  if (type === 'asking' || type === 'doing') others.push(button('Skip', () => act({ skip: reasonGiven, question })));
  return el('div', { class: 'row' }, ...others);
};

const factPart = el('details', { id: 'tell-part' }, el('summary', {}, 'Tell a fact'));
const factChosen = el('select', { id: 'fact', 'aria-label': 'The fact' });
const factValue = el('div', { id: 'fact-value' });
factPart.append(el('div', { class: 'row' }, factChosen), factValue);
by('call-more').append(factPart);
const showFactValue = () => {
  const fact = state.facts.find(({ name }) => name === factChosen.value);
  factValue.replaceChildren(fact ? valueGiven(fact.type, fact.choices, fact.unit, fact.title, (value) => act({ tell: { [fact.name]: value } })) : '');
};
const showFacts = () => {
  if (!isNew('facts', state.facts)) return;
  const before = factChosen.value;
  factChosen.replaceChildren(...state.facts.map(({ name, title }) => el('option', { value: name }, title + ' (' + name + ')')));
  if (state.facts.some(({ name }) => name === before)) factChosen.value = before;
  factPart.hidden = state.facts.length === 0;
  showFactValue();
};
factChosen.addEventListener('change', showFactValue);
`;
