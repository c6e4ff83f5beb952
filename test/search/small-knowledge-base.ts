import { type KnowledgeBase, loadTexts, openSearch, type Search } from '../../src/index.js';

/** A tree as far as the search sees it: its words. `nodes` and `faults` only where a test is about them. */
export interface SmallTree {
  readonly title: string;
  readonly symptoms: readonly string[];
  readonly language?: string;
  readonly start?: string;
  readonly nodes?: object;
  readonly faults?: object;
}

/** What stands beside the trees. */
export interface Beside {
  readonly manifest?: object;
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  readonly facts?: object;
}

/** Loads trees in the order in which they are given; throws when there is an error, so that a test starts from sound knowledge. */
export async function small(
  trees: Readonly<Record<string, SmallTree>>,
  { manifest = {}, synonyms = {}, facts = {} }: Beside = {},
): Promise<KnowledgeBase> {
  const usual = {
    knowledge_base: 'small',
    title: 'A small one',
    desks: { 'second-line': { name: 'Second line' }, shop: { name: 'The shop' } },
    default_desk: 'second-line',
  };
  const nothing = { start: 'done', nodes: { done: { close: 'resolved' } } };
  // JSON is YAML as well.
  const { knowledgeBase, diagnostics } = await loadTexts([
    { path: 'knowledge-base.yaml', text: JSON.stringify({ ...usual, ...manifest }) },
    { path: 'facts.yaml', text: JSON.stringify({ facts }) },
    { path: 'glossary.yaml', text: JSON.stringify({ terms: {}, synonyms }) },
    ...Object.entries(trees).map(([tree, words], at) => ({
      path: `trees/${String(at).padStart(3, '0')}.yaml`,
      text: JSON.stringify({ tree, ...nothing, ...words }),
    })),
  ]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
  return knowledgeBase;
}

/** What a small office calls about. No two trees share a word that says something. */
export const office: Readonly<Record<string, SmallTree>> = {
  printer: {
    title: 'The printer does not print',
    symptoms: ['nothing comes out of the printer', 'the paper is jammed', 'the copies are blurred'],
  },
  wifi: {
    title: 'The wifi is gone',
    symptoms: ['the wifi keeps dropping', 'no wireless at all', 'the router blinks'],
  },
  laptop: {
    title: 'The laptop is hot',
    symptoms: ['my laptop overheats', 'the fan of the laptop is loud', 'the laptop rattles'],
  },
  email: {
    title: 'Messages do not arrive',
    symptoms: ['an email does not arrive', 'cannot send attachments'],
  },
  'start-menu': {
    title: 'The start menu stays shut',
    symptoms: ['the start menu does not open', 'windows 11 shows an empty taskbar'],
  },
  till: {
    title: 'The café till',
    symptoms: ['the till of the café is frozen', 'the blu-ray player skips'],
  },
};

/** The search of a small knowledge base. */
export async function searchOf(
  trees: Readonly<Record<string, SmallTree>> = office,
  beside: Beside = {},
): Promise<Search> {
  return openSearch(await small(trees, beside));
}
