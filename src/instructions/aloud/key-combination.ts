import { heldKeys, otherKeys } from './key-names.js';
import { reading } from './reading.js';

const anyOf = (names: Iterable<string>): string => [...names].sort((a, b) => b.length - a.length).join('|');
const held = `(?:the )?(?:${anyOf(heldKeys.keys())})(?: key| button)?`;
const other = `(?:${anyOf(otherKeys.keys())})(?: key| arrow)?`;
const key = `(?:${held}|${other}|f[0-9]{1,2}|[a-z0-9])`;

const bare = (written: string): string =>
  written
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/ (?:key|button)$/, '');

function named(written: string): string {
  const name = bare(written);
  const [article = ''] = /^the /i.exec(written) ?? [];
  const known = heldKeys.get(name) ?? otherKeys.get(name.replace(/ arrow$/, ''));
  if (known !== undefined) return `${article}${known}${name.endsWith(' arrow') ? ' arrow' : ''}`;
  return /^f[0-9]/.test(name) ? `F ${name.slice(1)}` : name.toUpperCase();
}

function say({ 0: found, index, input }: RegExpExecArray, between: RegExp): string | undefined {
  const written = found.replace(/ keys$/, '').split(between);
  if (!written.some((each) => heldKeys.has(bare(each)))) return undefined;
  const names = written.map(named);
  const keys = found.endsWith(' keys') ? ' keys' : '';
  const after = input.slice(index + found.length, index + found.length + 20);
  const together = /^ (?:together|at the same time|at once)\b/.test(after) ? '' : ' together';
  const all = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}${keys}${together}`;
  // The Windows key is no name that stands by itself.
  const article = all.startsWith('Windows key') && !/\b(?:the|your|its) $/i.test(input.slice(0, index).slice(-6));
  return `${article ? 'the ' : ''}${all.replace(/(, | and )(?=Windows key)/, '$1the ')}`;
}

/** Keys that are pressed together: `Control, Shift and Escape together`. One of them has to be a key that is held. */
export const keyCombination = reading(`${key}(?: ?\\+ ?${key}){1,4}(?: keys)?`, (found) => say(found, / ?\+ ?/), 'i');

/** The same, written with hyphens: Ctrl-Alt-Del. Only where it begins as keys are written, with a capital letter. */
export const hyphenatedKeys = reading(
  `(?:ctrl|control|alt|shift|cmd|command|win)(?:-${key}){1,3}`,
  (found) => (/^[A-Z]/.test(found[0]) ? say(found, /-/) : undefined),
  'i',
);
