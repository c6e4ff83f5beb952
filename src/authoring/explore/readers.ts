import { edgesFrom, type KnowledgeBase, type Rule } from '../../knowledge/index.js';
import { type Comparison, comparisonsIn } from '../../rules/index.js';
import { addressOf, type Position, type State } from '../../session/index.js';
import { type AskPlace, readsOfNode } from './reads-of-node.js';

/** What of all that is known can still be read from a place on, whatever is replied. */
export interface Readers {
  /** By fact, in the order of their names: what it can be compared with, and the questions that it can answer. */
  readonly facts: ReadonlyMap<
    string,
    { readonly comparisons: readonly Comparison[]; readonly asks: readonly AskPlace[] }
  >;
  /** The addresses of the faults that the call can still come to. */
  readonly faults: ReadonlySet<string>;
  /** The rules that can still act or become untrue, and those that contradict one of them. */
  readonly rules: ReadonlySet<string>;
  /** The faults of which those rules say something. */
  readonly judged: ReadonlySet<string>;
  /** The facts that the call can still learn. */
  readonly learnt: ReadonlySet<string>;
}

type Standing = Pick<State, 'tree' | 'node' | 'stack'> & { readonly phase: Pick<State['phase'], 'at'> };

/**
 * Says what can be read from a place on; remembers it for the places that it was asked about. Inside a visit only what its
 * visitor still reads counts, unless it looks `throughVisits`: then what the visited trees read counts too.
 */
export function readersIn(kb: KnowledgeBase, throughVisits = false): (standing: Standing) => Readers {
  const found = new Map<string, Readers>();
  return (standing) => {
    const { phase, stack } = standing;
    const key = JSON.stringify([addressOf(standing), phase.at === 'node', phase.at === 'steps', stack.map(addressOf)]);
    let readers = found.get(key);
    if (readers === undefined) {
      readers = readersAt(kb, standing, throughVisits);
      found.set(key, readers);
    }
    return readers;
  };
}

function readersAt(kb: KnowledgeBase, { tree, node, stack, phase }: Standing, throughVisits: boolean): Readers {
  const reach = new Reach(kb, throughVisits);
  const [visit] = stack;
  if (visit === undefined || throughVisits) {
    if (phase.at === 'node') reach.come({ tree, node });
    else reach.leave({ tree, node });
  }
  if (phase.at === 'steps') reach.act();
  // Without looking through visits, what the visited tree reads is told apart when it is walked from its own start.
  for (const each of throughVisits ? stack : stack.slice(0, 1)) reach.leave(each, 'then');
  for (const { from, until, when } of kb.overlays.values())
    if (from === undefined && until === undefined && when !== undefined)
      reach.compare(comparisonsIn(when, kb.conditions));
  return reach.readers();
}

/** What is reached from a place, gathered step by step. */
class Reach {
  readonly #places = new Set<string>();
  readonly #queue: Position[] = [];
  readonly #facts = new Map<string, { comparisons: Comparison[]; asks: AskPlace[] }>();
  readonly #faults = new Set<string>();
  readonly #learnt = new Set<string>();
  readonly #rules = new Set<Rule>();
  #acts = false;

  constructor(
    private readonly kb: KnowledgeBase,
    private readonly throughVisits: boolean,
  ) {}

  come(place: Position): void {
    const address = addressOf(place);
    if (this.#places.has(address)) return;
    this.#places.add(address);
    this.#queue.push(place);
  }

  /** Goes on along the edges of the same tree. */
  leave({ tree: id, node }: Position, only?: 'then'): void {
    const tree = this.kb.trees.get(id);
    if (tree === undefined) return;
    for (const { kind, to } of edgesFrom(tree, node))
      if (to.kind === 'node' && (only === undefined || kind === only)) this.come({ tree: id, node: to.node });
      else if (to.kind === 'tree' && this.throughVisits && only === undefined) this.#enter(to.tree);
  }

  #enter(id: string): void {
    const tree = this.kb.trees.get(id);
    if (tree !== undefined) this.come({ tree: id, node: tree.start });
  }

