import { isWritten, piecePlace } from '../read/index.js';
import { isDeclared, type Linking, type Names } from './linking.js';

const placeholder = /\{([^{}\s]{1,80})\}/g;
// A desk's `hand_over` has placeholders of its own: it is checked with them.
const notText = new Set(['when', 'decide', 'url', 'hear', 'hand_over']);

/** Calls back for every placeholder in a text. */
function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] as string))];
}

/** Puts values in place of the placeholders that have one; others stay. */
export function fillIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(placeholder, (whole, name: string) => values.get(name) ?? whole);
}

/**
 * Reports every `{name}` in the texts below a value that is neither a declared fact nor one of `parameters`. Gives the
 * names that were found.
 */
export function checkPlaceholders(
  value: unknown,
  facts: Names<unknown>,
  parameters: readonly string[],
  linking: Linking,
): ReadonlySet<string> {
  const found = new Set<string>();
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    const at = Array.isArray(value) ? Number(key) : key;
    if (notText.has(key) || !isWritten(value, at)) continue;
    if (typeof inner === 'object') {
      for (const name of checkPlaceholders(inner, facts, parameters, linking)) found.add(name);
      continue;
    }
    for (const name of checkText(value, at, facts, parameters, linking)) found.add(name);
  }
  return found;
}

/** The same for the one value under a key, which need not be a text. */
export function checkText(
  parent: object,
  key: string | number,
  facts: Names<unknown>,
  parameters: readonly string[],
  linking: Linking,
): readonly string[] {
  const text = (parent as Record<string | number, unknown>)[key];
  if (typeof text !== 'string' || !text.includes('{')) return [];
  const found = placeholdersIn(text);
  for (const name of found) {
    if (parameters.includes(name) || isDeclared(facts, name)) continue;
    linking.report('unknown-placeholder', piecePlace(parent, key, `{${name}}`), {
      name,
      among: [...parameters, ...facts.known.keys()],
    });
  }
  return found;
}
