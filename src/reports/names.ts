/** What things are called in the knowledge base. Undefined where it does not have them, or not any more. */
export interface Names {
  readonly tree: (tree: string) => string | undefined;
  /** @param address tree/fault */
  readonly fault: (address: string) => string | undefined;
  /** @param question the node, or `fact:os`, `verify:fault` and so on, as the case store names it */
  readonly question: (tree: string, question: string) => string | undefined;
  /** What is asked, done or found at a node. */
  readonly node: (tree: string, node: string) => string | undefined;
  /** What is read aloud. @param step its place in the author's list, from 0 */
  readonly step: (tree: string, node: string, step: number) => string | undefined;
  readonly desk: (desk: string) => string | undefined;
  readonly fact: (fact: string) => string | undefined;
  readonly value: (fact: string, value: string) => string | undefined;
  /** The version of a tree that is in use now. */
  readonly version: (tree: string) => string | undefined;
  /** The facts on which it depends where a call goes in a tree. */
  readonly branchesOn: (tree: string) => ReadonlySet<string>;
}

const nothing = (): undefined => undefined;

/** For who has no knowledge base at hand: everything is called by its id. */
export const noNames: Names = {
  tree: nothing,
  fault: nothing,
  question: nothing,
  node: nothing,
  step: nothing,
  desk: nothing,
  fact: nothing,
  value: nothing,
  version: nothing,
  branchesOn: () => new Set(),
};
