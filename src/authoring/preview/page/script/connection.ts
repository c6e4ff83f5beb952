/** Choosing a tree, and doing everything again when the server says that something was saved. */
export const connectionScript = `
let version = '';
const refresh = () => Promise.all([loadState(), play(undefined, false), loadPicture(), loadExamples()]);
const choose = async () => {
  tree = chosenTree();
  if (call.tree !== tree) {
    const before = kept(sessionStorage, 'call-' + tree);
    call = before && Array.isArray(before.inputs) && before.tree === tree ? before : { tree, inputs: [] };
    refused = '';
    marked = '';
  }
  await refresh();
};
addEventListener('hashchange', () => {
  by('state').textContent = '';
  void choose();
});

const heard = new EventSource('events');
heard.addEventListener('knowledge', ({ data }) => {
  by('gone').hidden = true;
  if (data === version) return;
  const isFirst = version === '';
  version = data;
  void (isFirst ? choose() : refresh());
});
heard.addEventListener('error', () => {
  by('gone').hidden = false;
  // While it is only away the browser asks for it again and again; where something else answers in its place it gives up.
  const isOver = heard.readyState === EventSource.CLOSED;
  by('gone').textContent = 'The preview has ended, or cannot be reached: what you see here is no longer up to date. Start "faultline preview" again' + (isOver ? ', and reload this page.' : ', and this page comes back by itself.');
});
`;
