import { type KnowledgeBase, loadTexts } from '../../src/index.js';

/** The least that a knowledge base needs. */
export const manifest = `knowledge_base: small
title: Small
language: en
desks:
  second-line: { name: Second line }
default_desk: second-line
`;
const facts = `facts:
  light: { name: Light, type: choice, choices: { on: On, off: Off }, ask: Is the light on? }
  power: { name: Power, type: yes-no }
  mark: { name: Mark, type: choice, choices: { on: On, off: Off }, fades: true }
`;

/** A knowledge base of one tree, "lamp", with these nodes and faults as they stand in YAML, and these rules. */
export async function lampWith(nodes: string, rules = ''): Promise<KnowledgeBase> {
  const tree = `tree: lamp
title: The lamp
symptoms: [the lamp is dark]
start: first
${nodes}`;
  const { knowledgeBase, diagnostics } = await loadTexts([
    { path: 'knowledge-base.yaml', text: manifest },
    { path: 'facts.yaml', text: facts },
    ...(rules === '' ? [] : [{ path: 'rules.yaml', text: rules }]),
    { path: 'lamp.yaml', text: tree },
  ]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return knowledgeBase;
}
