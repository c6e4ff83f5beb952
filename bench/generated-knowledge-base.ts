import type { SourceFile } from '../src/index.js';
import { generatedTree, generatedTreeId } from './generated-tree.js';

const manifest = `knowledge_base: generated
title: Generated trees
language: en
desks:
  second-line: { name: Second line, say: I am passing this on to a colleague. }
default_desk: second-line
`;

const facts = `facts:
  os:
    name: Operating system
    type: choice
    choices: { windows: Windows, macos: macOS, linux: Linux }
    ask: Which system does the computer run?
    say: Is it Windows, a Mac, or Linux?
`;

/** The texts of a knowledge base with so many generated trees, in folders of 100. */
export function generatedKnowledgeBase(trees: number): readonly SourceFile[] {
  const files: SourceFile[] = [
    { path: 'knowledge-base.yaml', text: manifest },
    { path: 'facts.yaml', text: facts },
  ];
  for (let number = 0; number < trees; number += 1) {
    const path = `area-${Math.floor(number / 100)}/${generatedTreeId(number)}.yaml`;
    files.push({ path, text: generatedTree(number, trees) });
  }
  return files;
}
