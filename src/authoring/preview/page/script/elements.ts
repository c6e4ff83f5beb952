/** Making elements, asking the server, and remembering in the browser. */
export const elementsScript = `
const el = (name, given = {}, ...inside) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key === 'press') made.addEventListener('click', value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...inside.filter((each) => each !== undefined && each !== ''));
  return made;
};
const button = (words, press, given = {}) => el('button', { type: 'button', press, ...given }, words);
const many = (number, one) => number + ' ' + one + (number === 1 ? '' : 's');
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

const turns = {};
// The answer of the server; undefined when something newer was asked meanwhile, or nobody answers.
const ask = async (path, body) => {
  const kind = path.split('?')[0];
  const turn = (turns[kind] = (turns[kind] || 0) + 1);
  try {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(path, body === undefined ? {} : post);
    const value = await answer.json();
    return turn === turns[kind] ? value : undefined;
  } catch {
    return undefined;
  }
};

const kept = (store, key, value) => {
  try {
    if (value === undefined) return JSON.parse(store.getItem('faultline-' + key) || 'null');
    store.setItem('faultline-' + key, JSON.stringify(value));
  } catch {
    // A browser can forbid it: then it is forgotten with the page.
  }
  return value === undefined ? null : value;
};
const shown = {};
// Whether what is to be shown differs from what is shown already: what is the same stays as it is, with what was typed into it.
const isNew = (what, value) => {
  const text = JSON.stringify(value);
  if (shown[what] === text) return false;
  shown[what] = text;
  return true;
};
const chosenTree = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
};
`;
