import type { KnowledgeBase, Tree } from '../../src/index.js';

/** A tree as a document for a search library that knows nothing of trees. */
export interface Document {
  readonly id: string;
  readonly title: string;
  readonly symptoms: readonly string[];
  /** The names of its faults, and how they are explained. */
  readonly faults: readonly string[];
  /** Its questions, and what can be answered. */
  readonly questions: readonly string[];
}

/** The texts of a document that are searched, in the order in which they matter. */
export const searched = ['symptoms', 'title', 'faults', 'questions'] as const;

/** A document whose texts are one string each, for libraries that take no lists. */
export type JoinedDocument = { readonly [key in 'id' | (typeof searched)[number]]: string };

/** A document for each tree. */
export function documentsOf({ trees }: KnowledgeBase): readonly Document[] {
  return [...trees.values()].map(documentOf);
}

function documentOf({ id, title, symptoms, faults, nodes }: Tree): Document {
  return {
    id,
    title,
    symptoms,
    faults: [...faults.values()].flatMap(({ name, explain }) => [name, explain]),
    questions: [...nodes.values()].flatMap((node) =>
      node.kind === 'ask' || node.kind === 'check'
        ? [node.ask, ...node.answers.flatMap(({ label, hear }) => [label, ...hear])]
        : [],
    ),
  };
}

/** A document with each list of texts as one string. */
export function joined({ id, title, symptoms, faults, questions }: Document): JoinedDocument {
  return { id, title, symptoms: symptoms.join('\n'), faults: faults.join('\n'), questions: questions.join('\n') };
}
