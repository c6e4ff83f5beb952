const names: Readonly<Record<string, string>> = {
  '.': 'dot',
  '/': 'slash',
  '\\': 'backslash',
  '-': 'dash',
  _: 'underscore',
  '~': 'tilde',
  ':': 'colon',
  '?': 'question mark',
  '=': 'equals',
  '&': 'ampersand',
  '#': 'hash',
  '%': 'percent',
  '+': 'plus',
  '@': 'at',
  ',': 'comma',
  '!': 'exclamation mark',
  $: 'dollar sign',
  '*': 'star',
  '(': 'open bracket',
  ')': 'close bracket',
};

/** An address or path as one dictates it: each sign by its name, what is between them as it is written. */
export function signBySign(text: string): string {
  return text
    .split(/([^\p{L}\p{N} ])/u)
    .map((part) => (part.toLowerCase() === 'www' ? 'w w w' : (names[part] ?? part.trim())))
    .filter((part) => part !== '')
    .join(' ');
}
