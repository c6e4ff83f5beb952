import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import { codePointName, hostileCharacters, type PlaceInText } from '../../source/index.js';
import type { Report } from '../words/index.js';
import { deepest } from './tokens.js';
import { type EntrySpan, type Key, remember, type Span } from './written.js';

const mostKeys = 2000;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);
const notText = [
  { what: 'null', pattern: /^(?:~|null|Null|NULL)?$/ },
  { what: 'true or false', pattern: /^(?:true|True|TRUE|false|False|FALSE)$/ },
  {
    what: 'number',
    pattern:
      /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+\.?[0-9]*)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  },
] as const;

/** The text a document was parsed from, and where to report. */
export interface Reading {
  readonly text: string;
  readonly placeOf: PlaceInText;
  readonly report: Report;
}

function spanOf(node: Node | null | undefined, reading: Reading, otherwise: Span): Span {
  const range = node?.range;
  if (range === undefined || range === null) return otherwise;
  const written = reading.text.slice(range[0], range[1]).trimEnd();
  return written === '' ? otherwise : [range[0], range[0] + written.length];
}

/**
 * The plain value of a YAML node: text, number, true, false, null, a list or a map, with the place of every entry kept
 * beside it. What YAML allows and we do not is reported, and left out where it could do harm.
 */
export function convert(node: Node | null | undefined, reading: Reading, span: Span, depth = 0): unknown {
  if (depth > deepest) {
    reading.report('too-deep', reading.placeOf(...span), {});
    return null;
  }
  if (isMap(node)) return convertMap(node.items as Pair<Node, Node | null>[], reading, depth);
  if (isSeq(node)) {
    const entries = new Map<Key, EntrySpan>();
    const list = (node.items as Node[]).map((item, index) => {
      const value = spanOf(item, reading, span);
      entries.set(index, { value });
      return convert(item, reading, value, depth + 1);
    });
    remember(list, { text: reading.text, placeOf: reading.placeOf, entries });
    return list;
  }
  return isScalar(node) ? convertScalar(node, reading, span) : null;
}

function convertMap(items: readonly Pair<Node, Node | null>[], reading: Reading, depth: number): object {
  const { placeOf, report } = reading;
  const map: Record<string, unknown> = {};
  const entries = new Map<Key, EntrySpan>();
  const seen = new Map<string, Span>();
  for (const [index, item] of items.entries()) {
    const keySpan = spanOf(item.key, reading, item.key.range ? [item.key.range[0], item.key.range[1]] : [0, 0]);
    if (index === mostKeys) {
      report('too-many-keys', placeOf(...keySpan), {});
      break;
    }
    const key = keyText(item.key, reading, keySpan);
    if (key === undefined) continue;
    const first = seen.get(key.normalize('NFC'));
    if (first !== undefined) {
      report('duplicate-key', placeOf(...keySpan), { key }, [{ place: placeOf(...first), message: 'The first one.' }]);
      continue;
    }
    seen.set(key.normalize('NFC'), keySpan);
    const value = spanOf(item.value, reading, keySpan);
    entries.set(key, { key: keySpan, value });
    map[key] = convert(item.value, reading, value, depth + 1);
  }
  remember(map, { text: reading.text, placeOf, entries });
  return map;
}

function keyText(key: Node, reading: Reading, span: Span): string | undefined {
  const { placeOf, report } = reading;
  if (!isScalar(key) || typeof key.value !== 'string') {
    report('key-not-text', placeOf(...span), {});
    return undefined;
  }
  if (reserved.has(key.value)) {
    report('reserved-key', placeOf(...span), { key: key.value });
    return undefined;
  }
  const source = reading.text.slice(...span);
  const other = key.type === 'PLAIN' ? notText.find(({ pattern }) => pattern.test(source)) : undefined;
  if (other !== undefined) report('quotes-missing', placeOf(...span), { source, what: other.what });
  checkCharacters(key.value, reading, span);
  return key.value;
}

function convertScalar(node: Scalar, reading: Reading, span: Span): unknown {
  const { value } = node;
  if (typeof value === 'string') {
    checkCharacters(value, reading, span);
    return value;
  }
  if (typeof value === 'number') {
    const safe = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
    if (safe) return value;
    reading.report('number-unsafe', reading.placeOf(...span), { source: reading.text.slice(...span) });
    return 0;
  }
  return typeof value === 'boolean' ? value : null;
}

// Escapes such as "\e" make characters that the text itself does not contain.
function checkCharacters(value: string, reading: Reading, span: Span): void {
  const found = hostileCharacters(value, 1)[0];
  if (found !== undefined)
    reading.report('hidden-character', reading.placeOf(...span), { character: codePointName(found.character) });
}
