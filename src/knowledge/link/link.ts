import type { Condition } from '../../rules/index.js';
import type { CallExample } from '../call-example.js';
import { loopsWithoutQuestion } from '../graph/index.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Desk, Rule, Tree } from '../model.js';
import { entriesOf } from '../read/index.js';
import type { FileKind } from '../schema/index.js';
import { withoutUndefined } from '../without-undefined.js';
import type { CallLinking } from './call-linking.js';
import { linkCalls } from './calls.js';
import type { Collector } from './collect.js';
import { linkNamedConditions } from './conditions.js';
import { declareTrees } from './declare-trees.js';
import { linkFacts } from './facts.js';
import type { FileValue, ValidFile } from './files.js';
import { isSound, type Names } from './linking.js';
import { checkHandOvers, linkLints, linkManifest, linkNothingFits } from './manifest.js';
import type { DeclaredCheck, DeclaredTree, NamesInScope } from './names-in-scope.js';
import { namesOfRulesAndIssues } from './names-of-rules-and-issues.js';
import { linkOverlays } from './overlays.js';
import { checkPlaceholders } from './placeholders.js';
import { linkProcedures } from './procedures.js';
import { linkRules } from './rules.js';
import type { LinkedProcedure } from './steps.js';
import { type LinkedTree, linkTree } from './tree.js';

type Unhashed = Omit<KnowledgeBase, 'hash'>;
type Entries = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Joins the files of a knowledge base to a whole, and reports what does not fit together. */
export function link(files: readonly ValidFile[], collector: Collector): Unhashed {
  const root = <Kind extends FileKind>(kind: Kind): FileValue<Kind> | undefined => {
    const value = files.find((file) => file.kind === kind)?.holder?.root;
    return isMap(value) ? (value as FileValue<Kind>) : undefined;
  };
  // A file that is there and cannot be read may declare anything; one that is not there declares nothing.
  const readable = (kind: FileKind, key: string): boolean => {
    const value = root(kind);
    if (value === undefined) return !files.some((file) => file.kind === kind);
    if (Object.hasOwn(value, key)) return isMap((value as Entries)[key]);
    // Without the key there is nothing, unless another key is the same misspelt.
    return kind === 'rules' && Object.keys(value).every((other) => other === 'rules');
  };
  const section = <Value extends object>(value: Value | undefined, key: keyof Value) =>
    value !== undefined && isMap(value[key]) ? value : undefined;

  const manifest = linkManifest(root('knowledge-base'), collector);
  const facts = linkFacts(section(root('facts'), 'facts'), readable('facts', 'facts'), collector);
  const named = section(root('rules'), 'conditions')?.conditions ?? undefined;
  const conditions: Names<Condition> =
    named === undefined
      ? { known: new Map(), complete: readable('rules', 'conditions') }
      : linkNamedConditions(named, true, facts.names, collector);
  const checks = linkChecks(section(root('checks'), 'checks')?.checks, readable('checks', 'checks'), collector);
  const procedures = linkProcedures(files, { facts: facts.names, conditions }, collector);
  const names: NamesInScope = {
    facts: facts.names,
    conditions,
    procedures,
    checks,
    desks: manifest.deskNames,
    trees: declareTrees(files, collector),
  };
  for (const kind of ['knowledge-base', 'facts'] as const) checkPlaceholders(root(kind), names.facts, [], collector);
  checkHandOvers(root('knowledge-base'), names.facts, collector);
  const rules = linkRules(root('rules'), names, collector);
  const linked = linkTrees(names, rules, collector);
  const trees = walkable(linked, names, collector);
  const calls = linkAllCalls(files, names, linked, rules, collector, namesOfRulesAndIssues(files));
  return {
    name: manifest.name,
    title: manifest.title,
    language: manifest.language,
    desks: manifest.desks as ReadonlyMap<string, Desk>,
    defaultDesk: manifest.defaultDesk,
    retention: manifest.retention,
    lints: linkLints(root('knowledge-base'), collector),
    facts: facts.facts,
    conditions: definedOf(conditions),
    rules,
    checks: new Map([...checks.known].map(([id, check]) => [id, check ?? { name: id, parameters: [] }])),
    glossary: linkGlossary(section(root('glossary'), 'terms')?.terms, collector),
    synonyms: linkSynonyms(section(root('glossary'), 'synonyms')?.synonyms, collector),
    ...linkNothingFits(root('knowledge-base'), names, collector),
    overlays: linkOverlays(root('overlays'), names, collector),
    procedures: linkedProcedures(names.procedures),
    trees,
    calls,
  };
}

