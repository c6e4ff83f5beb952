import { type KnowledgeBase, loadTexts } from '../../src/index.js';

const manifest = `
knowledge_base: small
title: A small one
desks:
  second-line: { name: Second line }
  security: { name: Security, say: I am passing this to security. }
default_desk: second-line
`;

const facts = `
facts:
  os: { name: System, type: choice, choices: { windows: Windows, macos: macOS, linux: Linux }, ask: Which system?, say: Which system is it? }
  os.version: { name: Version, type: number, min: 1, max: 100, ask: Which version? }
  link: { name: Link, type: choice, choices: { usb: USB, wifi: Wi-Fi }, ask: How is it connected? }
  online: { name: Online, type: yes-no, ask: Does a page open?, fades: true }
  model: { name: Model, type: text, ask: Which model is it? }
  bought: { name: Bought, type: date }
  seen: { name: Seen, type: choices, choices: { smoke: Smoke, noise: Noise } }
  quiet: { name: Never asked, type: choice, choices: { a: A, b: B } }
  memory: { name: Memory, type: number, unit: GB }
`;

/** Whether a text is a file as it stands, and not the rest of a tree. */
const isWhole = (id: string): boolean => id.includes('/') || id === 'overlays';

/** Loads trees (and rules) beside a small manifest and facts; throws when there is an error, so that a test starts from sound knowledge. */
export async function small(trees: Readonly<Record<string, string>>, rules = 'rules: []'): Promise<KnowledgeBase> {
  const files = [
    { path: 'knowledge-base.yaml', text: manifest },
    { path: 'facts.yaml', text: facts },
    { path: 'rules.yaml', text: rules },
    ...Object.entries(trees).map(([id, text]) => ({
      path: isWhole(id) ? `${id}.yaml` : `trees/${id}.yaml`,
      text: isWhole(id) ? text : `tree: ${id}\ntitle: The tree ${id}\nsymptoms: [it does not work]\n${text}`,
    })),
  ];
  const { knowledgeBase, diagnostics } = await loadTexts(files);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
  return knowledgeBase;
}
