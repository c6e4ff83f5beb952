import { createHash } from 'node:crypto';
import type { KnowledgeBase, Tree } from '../../src/index.js';
import { random } from '../random.js';

const syllables = ['ba', 'ko', 'ri', 'ten', 'mo', 'lu', 'sar', 'vi', 'nex', 'do', 'pra', 'qui', 'zel', 'fo', 'gan'];
const kept = 0.5;
const named = 0.6;
const borrowed = 0.1;

/** A knowledge base with many trees, and the product that each of them is about. */
export interface ManyTrees {
  readonly kb: KnowledgeBase;
  readonly products: readonly string[];
}

/**
 * Makes a knowledge base with so many trees from the texts of another one: each is one of its trees with a random half
 * of the symptoms and a few of another tree's, about a product of its own that is named in the title and some symptoms.
 */
export function manyTrees(kb: KnowledgeBase, count: number): ManyTrees {
  const next = random(count);
  const sources = [...kb.trees.values()];
  const trees = new Map<string, Tree>();
  const products: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const source = sources[number % sources.length] as Tree;
    const other = sources[Math.floor(next() * sources.length)] as Tree;
    const product = productName(number);
    const symptoms = [
      ...source.symptoms
        .filter(() => next() < kept)
        .map((text) => (next() < named ? text.replace(/\b(?:the|my|a)\b/, `$& ${product}`) : text)),
      ...other.symptoms.filter(() => next() < borrowed),
    ];
    const id = `tree-${number}`;
    const title = `${source.title} (${product})`;
    trees.set(id, { ...source, id, title, symptoms: symptoms.length > 0 ? symptoms : [`my ${product} is broken`] });
    products.push(product);
  }
  const hash = createHash('sha256').update(`${kb.hash} ${count}`).digest('hex');
  return { kb: { ...kb, hash, trees }, products };
}

function productName(number: number): string {
  let name = syllables[(number * 7) % syllables.length] ?? '';
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / syllables.length))
    name = `${syllables[rest % syllables.length]}${name}`;
  return name;
}