function definedOf<Value>({ known }: Names<Value>): ReadonlyMap<string, Value> {
  return new Map([...known].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

// Only those whose steps can be read: the others are in no list of steps.
function linkedProcedures(names: Names<LinkedProcedure>): KnowledgeBase['procedures'] {
  const usable = [...definedOf(names).values()].filter(({ steps }) => steps !== undefined);
  return new Map(usable.map(({ id, title, tried }) => [id, withoutUndefined({ id, title, tried })]));
}

function linkChecks(
  value: FileValue<'checks'>['checks'] | undefined,
  complete: boolean,
  collector: Collector,
): Names<DeclaredCheck> {
  const known = new Map<string, DeclaredCheck | undefined>();
  for (const [id, check] of value === undefined ? [] : entriesOf(value)) {
    const sound = isSound(value as object, id, collector);
    known.set(id, sound ? { name: check.name, parameters: [...(check.parameters ?? [])] } : undefined);
  }
  return { known, complete };
}

function linkGlossary(
  value: FileValue<'glossary'>['terms'] | undefined,
  collector: Collector,
): KnowledgeBase['glossary'] {
  const terms = (value === undefined ? [] : entriesOf(value)).filter(([term]) =>
    isSound(value as object, term, collector),
  );
  return new Map(
    terms.map(([term, { plain, looks_like, when_asked }]) => [
      term,
      withoutUndefined({ plain, looksLike: looks_like, whenAsked: when_asked }),
    ]),
  );
}

function linkSynonyms(value: FileValue<'glossary'>['synonyms'], collector: Collector): KnowledgeBase['synonyms'] {
  const sound = (value === undefined ? [] : entriesOf(value)).filter(([word]) =>
    isSound(value as object, word, collector),
  );
  return new Map(sound.map(([word, others]) => [word, [...others]]));
}

function linkTrees(names: NamesInScope, rules: readonly Rule[], collector: Collector): ReadonlyMap<string, LinkedTree> {
  const linked = new Map<string, LinkedTree>();
  for (const [id, declared] of names.trees.known) {
    if (declared?.value === undefined) continue;
    const entered = rules.flatMap(({ go }) => (go?.tree === id ? [go.node] : []));
    linked.set(id, linkTree(declared as DeclaredTree & { value: Entries }, names, entered, collector));
  }
  return linked;
}

// The trees without an error, in their own file or by a loop through it.
function walkable(
  linked: ReadonlyMap<string, LinkedTree>,
  names: NamesInScope,
  collector: Collector,
): ReadonlyMap<string, Tree> {
  const looping = new Set<string>();
  const trees = new Map([...linked].map(([id, { tree }]) => [id, tree]));
  for (const loop of loopsWithoutQuestion(trees)) {
    const places = loop.map(({ tree, node }) => ({
      place: trees.get(tree)?.nodes.get(node)?.at as Tree['at'],
      message: `"${node}" in the tree "${tree}"`,
    }));
    const [first, ...others] = places;
    const nodes = loop.map(({ tree, node }) => (loop.every((one) => one.tree === tree) ? node : `${tree}/${node}`));
    if (first !== undefined) collector.report('loop-without-question', first.place, { nodes }, others);
    for (const { tree } of loop) looping.add(tree);
  }
  const fine = [...linked].filter(([id, { usable }]) => {
    const path = names.trees.known.get(id)?.path;
    return usable && !looping.has(id) && path !== undefined && collector.fileFlawless(path);
  });
  return new Map(fine.map(([id, { tree }]) => [id, tree]));
}

function linkAllCalls(
  files: readonly ValidFile[],
  names: NamesInScope,
  linked: ReadonlyMap<string, LinkedTree>,
  rules: readonly Rule[],
  collector: Collector,
  named: Pick<CallLinking, 'rules' | 'issues'>,
): readonly CallExample[] {
  const trees = new Map([...linked].map(([id, { tree }]) => [id, tree]));
  const entered = rules.flatMap(({ go }) => (go === undefined ? [] : [go.tree]));
  return files
    .filter((file) => file.kind === 'calls')
    .flatMap((file) => linkCalls(file, { ...collector, ...named, names, trees, entered }));
}
