import { type KnowledgeBase, loadTexts } from '../../../src/index.js';

/** What an author could write to get markup, links, directives or scripts into a picture. */
export const hostile = [
  '</title><script>alert(1)</script><svg onload="alert(2)">',
  "]]> --> </script> ' onclick='alert(3)'",
  '"]; n0 [URL="javascript:alert(4)"] \\N \\" #quot; #35; &lt;b&gt; `md`',
  'a; click n0 href "javascript:alert(5)"; style x:#1;y; %%-init-%%',
] as const;

/** A knowledge base with one tree, `hostile`, in all of whose texts something of this stands, and no mistake. */
export async function hostileTree(): Promise<KnowledgeBase> {
  const [one, two, three, four] = hostile.map((text) => JSON.stringify(text));
  const { knowledgeBase, diagnostics } = await loadTexts([
    {
      path: 'knowledge-base.yaml',
      text: `knowledge_base: hostile\ntitle: Hostile\ndesks: { desk: { name: ${one} } }\ndefault_desk: desk\n`,
    },
    {
      path: 'hostile.yaml',
      text: `
tree: hostile
title: ${one}
symptoms: [it does not work]
start: first
nodes:
  first:
    ask: ${one}
    say: ${two}
    if_confused: ${three}
    why: ${four}
    answers: { one: { label: ${two}, go: steps }, two: { label: ${three}, go: cause }, three: { label: ${four}, go: desk } }
    unsure: { go: desk }
  steps: { do: [{ say: ${two}, expect: ${one} }, { say: ${four} }], then: cause }
  cause: { fault: broken, unsolved: desk }
  desk: { refer: desk, because: ${three} }
faults:
  broken:
    name: ${one}
    cause: hardware
    explain: ${two}
    fix: [{ say: ${three} }]
    verify: { ask: ${four} }
`,
    },
    {
      path: 'hostile.calls.yaml',
      text: `tree: hostile\ncalls:\n  - { name: ${one}, answers: [{ first: three }], ends: referred }\n`,
    },
  ]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return knowledgeBase;
}
