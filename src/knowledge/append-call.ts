/**
 * A call file with one more call at its end. Comments and layout of what is there stay.
 * @param text the file; undefined for a new one @param tree the tree of a new file
 * @param call the call, with the keys of a call file @throws TypeError when the text is no call file
 */
export async function appendCall(text: string | undefined, tree: string, call: object): Promise<string> {
  // The reader of YAML takes long to load, and hardly anybody needs it after a start.
  const { appendTo } = await import('./read/index.js');
  return appendTo(text, tree, call);
}
