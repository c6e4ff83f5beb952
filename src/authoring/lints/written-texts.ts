import { entriesOf, type FileKind, sourceOf, valuePlace, type WrittenFile } from '../../knowledge/index.js';
import type { Place } from '../../source/index.js';

/** What a text is for: the key that it stands under. */
export type TextRole = (typeof roles)[number];

const roles = [
  'say',
  'ask',
  'check',
  'expect',
  'explain',
  'caution',
  'prevent',
  'if_confused',
  'tried',
  'workaround',
  'because',
  'why',
  'note',
  'name',
  'title',
  'label',
  'plain',
  'looks_like',
  'symptoms',
  'warn',
] as const;

/** A text as an author wrote it. */
export interface WrittenText {
  readonly role: TextRole;
  readonly text: string;
  /** The whole text, with its quotes. */
  readonly at: Place;
  readonly file: string;
  readonly kind: FileKind;
  /** The keys that lead to it, from the top of the file. */
  readonly path: readonly string[];
  /** The map or list that it stands in, and where in it: for the place of a piece. */
  readonly holder: object;
  readonly key: string | number;
  /** Whether the caller hears it. A question that has words of its own to be read aloud is not read itself. */
  readonly isSpoken: boolean;
  /** Whether it stands there just as it is read: on one line, without quotes. */
  readonly isPlain: boolean;
}

const spoken: ReadonlySet<string> = new Set([
  'say',
  'expect',
  'explain',
  'caution',
  'prevent',
  'if_confused',
  'tried',
  'workaround',
]);
const isRole = (key: string): key is TextRole => (roles as readonly string[]).includes(key);
const isTextOrder = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every text that an author wrote for somebody to read or hear, in written order. Example calls have none. */
export function writtenTexts(files: readonly WrittenFile[]): readonly WrittenText[] {
  return files.flatMap(({ path, kind, root }) =>
    kind === 'calls' || !isTextOrder(root) ? [] : [...textsIn(root, [], { file: path, kind })],
  );
}

function* textsIn(
  value: object,
  path: readonly string[],
  of: Pick<WrittenText, 'file' | 'kind'>,
): Iterable<WrittenText> {
  const isList = Array.isArray(value);
  const entries: readonly (readonly [string | number, unknown])[] = isList
    ? value.map((entry, index) => [index, entry] as const)
    : entriesOf(value as Readonly<Record<string, unknown>>);
  const above = path.at(-1) ?? '';
  for (const [key, entry] of entries) {
    const role = isList ? above : String(key);
    if (isTextOrder(entry)) yield* textsIn(entry, [...path, String(key)], of);
    else if (typeof entry === 'string' && isRole(role) && !isNameOfNode(path, role))
      yield {
        role,
        text: entry,
        at: valuePlace(value, key),
        path: [...path, String(key)],
        holder: value,
        key,
        isSpoken: spoken.has(role) || (role === 'ask' && !Object.hasOwn(value, 'say')),
        isPlain: sourceOf(value, key) === entry,
        ...of,
      };
  }
}

// Nodes, answers, facts and the like have names of the author's own, which may be any of these words.
function isNameOfNode(path: readonly string[], role: string): boolean {
  const above = path.at(-1);
  return (
    ['nodes', 'faults', 'answers', 'choices', 'with', 'desks', 'terms', 'synonyms', 'conditions'].includes(
      above ?? '',
    ) && role !== above
  );
}
