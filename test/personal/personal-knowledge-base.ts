import { type KnowledgeBase, loadTexts, type Session } from '../../src/index.js';

const files = {
  'knowledge-base.yaml': `
knowledge_base: personal
title: A desk that asks who is calling
desks: { second-line: { name: Second line } }
default_desk: second-line
`,
  'facts.yaml': `
facts:
  os: { name: System, type: choice, choices: { windows: Windows, macos: macOS }, ask: Which system? }
  trouble: { name: What happens, type: text, ask: What happens? }
  sign-in.name: { name: Name for signing in, type: text, ask: Which name do you sign in with?, personal: true }
  age: { name: Age, type: number, ask: How old are you?, personal: true }
  badge: { name: Badge, type: number, ask: Which number has your badge?, personal: true }
  born: { name: Born, type: date, ask: When were you born?, personal: true }
  hears: { name: Hears well, type: yes-no, ask: Do you hear me well?, personal: true }
`,
  'desk/who.yaml': `
tree: who
title: Who is calling
symptoms: [i cannot sign in, my name is not taken, it does not know me, i am locked out, the page throws me out, nobody lets me in]
reviewed: 2026-11-21
start: name
nodes:
  name: { ask: Which name do you sign in with?, fact: sign-in.name, then: badge, unsure: { go: badge } }
  badge: { ask: Which number has your badge?, fact: badge, then: hears, unsure: { go: hears } }
  hears: { ask: Do you hear me well?, fact: hears, answers: { yes: trouble, no: trouble }, unsure: { go: trouble } }
  trouble: { ask: What happens?, fact: trouble, then: desk, unsure: { go: desk } }
  desk: { refer: second-line, because: Somebody has to look at it. }
`,
};

/** A knowledge base with personal facts of every type; throws when there is an error in it. */
export async function personalKnowledgeBase(): Promise<KnowledgeBase> {
  const texts = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { knowledgeBase, diagnostics } = await loadTexts(texts);
  const wrong = diagnostics.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong, null, 2));
  return knowledgeBase;
}

/** All texts of a session, also those that are keys, in no order. */
export function textsOf(session: Session): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(session, (key, value: unknown) => {
    texts.push(key);
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
}