  act(): void {
    if (this.#acts) return;
    this.#acts = true;
    for (const { name, fades } of this.kb.facts.values()) if (fades) this.#learnt.add(name);
  }

  compare(comparisons: readonly Comparison[]): void {
    for (const comparison of comparisons) {
      const { fact } = comparison;
      const { comparisons: before } = this.#of(fact);
      if (!before.includes(comparison)) before.push(comparison);
      if (this.kb.facts.get(fact)?.ask !== undefined) this.#learnt.add(fact);
    }
  }

  #of(fact: string) {
    let found = this.#facts.get(fact);
    if (found === undefined) {
      found = { comparisons: [], asks: [] };
      this.#facts.set(fact, found);
    }
    return found;
  }

  /** Goes to the end of all ways, and takes in what rules do with the facts that can be learnt on them. */
  readers(): Readers {
    for (let rules = -1; rules !== this.#rules.size || this.#queue.length > 0; ) {
      rules = this.#rules.size;
      for (let place = this.#queue.shift(); place !== undefined; place = this.#queue.shift()) this.#visit(place);
      for (const rule of this.kb.rules) if (!this.#rules.has(rule)) this.#consider(rule);
    }
    const judged = new Set([...this.#rules].flatMap(({ suspect, ruleOut }) => [...suspect, ...ruleOut]));
    const against = this.kb.rules.filter((rule) => [...this.#rules].some((live) => contradict(rule, live)));
    return {
      facts: new Map([...this.#facts].sort(([a], [b]) => (a < b ? -1 : 1))),
      faults: this.#faults,
      rules: new Set([...this.#rules, ...against].map(({ id }) => id)),
      judged,
      learnt: this.#learnt,
    };
  }

  #visit(place: Position): void {
    const tree = this.kb.trees.get(place.tree);
    const node = tree?.nodes.get(place.node);
    if (tree === undefined || node === undefined) return;
    const { comparisons, ask, fault, acts } = readsOfNode(this.kb, tree, node);
    this.compare(comparisons);
    if (ask?.node.fact !== undefined) {
      const { asks } = this.#of(ask.node.fact);
      if (!asks.some(({ node: other }) => other === ask.node)) asks.push(ask);
      this.#learnt.add(ask.node.fact);
    }
    if (fault !== undefined) this.#faults.add(fault);
    if (acts) this.act();
    this.leave(place);
  }

  /** A rule is looked at when one of its facts changes. */
  #consider(rule: Rule): void {
    if (isInert(rule)) return;
    const comparisons = comparisonsIn(rule.when, this.kb.conditions);
    if (!comparisons.some(({ fact }) => this.#learnt.has(fact))) return;
    this.#rules.add(rule);
    for (const comparison of comparisons) this.#of(comparison.fact).comparisons.push(comparison);
    for (const [fact, value] of rule.set) {
      if (typeof value !== 'object') this.#of(fact).comparisons.push({ fact, operator: 'equal', value });
      else for (const each of value) this.#of(fact).comparisons.push({ fact, operator: 'contains', value: each });
      this.#learnt.add(fact);
    }
    if (rule.go !== undefined) this.come(rule.go);
  }
}

/** A rule that only warns leads nowhere. */
function isInert({ set, suspect, ruleOut, go }: Rule): boolean {
  return set.size === 0 && suspect.length === 0 && ruleOut.length === 0 && go === undefined;
}

/** Whether two rules say opposite things: of a fault, or of a fact. */
export function contradict(a: Rule, b: Rule): boolean {
  const opposed = (one: Rule, other: Rule): boolean => one.suspect.some((fault) => other.ruleOut.includes(fault));
  if (opposed(a, b) || opposed(b, a)) return true;
  return [...a.set].some(
    ([fact, value]) => b.set.has(fact) && JSON.stringify(b.set.get(fact)) !== JSON.stringify(value),
  );
}
