import type { SourceFile } from '../../knowledge/index.js';

/** The smallest manifest with which imported trees load. */
export function manifestFor(name: string, desk: string): SourceFile {
  const text = `# This makes the folder a knowledge base. To do: its title, and whom calls are referred to.
knowledge_base: ${JSON.stringify(name)}
title: Imported trees
desks:
  ${desk}: { name: Second line }
default_desk: ${desk}
`;
  return { path: 'knowledge-base.yaml', text };
}
