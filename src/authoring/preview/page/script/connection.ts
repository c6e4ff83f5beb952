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

const listen = () => {
  const heard = new EventSource('events');
  heard.addEventListener('knowledge', ({ data }) => {
    by('gone').hidden = true;
    if (data === version) return;
    const isFirst = version === '';
    version = data;
    if (!isFirst) by('state').textContent = 'Read anew at ' + new Date().toLocaleTimeString() + '.';
    void (isFirst ? choose() : refresh());
  });
  heard.addEventListener('error', () => {
    by('gone').hidden = false;
    by('gone').textContent = 'The preview has ended, or cannot be reached: what you see here is no longer up to date. Start "faultline preview" again, and this page comes back by itself.';
    // Most failures the browser mends by itself; where it gives up, we do not.
    if (heard.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  });
};
listen();
`;
