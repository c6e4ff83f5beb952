import { error, type Missed, oneOf, quoted, suggestion } from './wording.js';

/** `comma`: it is the rest of a text in braces. `needed`: it stands where a key that is needed is missing. */
type UnknownKey = Missed & { readonly comma?: boolean; readonly needed?: boolean };

/** What can be wrong with the shape of an entry: its keys, and the form of its values. */
export const shapeWords = {
  'unknown-key': error('A key is not known here.', ({ name, among, comma }: UnknownKey) => ({
    message: `The key ${quoted(name)} is not known here.`,
    hint: comma
      ? 'Inside braces a comma ends a text: put quotes round the whole text.'
      : (suggestion({ name, among }) ?? `Known here are ${oneOf([...among], 'and')}.`),
  })),
  'missing-key': error(
    'A key that is needed is missing.',
    ({ key, about }: { key: string; about?: string | undefined }) => ({
      message: `The key ${quoted(key)} is missing here.`,
      hint: about === undefined ? `Add ${quoted(key)}.` : `Add ${quoted(key)}: ${about}`,
    }),
  ),
  'missing-value': error('A key has no value.', ({ key, about }: { key: string; about?: string | undefined }) => ({
    message: `Nothing is written for ${quoted(key)}.`,
    hint: about ?? 'Write something after the colon, or delete the key.',
  })),
  'wrong-type': error(
    'A value is of the wrong kind, such as a list in place of a text.',
    ({ found, wanted }: { found: string; wanted: string }) => ({
      message: `This is ${found}, but it has to be ${wanted}.`,
      hint: `Write ${wanted} here.`,
    }),
  ),
  'wrong-value': error('A value is none of those that are possible here.', ({ name, among }: Missed) => ({
    message: `${quoted(name)} is not possible here.`,
    hint: suggestion({ name, among }),
  })),
  'unknown-operator': error('A condition compares by an operator that does not exist.', ({ name, among }: Missed) => ({
    message: `There is no operator ${quoted(name)}.`,
    hint: suggestion({ name, among }),
  })),
  'bad-id': error('A name contains what names cannot contain.', ({ name, form }: { name: string; form: string }) => ({
    message: `${quoted(name)} cannot be a name here.`,
    hint: form,
  })),
  'wrong-format': error(
    'A value such as a date, a duration or an address is not written as it has to be.',
    ({ value, form }: { value: string; form: string }) => ({ message: `${quoted(value)} cannot be read.`, hint: form }),
  ),
  'too-long': error('A text is too long.', ({ limit }: { limit: number }) => ({
    message: `This text is longer than ${limit} characters.`,
    hint: 'Shorten it, or divide it: what is read aloud has to be short.',
  })),
  'empty-text': error('A text is empty.', (_: object) => ({
    message: 'This text is empty.',
    hint: 'Write something between the quotes, or delete the key.',
  })),
  'too-few': error('A list or map has too few entries.', ({ limit }: { limit: number }) => ({
    message: `This needs at least ${limit === 1 ? 'one entry' : `${limit} entries`}.`,
    hint: 'Add an entry, or delete the whole key if it is not needed.',
  })),
  'too-many': error('A list or map has too many entries.', ({ limit }: { limit: number }) => ({
    message: `This has more than ${limit} entries.`,
    hint: 'Divide it, for example into several nodes or files.',
  })),
  'out-of-range': error('A number is too small or too large.', ({ range }: { range: string }) => ({
    message: 'This number is not possible here.',
    hint: range,
  })),
  'node-kind-missing': error(
    'A node does not say what kind it is.',
    ({ node, near, kinds }: { node: string; near?: string | undefined; kinds: readonly string[] }) => ({
      message: `The node ${quoted(node)} does not say of what kind it is.`,
      hint: near === undefined ? `Give it one of the keys ${oneOf(kinds)}.` : `Did you mean ${quoted(near)}?`,
    }),
  ),
  'node-kind-several': error(
    'A node is of two kinds at once.',
    ({ node, kinds }: { node: string; kinds: readonly string[] }) => ({
      message: `The node ${quoted(node)} is of several kinds at once: ${oneOf(kinds, 'and')}.`,
      hint: 'Keep one of these keys, and move the others to nodes of their own.',
    }),
  ),
  'condition-form': error(
    'A condition has no form, or several at once.',
    ({ forms }: { forms: readonly string[] }) => ({
      message:
        forms.length === 0
          ? 'This condition does not say what it compares.'
          : `This condition has several forms at once: ${oneOf(forms, 'and')}.`,
      hint: 'Write { fact, operator, value }, or exactly one of "all", "any", "not" and "condition".',
    }),
  ),
} as const;
